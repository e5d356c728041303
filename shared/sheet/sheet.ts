/** What a command has to say, for people: the same in every format. */
export interface Sheet {
  readonly title: string;
  readonly tables: readonly Table[];
  /** Sentences under the tables. */
  readonly notes: readonly string[];
}

export interface Table {
  readonly title: string;
  readonly headings: readonly string[];
  /** Headings that stand above several columns, from left to right; absent where there are none. */
  readonly spans?: readonly { readonly text: string; readonly columns: number }[];
  /** Columns from here on hold figures, aligned to the right. */
  readonly numericFrom: number;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly string[];
  /** Columns of cells that are the best of theirs. */
  readonly best?: readonly number[];
  /** Stands above the row, over all columns. */
  readonly heading?: string;
}

/** No figure. */
export const NONE = '—';

/** In [0, 1] as the paper prints it: ×100 with one decimal. */
export const percent = (value: number | undefined): string =>
  value === undefined ? NONE : (value * 100).toFixed(1).replace(/^-(0\.0)$/, '$1');

/** Both ends; the mark says that they are not from resamples but from what these come to. */
export function interval(
  ends: readonly [number, number] | undefined,
  method: string | undefined,
): string {
  if (ends === undefined) return NONE;
  const mark = method === 'cornish-fisher' ? ' †' : '';
  return `${percent(ends[0])} – ${percent(ends[1])}${mark}`;
}

/** A probability, never as an outright 0. */
export function probability(p: number | undefined): string {
  if (p === undefined) return NONE;
  return p < 0.0005 ? '< 0.001' : p.toFixed(3);
}

/** Says how intervals were made. */
export const INTERVAL_NOTE =
  'Intervals are 95 %: percentile bootstrap of 10,000 seeded resamples over instances; †: from 2,000 ' +
  'instances on its limit by Cornish and Fisher, from the same figures.';
