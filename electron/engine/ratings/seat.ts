// Somebody at a sample: their units in their order, and how far they are.
import { AppError } from '../../../shared/api/errors.ts';
import type { RatingSession, RatingStep } from '../../../shared/model/rating.ts';
import type { ReadableDb } from '../db/handle.ts';
import { listEventsOfSeat, type StoredRatingEvent } from '../db/rating-events.ts';
import {
  findSample,
  listSampleRaters,
  listSampleUnits,
  type StoredRater,
  type StoredSample,
} from '../db/samples.ts';
import type { ProjectQuery } from '../project/project-query.ts';
import type { Columns } from '../query/columns.ts';
import { readInstance } from '../query/instance-detail.ts';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import { readProgress } from './progress.ts';
import { nameKey } from './rater-name.ts';
import { orderForRater, type PlacedUnit } from './rater-order.ts';
import { stepsOf } from './steps.ts';

/** What ratings are read from. */
export interface RatingSource {
  readonly db: ReadableDb;
  readonly query: Pick<ProjectQuery, 'columns' | 'list' | 'media'>;
}

export interface Seat {
  readonly sample: StoredSample;
  readonly rater: StoredRater;
  readonly units: readonly PlacedUnit[];
}

/** @throws AppError 'not-found' when there is no such sample */
export function requireSample(db: ReadableDb, sampleId: string): StoredSample {
  const sample = findSample(db, sampleId);
  if (sample !== undefined) return sample;
  throw new AppError(
    'not-found',
    `Cannot open the sample: it is not there any more. "${sampleId}"`,
  );
}

/** @throws AppError 'not-found' when there is no such sample, or nobody of that name sat down at it */
export function requireSeat(db: ReadableDb, sampleId: string, name: string): Seat {
  const sample = requireSample(db, sampleId);
  const rater = findRater(db, sampleId, name);
  if (rater === undefined) {
    throw new AppError(
      'not-found',
      `Cannot go on rating: "${name}" has not begun this sample yet.`,
    );
  }
  const units = orderForRater(listSampleUnits(db, sampleId), rater, sample.draft);
  return { sample, rater, units };
}

/** Whoever sat down under that name, however it was spelt. */
export function findRater(db: ReadableDb, sampleId: string, name: string): StoredRater | undefined {
  const own = nameKey(name);
  return listSampleRaters(db, sampleId).find((rater) => rater.nameKey === own);
}

/** @throws AppError 'not-found' beyond the rater's last unit */
export function unitAt({ units, rater }: Seat, position: number): PlacedUnit {
  const unit = units[position];
  if (unit !== undefined) return unit;
  throw new AppError(
    'not-found',
    `Cannot show unit ${position + 1}: "${rater.name}" has ${units.length} to rate.`,
  );
}

/** What a unit asks, and the instance with its responses in the sample's order. */
export interface UnitContent {
  /** Undefined when a response, or the instance, is gone. */
  readonly instance: InstanceDetail | undefined;
  /** None of a pair: it asks for a preference. */
  readonly steps: readonly RatingStep[] | undefined;
}

/** Reads what a unit is made of. */
export function readContent(
  { db, query }: RatingSource,
  { draft }: StoredSample,
  unit: PlacedUnit,
): UnitContent {
  const isPair = unit.otherModel !== undefined;
  const none = isPair ? undefined : [];
  if (isGone(query.columns(), unit)) return { instance: undefined, steps: none };
  const models = unit.otherModel === undefined ? [unit.model] : [unit.model, unit.otherModel];
  const instance = readInstance(db, query.media(), unit.key, models);
  const [response] = instance.responses;
  if (response === undefined || isPair) return { instance, steps: none };
  return { instance, steps: stepsOf(draft, response.sequence) };
}

/** True when a response that is to be rated is no longer there. */
export function isGone(columns: Columns, unit: PlacedUnit): boolean {
  const index = columns.indexByKey.get(unit.key);
  if (index === undefined) return true;
  const names = [unit.model, ...(unit.otherModel === undefined ? [] : [unit.otherModel])];
  return !names.every((name) =>
    columns.models.some((model) => model.name === name && model.hasResponse[index] === 1),
  );
}

/** How far a rater is. */
export function readSession(source: RatingSource, seat: Seat): RatingSession {
  const { sample, rater, units } = seat;
  const events = listEventsOfSeat(source.db, sample.id, rater.nameKey);
  const byUnit = Map.groupBy(events, ({ unit }) => unit);
  const columns = source.query.columns();
  let done = 0;
  let gone = 0;
  let next: number | undefined;
  units.forEach((unit, position) => {
    if (isGone(columns, unit)) gone += 1;
    else if (isUnitDone(source, sample, unit, byUnit.get(unit.unit) ?? [])) done += 1;
    else next ??= position;
  });
  return {
    sampleId: sample.id,
    rater: rater.name,
    total: units.length,
    done,
    gone,
    ...(next === undefined ? {} : { next }),
    ratings: countRatings(events),
    canUndo: lastToUndo(events) !== undefined,
  };
}

/** Steps of each unit, as long as the data stay: reading them costs a millisecond each. */
const knownSteps = new WeakMap<Columns, Map<string, readonly RatingStep[] | undefined>>();

function isUnitDone(
  source: RatingSource,
  sample: StoredSample,
  unit: PlacedUnit,
  events: readonly StoredRatingEvent[],
): boolean {
  if (events.length === 0 && !sample.draft.metrics.includes('GQ')) return false;
  const columns = source.query.columns();
  const known = knownSteps.get(columns) ?? new Map<string, readonly RatingStep[] | undefined>();
  knownSteps.set(columns, known);
  const name = `${sample.id} ${unit.unit}`;
  if (!known.has(name)) known.set(name, readContent(source, sample, unit).steps);
  return readProgress(events, known.get(name)).isDone;
}

function countRatings(events: readonly StoredRatingEvent[]): number {
  const rated = events.filter(({ kind }) => kind === 'value' || kind === 'preference');
  return new Set(rated.map(({ unit, metric, tag }) => `${unit} ${metric} ${tag}`)).size;
}

/** What an undo takes back: the last thing said, unless names and figures were shown behind it. */
export function lastToUndo(events: readonly StoredRatingEvent[]): StoredRatingEvent | undefined {
  const last = events.at(-1);
  return last?.kind === 'revealed' ? undefined : last;
}
