// What raters were shown last: a rating is of that, not of what a file has become since, and the next key
// need not wait for it to be read again.
import type { RatingStep } from '../../../shared/model/rating.ts';
import type { ShownHashes } from '../db/rating-events.ts';
import type { StoredSample } from '../db/samples.ts';
import type { Columns } from '../query/columns.ts';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import { inRatersOrder, type PlacedUnit } from './rater-order.ts';
import { readContent, type RatingSource } from './seat.ts';
import { shownHashes, type FileHasher } from './shown.ts';

/** A unit as it was shown. */
export interface ShownUnit {
  /** Undefined of a pair. */
  readonly steps: readonly RatingStep[] | undefined;
  readonly isGone: boolean;
  readonly hashes: ShownHashes;
  /** Of the response on the left. */
  readonly responseHash: string | undefined;
}

const KEPT = 200;
const known = new WeakMap<Columns, Map<string, ShownUnit>>();

/** As it was shown last; read now where it was not, or where the data have changed since. */
export async function recallUnit(
  source: RatingSource,
  sample: StoredSample,
  unit: PlacedUnit,
  hashOf: FileHasher,
): Promise<ShownUnit> {
  const before = known.get(source.query.columns())?.get(nameOf(sample, unit));
  return before ?? (await noteUnit(source, sample, unit, hashOf)).shown;
}

/** Reads a unit and notes that it is shown. */
export async function noteUnit(
  source: RatingSource,
  sample: StoredSample,
  unit: PlacedUnit,
  hashOf: FileHasher,
): Promise<{ readonly instance: InstanceDetail | undefined; readonly shown: ShownUnit }> {
  const columns = source.query.columns();
  const { instance, steps } = readContent(source, sample, unit);
  const hashes = instance === undefined ? {} : await shownHashes(instance, hashOf);
  const [left] = inRatersOrder(instance?.responses ?? [], unit);
  const isGone = instance === undefined;
  const shown: ShownUnit = { steps, isGone, hashes, responseHash: left?.contentHash };
  const kept = known.get(columns) ?? new Map<string, ShownUnit>();
  known.set(columns, kept);
  kept.set(nameOf(sample, unit), shown);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return { instance, shown };
}

const nameOf = ({ id }: StoredSample, { unit, isSwapped }: PlacedUnit) =>
  `${id} ${unit} ${isSwapped}`;
