import type { SampleUnit } from '../db/samples.ts';
import { nameKey } from './rater-name.ts';
import { randomOf, shuffled } from './seeded.ts';

/** A unit as a rater meets it. */
export interface PlacedUnit extends SampleUnit {
  /** Its number in the sample. */
  readonly unit: number;
  /** Of a pair: the second model stands on the left. */
  readonly isSwapped: boolean;
}

/**
 * The units of a rater in an order of their own: those that all raters get, and of the rest every nth.
 * A rater beyond those that were planned gets the common ones only.
 */
export function orderForRater(
  units: readonly SampleUnit[],
  rater: { readonly name: string; readonly seat: number },
  draft: { readonly seed: number; readonly raters: number },
): PlacedUnit[] {
  const random = randomOf('order', draft.seed, nameKey(rater.name));
  let rest = 0;
  const own = units.flatMap((unit, at): PlacedUnit[] => {
    const isMine = unit.isCommon || rest++ % draft.raters === rater.seat;
    // drawn for every unit, so that it hangs on the unit alone
    const isSwapped = random() < 0.5;
    const placed = { ...unit, unit: at, isSwapped: isSwapped && unit.otherModel !== undefined };
    return isMine ? [placed] : [];
  });
  return shuffled(own, random);
}

/** Left before right. */
export function inRatersOrder<T>(responses: readonly T[], { isSwapped }: PlacedUnit): T[] {
  return isSwapped ? [...responses].reverse() : [...responses];
}
