// Every rating by people that holds, wherever it comes from, and what of it is stale.
import { AppError } from '../../../shared/api/errors.ts';
import {
  RatedMetric,
  type HumanRating,
  type RatingEvent,
  type StalePart,
} from '../../../shared/model/rating.ts';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import { mapPromptEdits } from '../db/prompt-edits.ts';
import {
  listHoldingEvents,
  listHoldingEventsOf,
  listRatingHistory,
  type ShownHashes,
  type StoredRatingEvent,
} from '../db/rating-events.ts';
import type { ReadableDb } from '../db/handle.ts';
import { listImportedRatings, type RatingDraft } from '../db/ratings.ts';
import { listPrompts } from '../judges/index.ts';
import { readInstance } from '../query/instance-detail.ts';
import { nameKey } from './rater-name.ts';
import type { RatingSource } from './seat.ts';
import { changedParts, promptHash, shownHashes, type FileHasher } from './shown.ts';

/** Which ratings are meant. */
export interface RatingScope {
  readonly key?: string;
  readonly sampleId?: string | undefined;
}

/** The newest rating of each rater, response, metric and item; imported ones and our own alike. */
export async function readHumanRatings(
  source: RatingSource,
  hashOf: FileHasher,
  { key, sampleId }: RatingScope,
): Promise<HumanRating[]> {
  const { db } = source;
  const events = key === undefined ? listHoldingEvents(db) : listHoldingEventsOf(db, key);
  const imported = sampleId === undefined ? listImportedRatings(db, key) : [];
  const own = events.filter((event) => sampleId === undefined || event.sampleId === sampleId);
  const staleOf = createStaleness(source, hashOf);
  const ratings: HumanRating[] = [];
  for (const draft of imported) ratings.push(await fromFile(draft, staleOf));
  for (const event of own) {
    if (event.kind !== 'value' && event.kind !== 'correction') continue;
    ratings.push(await fromEvent(event, staleOf));
  }
  return newest(ratings);
}

function newest(ratings: readonly HumanRating[]): HumanRating[] {
  const byName = new Map<string, HumanRating>();
  const inTime = [...ratings].sort((a, b) => (a.ratedAt < b.ratedAt ? -1 : 1));
  for (const rating of inTime) {
    const { key, model, metric, tag = '', rater, phase } = rating;
    const said = phase === 'corrected' ? 'corrected' : 'rated';
    byName.set(JSON.stringify([key, model, metric, tag, nameKey(rater), said]), rating);
  }
  return [...byName.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

type Staleness = (
  key: string,
  models: readonly string[],
  then: ShownHashes,
  metric: string,
) => Promise<StalePart[]>;

async function fromFile(draft: RatingDraft, staleOf: Staleness): Promise<HumanRating> {
  const { key, model, metric, tag, phase, rater, value, ratedAt, note, responseHash } = draft;
  const then = { content: responseHash ?? '' };
  return {
    ...{ key, model, metric, rater, value, ratedAt },
    ...(tag === undefined ? {} : { tag }),
    ...(note === undefined ? {} : { note }),
    ...(responseHash === undefined ? {} : { responseHash }),
    phase: phase === 'corrected' ? 'corrected' : 'imported',
    stale: await staleOf(key, [model], then, metric),
  };
}

async function fromEvent(event: StoredRatingEvent, staleOf: Staleness): Promise<HumanRating> {
  const { key, model, metric, tag, rater, value, at, text, kind, shown, responseHash } = event;
  return {
    ...{ key, model, metric, rater, value: value ?? Number.NaN, ratedAt: at },
    ...(tag === '' ? {} : { tag }),
    ...(text === '' ? {} : { note: text }),
    ...(responseHash === '' ? {} : { responseHash }),
    phase: kind === 'correction' ? 'corrected' : 'blind',
    stale: await staleOf(key, [model], shown, metric),
  };
}

/** Reads what is shown now once for each response. */
export function createStaleness(source: RatingSource, hashOf: FileHasher): Staleness {
  const prompts = listPrompts(mapPromptEdits(source.db));
  const known = new Map<string, Promise<ShownHashes>>();
  return async (key, models, then, metric) => {
    const name = JSON.stringify([key, models]);
    const reading = known.get(name) ?? hashesNow(source, hashOf, key, models);
    known.set(name, reading);
    const rated = RatedMetric.safeParse(metric);
    const prompt = rated.success ? promptHash(prompts, rated.data) : '';
    const now = await reading;
    const isOtherContent = (then['content'] ?? '') !== '' && then['content'] !== now['content'];
    const changed = changedParts(then, { ...now, prompt });
    return isOtherContent && !changed.includes('response') ? ['response', ...changed] : changed;
  };
}

async function hashesNow(
  source: RatingSource,
  hashOf: FileHasher,
  key: string,
  models: readonly string[],
): Promise<ShownHashes> {
  const instance = findInstanceDetail(source, key, models);
  if (instance === undefined) return {};
  const content = instance.responses.map(({ contentHash }) => contentHash).join(' ');
  return { ...(await shownHashes(instance, hashOf)), content };
}

function findInstanceDetail(
  { db, query }: RatingSource,
  key: string,
  models: readonly string[],
): InstanceDetail | undefined {
  try {
    return readInstance(db, query.media(), key, models);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** Everything that raters ever said of an instance, newest first. */
export function readRatingHistory(db: ReadableDb, key: string, limit: number): RatingEvent[] {
  return listRatingHistory(db, key, limit).map((event) => ({
    id: event.id,
    sampleId: event.sampleId,
    key: event.key,
    models: [event.model, ...(event.otherModel === undefined ? [] : [event.otherModel])],
    rater: event.rater,
    said: inWords(event),
    at: event.at,
    isUndo: event.kind === 'undo',
  }));
}

function inWords({ kind, metric, tag, value, word, text }: StoredRatingEvent): string {
  const step = tag === '' ? metric : `${metric} of ${tag}`;
  const why = text === '' ? '' : `: ${text}`;
  switch (kind) {
    case 'value':
      return `${step} ${value ?? ''}`;
    case 'cannot':
      return `cannot judge ${step}${why}`;
    case 'preference':
      return `prefers ${word}`;
    case 'note':
      return `note${why}`;
    case 'verdict':
      return `${step}: ${word}${why}`;
    case 'correction':
      return `${step} corrected to ${value ?? ''}${why}`;
    case 'revealed':
      return 'saw names and figures';
    case 'undo':
      return `took back: ${step} ${value ?? word}`.trim();
  }
}
