import type { ScoreRange } from '../../../shared/model/filter.ts';
import { figureId } from './figures.ts';

/** Which range rejects an instance. */
export interface RangeMatches {
  /** Ids of the figures with a range, see `figureId`. */
  readonly ids: readonly string[];
  /** By index: the only one of `ids` that rejects it; {@link PASSES}, or {@link SEVERAL}. */
  readonly rejectedBy: Int16Array;
}

export const PASSES = -1;
export const SEVERAL = -2;

/**
 * Holds every instance against the ranges. Several of the same figure count as one: the histogram of a
 * figure leaves out all its ranges.
 *
 * @param figuresOf  the values of a range's figure
 */
export function matchRanges(
  count: number,
  ranges: readonly ScoreRange[],
  figuresOf: (range: ScoreRange) => Float64Array,
): RangeMatches {
  const rejectedBy = new Int16Array(count).fill(PASSES);
  const byFigure = [...Map.groupBy(ranges, figureId)];
  byFigure.forEach(([, own], id) => {
    const [first] = own;
    if (first === undefined) return;
    const min = Math.max(...own.map((range) => range.min ?? -Infinity));
    const max = Math.min(...own.map(({ max: limit }) => upperLimit(limit)));
    const values = figuresOf(first);
    for (let index = 0; index < count; index++) {
      const value = values[index]!;
      if (value >= min && value < max) continue;
      rejectedBy[index] = rejectedBy[index] === PASSES ? id : SEVERAL;
    }
  });
  return { ids: byFigure.map(([id]) => id), rejectedBy };
}

/** The last part of the scale holds its upper end. */
function upperLimit(max: number | undefined): number {
  return max === undefined || max >= 1 ? Infinity : max;
}
