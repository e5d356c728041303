// The table behind a scatter: ten bands of A by ten of B.
import type { Area, ScatterPoints } from './scatter-area.ts';

export const BANDS = 10;

/** Counts, a row a band of A, a column a band of B; the lowest first. */
export function crossTable({ as, bs }: ScatterPoints): readonly (readonly number[])[] {
  const rows = Array.from({ length: BANDS }, () => new Array<number>(BANDS).fill(0));
  for (let at = 0; at < as.length; at++) {
    const row = rows[bandOf(as[at] ?? 0)];
    const column = bandOf(bs[at] ?? 0);
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return rows;
}

/** 1 is in the last; 0.3 × 10 is no less than 3. */
function bandOf(value: number): number {
  return Math.max(0, Math.min(BANDS - 1, Math.floor(value * BANDS + 1e-9)));
}

/** What a cell of the table covers. */
export function bandArea(bandA: number, bandB: number): Area {
  const [minA, minB] = [bandA / BANDS, bandB / BANDS];
  return { minA, maxA: (bandA + 1) / BANDS, minB, maxB: (bandB + 1) / BANDS };
}
