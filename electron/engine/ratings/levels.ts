import type { Score } from '../../../shared/model/score.ts';

/**
 * A figure on the scale on which people rate.
 *
 * SC, HC and SH as the judge gave them (0 for an empty response); imported figures of 0..1 times five; of
 * quality 1 + 4 · GQ, as the judge's own overall of 1..5 becomes a GQ by (overall − 1)/4.
 *
 * @returns undefined for a figure that there is not
 */
export function toLevel({ metric, value, raw, source }: Score): number | undefined {
  if (value === undefined) return undefined;
  if (metric === 'GQ') return 1 + 4 * value;
  return raw !== undefined && source.scale !== 'as is' ? raw : value * 5;
}
