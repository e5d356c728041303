import type { Brush } from '../../stores/compare-options.ts';

const OPPOSITE = { minA: 'maxA', maxA: 'minA', minB: 'maxB', maxB: 'minB' } as const;

/**
 * A brush with another bound; one that would pass the opposite takes it along. Undefined where the value
 * is none of the scale.
 */
export function setBound(brush: Brush, bound: keyof Brush, value: number): Brush | undefined {
  if (!(value >= 0 && value <= 1)) return undefined;
  const tidy = Math.round(value * 1000) / 1000;
  const other = OPPOSITE[bound];
  const isPast = bound.startsWith('min') ? tidy > brush[other] : tidy < brush[other];
  return { ...brush, [bound]: tidy, ...(isPast ? { [other]: tidy } : {}) };
}
