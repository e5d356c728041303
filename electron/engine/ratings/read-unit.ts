import type { BlindUnit } from '../../../shared/model/rating.ts';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import { listEventsOfUnit } from '../db/rating-events.ts';
import { blindSequence } from './blind.ts';
import { readProgress } from './progress.ts';
import { inRatersOrder } from './rater-order.ts';
import { unitAt, type RatingSource, type Seat } from './seat.ts';
import { changedParts, type FileHasher } from './shown.ts';
import { noteUnit } from './shown-units.ts';

/** A unit as its rater sees it; nothing in it tells whose the responses are. */
export async function readUnit(
  source: RatingSource,
  seat: Seat,
  position: number,
  hashOf: FileHasher,
): Promise<BlindUnit> {
  const unit = unitAt(seat, position);
  const { sample, rater } = seat;
  const { instance, shown } = await noteUnit(source, sample, unit, hashOf);
  const { steps, hashes, isGone } = shown;
  const events = listEventsOfUnit(source.db, sample.id, rater.nameKey, unit.unit);
  const names = source.query.columns().models.map(({ name }) => name);
  const blind = (sequence: InstanceDetail['task']) => blindSequence(sequence, names);
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
    isGone,
    isStale: events.some(
      (event) => changedParts({ ...event.shown, prompt: '' }, hashes).length > 0,
    ),
  };
}

const EMPTY: InstanceDetail['task'] = { content: '', segments: [], items: [], strip: '' };
