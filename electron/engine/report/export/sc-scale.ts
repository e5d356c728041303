import type { Score } from '../../../../shared/model/score.ts';

/** An SC as it is kept. */
export type KeptSc = Pick<Score, 'raw' | 'value' | 'source'>;

const AS_IS = 'as is';

/**
 * On which scale an SC file is written: 1 to 5, or 0 to 1 as older files are when all its figures came
 * from such files and one of them shows it. A file of zeros and ones would be read as 1 to 5.
 */
export function isOlderScale(kept: readonly KeptSc[]): boolean {
  const raws = kept.flatMap(({ raw }) => (raw === undefined ? [] : [raw]));
  const areAll = kept.every(({ raw, source }) => raw === undefined || source.scale === AS_IS);
  return areAll && raws.some((raw) => !Number.isInteger(raw));
}

/** The figure of an SC in a file; undefined where there is none. */
export function scOnScale(kept: KeptSc, isOlder: boolean): number | undefined {
  if (kept.value === undefined) return undefined;
  const { raw = kept.value * 5, source } = kept;
  // fifths are written exactly: 0.2 · 5 is 1, but 0.6 · 5 is 3 only when it is rounded
  if (source.scale === AS_IS && !isOlder) return Math.round(raw * 5 * 1e9) / 1e9;
  return raw;
}
