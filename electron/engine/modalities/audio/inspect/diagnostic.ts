import type { Figure } from '../../../../../shared/model/quality.ts';

/** Lowest level that is told; what lies below it, silence included, has no level. */
export const LOWEST_DB = -200;

/** A figure beside the score; one that is not a number does not exist. */
export const diagnostic = (
  value: number | undefined,
  unit: string,
  range: readonly [number, number],
  note?: string,
): Figure => ({
  ...(value !== undefined && Number.isFinite(value) && { value }),
  unit,
  range,
  role: 'diagnostic',
  ...(note !== undefined && { note }),
});

/**
 * Amplitude as a level re full scale.
 *
 * @returns dBFS; undefined for silence
 */
export function amplitudeDb(amplitude: number): number | undefined {
  const db = 20 * Math.log10(amplitude);
  return db >= LOWEST_DB ? db : undefined;
}
