import type { BlindUnit } from '../../../shared/model/rating.ts';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import { listEventsOfUnit } from '../db/rating-events.ts';
import { blindSequence } from './blind.ts';
import { readProgress } from './progress.ts';
import type { PlacedUnit } from './rater-order.ts';
import { readContent, unitAt, type RatingSource, type Seat } from './seat.ts';
import { changedParts, shownHashes, type FileHasher } from './shown.ts';

/** A unit as its rater sees it; nothing in it tells whose the responses are. */
export async function readUnit(
  source: RatingSource,
  seat: Seat,
  position: number,
  hashOf: FileHasher,
): Promise<BlindUnit> {
  const unit = unitAt(seat, position);
  const { instance, steps } = readContent(source, seat.sample, unit);
  const { sample, rater } = seat;
  const events = listEventsOfUnit(source.db, sample.id, rater.nameKey, unit.unit);
  const names = source.query.columns().models.map(({ name }) => name);
  const blind = (sequence: InstanceDetail['task']) => blindSequence(sequence, names);
  const hashes = instance === undefined ? {} : await shownHashes(instance, hashOf);
  return {
    ...readProgress(events, steps),
    position,
    total: seat.units.length,
    key: unit.key,
    task: blind(instance?.task ?? EMPTY),
    reference: blind(instance?.reference ?? EMPTY),
    responses: inRatersOrder(instance?.responses ?? [], unit).map(({ sequence }) =>
      blind(sequence),
    ),
    steps: [...(steps ?? [])],
    isGone: instance === undefined,
    isStale: events.some(({ shown }) => changedParts({ ...shown, prompt: '' }, hashes).length > 0),
  };
}

const EMPTY: InstanceDetail['task'] = { content: '', segments: [], items: [], strip: '' };

/** Left before right. */
export function inRatersOrder<T>(responses: readonly T[], { isSwapped }: PlacedUnit): T[] {
  return isSwapped ? [...responses].reverse() : [...responses];
}
