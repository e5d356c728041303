import { AppError } from '../../../shared/api/errors.ts';
import type { HandlerInput } from '../../../shared/api/contract.ts';
import { addRatingEvent, listEventsOfSeat, listEventsOfUnit } from '../db/rating-events.ts';
import { mapPromptEdits } from '../db/prompt-edits.ts';
import { addSampleRater } from '../db/samples.ts';
import { listPrompts } from '../judges/index.ts';
import type { Workspace } from '../project/workspace.ts';
import { readHumanRatings, readRatingHistory } from '../ratings/human-ratings.ts';
import { readProgress } from '../ratings/progress.ts';
import { nameKey } from '../ratings/rater-name.ts';
import { inRatersOrder } from '../ratings/rater-order.ts';
import { readUnit } from '../ratings/read-unit.ts';
import { reveal } from '../ratings/reveal.ts';
import { readRubrics } from '../ratings/rubric.ts';
import { toEvent } from '../ratings/say.ts';
import {
  findRater,
  lastToUndo,
  readContent,
  readSession,
  requireSample,
  requireSeat,
  unitAt,
  type Seat,
} from '../ratings/seat.ts';
import { promptHash, type FileHasher } from '../ratings/shown.ts';
import { recallUnit } from '../ratings/shown-units.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `ratings.*`. @param hashOf  of a file that was shown */
export function createRatingHandlers(
  workspace: Workspace,
  hashOf: FileHasher,
): HandlersOf<'ratings'> {
  const now = () => new Date(workspace.options.clock()).toISOString();
  const sit = ({ sampleId, rater }: { sampleId: string; rater: string }) => {
    const project = workspace.required();
    return { project, seat: requireSeat(project.db, sampleId, rater) };
  };
  const sessionOf = (input: { sampleId: string; rater: string }) => {
    const { project, seat } = sit(input);
    return { session: readSession(project, seat) };
  };

  return {
    'ratings.join': (input) => {
      join(workspace, input, now());
      return sessionOf(input);
    },
    'ratings.session': (input) => sessionOf(input),
    'ratings.unit': async (input) => {
      const { project, seat } = sit(input);
      return { unit: await readUnit(project, seat, input.position, hashOf) };
    },
    'ratings.rubrics': () => ({ rubrics: readRubrics(promptsOf(workspace)) }),
    'ratings.say': (input) => keepSaying(workspace, hashOf, input, now()),
    'ratings.undo': (input) => {
      const { project, seat } = sit(input);
      const events = listEventsOfSeat(project.db, input.sampleId, seat.rater.nameKey);
      const last = lastToUndo(events);
      if (last === undefined) return {};
      project.writeDurably('undo', (db) => {
        addRatingEvent(db, { ...last, kind: 'undo', at: now(), undoes: last.id });
      });
      project.query.ratingsChanged();
      workspace.emit('ratings.changed', { sampleId: input.sampleId, key: last.key });
      const position = seat.units.findIndex(({ unit }) => unit === last.unit);
      return position === -1 ? {} : { position };
    },
    'ratings.reveal': ({ position, ...input }) => {
      const { project, seat } = sit(input);
      const unit = unitAt(seat, position);
      const { instance, steps } = readContent(project, seat.sample, unit);
      if (instance === undefined) throw goneToReveal();
      const events = listEventsOfUnit(project.db, input.sampleId, seat.rater.nameKey, unit.unit);
      const progress = readProgress(events, steps);
      const { next } = readSession(project, seat);
      checkReveal(progress.isDone, seat.sample.draft.reveal === 'each' || next === undefined);
      if (!progress.isRevealed) {
        project.writeDurably('note the reveal', (db) => {
          addRatingEvent(db, { ...placeOf(seat, position), kind: 'revealed', at: now() });
        });
        workspace.emit('ratings.changed', { sampleId: input.sampleId, key: unit.key });
      }
      const responses = inRatersOrder(instance.responses, unit);
      return { revealed: reveal(instance, responses, steps, progress.given, events) };
    },
    'ratings.of': async ({ key }) => ({
      ratings: await readHumanRatings(workspace.required(), hashOf, { key }),
    }),
    'ratings.history': ({ key, limit }) => ({
      events: readRatingHistory(workspace.required().db, key, limit),
    }),
  };
}

const promptsOf = (workspace: Workspace) => listPrompts(mapPromptEdits(workspace.required().db));

/** On the disk when it answers, bound to what was shown. */
async function keepSaying(
  workspace: Workspace,
  hashOf: FileHasher,
  { position, saying, sampleId, rater }: HandlerInput<'ratings.say'>,
  at: string,
) {
  const project = workspace.required();
  const seat = requireSeat(project.db, sampleId, rater);
  const unit = unitAt(seat, position);
  const { steps, isGone, hashes, responseHash } = await recallUnit(
    project,
    seat.sample,
    unit,
    hashOf,
  );
  const eventsNow = () => listEventsOfUnit(project.db, sampleId, seat.rater.nameKey, unit.unit);
  const said = toEvent(saying, { events: eventsNow(), steps, isGone });
  const prompt = 'metric' in saying ? promptHash(promptsOf(workspace), saying.metric) : '';
  project.writeDurably('keep the rating', (db) => {
    addRatingEvent(db, {
      ...{ ...said, ...placeOf(seat, position), at },
      ...{ responseHash, shown: { ...hashes, prompt } },
    });
  });
  project.query.ratingsChanged();
  workspace.emit('ratings.changed', { sampleId, key: unit.key });
  return { progress: readProgress(eventsNow(), steps), session: readSession(project, seat) };
}

/** Whose saying it is, and of what. */
function placeOf({ sample, rater, units }: Seat, position: number) {
  const unit = units[position];
  if (unit === undefined) throw new Error('a unit that is not there'); // `unitAt` was asked before
  const [left, right] = unit.isSwapped
    ? [unit.otherModel ?? '', unit.model]
    : [unit.model, unit.otherModel];
  return {
    ...{ sampleId: sample.id, unit: unit.unit, key: unit.key },
    ...{ model: left, otherModel: right, nameKey: rater.nameKey, rater: rater.name },
  };
}

function join(
  workspace: Workspace,
  { sampleId, rater, isReturning }: HandlerInput<'ratings.join'>,
  joinedAt: string,
): void {
  const project = workspace.required();
  requireSample(project.db, sampleId);
  const known = findRater(project.db, sampleId, rater);
  if (known !== undefined && !isReturning) {
    throw new AppError(
      'bad-input',
      `Cannot begin as "${rater}": "${known.name}" has begun this sample already. Go on as the same ` +
        'person, or take another name.',
      { details: { isTaken: true, name: known.name } },
    );
  }
  if (known !== undefined) return;
  const name = rater.normalize('NFC').replace(/\s+/g, ' ');
  project.writeDurably('begin the sample', (db) =>
    addSampleRater(db, sampleId, { nameKey: nameKey(name), name, joinedAt }),
  );
  workspace.emit('samples.changed', {});
}

function checkReveal(isDone: boolean, isTime: boolean): void {
  if (isDone && isTime) return;
  const why = isDone
    ? 'this sample shows names and figures only when everything is rated'
    : 'it is not rated yet';
  throw new AppError('bad-input', `Cannot show whose response it is: ${why}. Rate on first.`);
}

function goneToReveal(): AppError {
  return new AppError('not-found', 'Cannot show whose response it is: it is no longer there.');
}
