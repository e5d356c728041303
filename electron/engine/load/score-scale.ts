import type { ImportedScore } from './types.ts';

/** A scale of imported figures: how a raw figure becomes a value in [0, 1]. */
export interface ScoreScale {
  /** Shown to people beside the figure. */
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

/** Judge's scale of the official files; 0 is an empty or missing response. */
export const FIFTHS: ScoreScale = { name: 's/5', low: 0, high: 5 };
/** Judge's scale where 0 does not occur. */
export const JUDGED_FIFTHS: ScoreScale = { name: 's/5', low: 1, high: 5 };
/** Older SC files hold 0, 0.2 … 1. */
export const AS_IS: ScoreScale = { name: 'as is', low: 0, high: 1 };
export const HUNDREDTHS: ScoreScale = { name: 's/100', low: 0, high: 100 };

/**
 * Decides the scale of an SC file by all its figures: whatever stands above 1 shows that it counts
 * 1..5; fractions, with nothing above 1, that it counts 0..1.
 *
 * @returns `isCertain` false when there are zeros and ones only, which both scales allow; the present
 *   scale, 1..5, is then assumed
 */
export function decideScScale(raws: Iterable<number>): { scale: ScoreScale; isCertain: boolean } {
  let hasFraction = false;
  let hasAny = false;
  for (const raw of raws) {
    if (raw > 1) return { scale: FIFTHS, isCertain: true };
    if (!Number.isInteger(raw)) hasFraction = true;
    if (raw !== 0) hasAny = true;
  }
  return hasFraction ? { scale: AS_IS, isCertain: true } : { scale: FIFTHS, isCertain: !hasAny };
}

/** What {@link readScore} made of a raw value. */
export type ReadScore = { readonly score: ImportedScore } | { readonly problem: string };

/**
 * A raw figure of an official file as a score; null is a figure that the script did not get.
 *
 * @param spoilt  set when the figure says nothing: it was judged by a captioner's error message
 */
export function readScore(
  name: { readonly metric: ImportedScore['metric']; readonly tag?: string },
  raw: unknown,
  scale: ScoreScale,
  spoilt?: string,
): ReadScore {
  const base = { ...name, scale: scale.name };
  if (raw === null || raw === undefined)
    return {
      score: {
        ...base,
        unscored: { code: 'imported-null', reason: 'The file holds no figure here.' },
      },
    };
  const figure = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  if (typeof figure !== 'number' || !Number.isFinite(figure))
    return { problem: `${label(name)} is ${JSON.stringify(raw)}, not a number` };
  if (figure < scale.low || figure > scale.high)
    return {
      problem: `${label(name)} is ${figure}, outside ${scale.low} to ${scale.high}`,
    };
  if (spoilt !== undefined)
    return {
      score: { ...base, raw: figure, unscored: { code: 'imported-error-caption', reason: spoilt } },
    };
  return { score: { ...base, raw: figure, value: figure / scale.high } };
}

function label({ metric, tag }: { readonly metric: string; readonly tag?: string }): string {
  return tag === undefined ? metric : `${metric} of "${tag}"`;
}
