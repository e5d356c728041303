import type { RangeMatches } from './ranges.ts';

/** How each instance does under a filter. */
export interface Matches {
  /**
   * Per instance: bit n is set when the nth of `FACET_IDS` rejects it, {@link MODE_BIT} and
   * {@link RANGE_BIT} when mode or ranges do, {@link REJECTED} when anything else does. 0 = it passes. With
   * a single bit set it still counts for the figures of what set it.
   */
  readonly failing: Uint32Array;
  readonly ranges: RangeMatches;
}

export const MODE_BIT = 1 << 28;
export const RANGE_BIT = 1 << 29;
/** Rejected by what has no figures of its own: search, state, expression, keys. */
export const REJECTED = 1 << 30;
/** Every bit that a filter can set. */
export const ALL_BITS = 0x7fffffff;
