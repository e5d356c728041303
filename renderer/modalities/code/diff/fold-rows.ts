// What a comparison draws of its rows: changed ones, some lines around them, and gaps for the rest.
import type { DiffRows } from './diff-lines.ts';

/** One thing that is drawn. `side` is `both` beside each other; inline a changed row is drawn by sides. */
export type DiffItem =
  | { readonly kind: 'row'; readonly row: number; readonly side: 'both' | 'left' | 'right' }
  | { readonly kind: 'gap'; readonly from: number; readonly count: number };

/** Rows from `from` to before `to` that changed, without an unchanged one between them. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
}

export const CONTEXT = 3;

export function hunksOf({ isSame }: Pick<DiffRows, 'isSame'>): Hunk[] {
  const hunks: Hunk[] = [];
  for (let at = 0; at < isSame.length; at++) {
    if (isSame[at] === 1) continue;
    const from = at;
    while (at < isSame.length && isSame[at] === 0) at++;
    hunks.push({ from, to: at });
  }
  return hunks;
}

/**
 * @param opened  first rows of the gaps that were opened; `all` leaves none
 * @param isInline  a changed row is two items, all that was taken out before all that was put in
 */
export function foldRows(
  rows: DiffRows,
  opened: ReadonlySet<number> | 'all',
  isInline: boolean,
): DiffItem[] {
  const items: DiffItem[] = [];
  const count = rows.isSame.length;
  const showSame = (from: number, to: number) => {
    for (let row = from; row < to; row++) items.push({ kind: 'row', row, side: 'both' });
  };
  const fold = (from: number, to: number) => {
    const first = from === 0 ? 0 : from + CONTEXT;
    const last = to === count ? count : to - CONTEXT;
    // a gap of one line takes the room of that line
    if (last - first < 2 || opened === 'all' || opened.has(first)) return showSame(from, to);
    showSame(from, first);
    items.push({ kind: 'gap', from: first, count: last - first });
    showSame(last, to);
  };
  let at = 0;
  for (const { from, to } of hunksOf(rows)) {
    fold(at, from);
    if (isInline) {
      for (const side of ['left', 'right'] as const)
        for (let row = from; row < to; row++)
          if ((rows[side][row] ?? -1) >= 0) items.push({ kind: 'row', row, side });
    } else for (let row = from; row < to; row++) items.push({ kind: 'row', row, side: 'both' });
    at = to;
  }
  fold(at, count);
  return items;
}
