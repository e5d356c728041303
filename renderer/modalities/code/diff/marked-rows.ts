// Marked lines of two texts in the rows of their comparison. Pure.
import type { ComparedSide, TextComparison } from './compare-texts.ts';
import type { DiffItem } from './fold-rows.ts';

export type DiffSide = 'left' | 'right';

/** The line that stands at a place of a side, from 1; of a broken line, the one that it is a part of. */
export function lineAt({ numbers }: Pick<ComparedSide, 'numbers'>, at: number): number {
  for (let place = at; place >= 0; place--) {
    const number = numbers[place] ?? 0;
    if (number > 0) return number;
  }
  return 0;
}

/** The row in which a line of a side begins; undefined where it has no such line. */
export function rowOfLine(
  { left, right, rows }: TextComparison,
  side: DiffSide,
  line: number,
): number | undefined {
  const at = (side === 'left' ? left : right).numbers.indexOf(line);
  const row = at < 0 ? -1 : rows[side].indexOf(at);
  return row < 0 ? undefined : row;
}

/** Where a row is drawn, with its side where the sides have rows of their own; -1 where it is folded. */
export function itemOfRow(items: readonly DiffItem[], row: number, side: DiffSide): number {
  return items.findIndex(
    (item) =>
      item.kind === 'row' && item.row === row && (item.side === 'both' || item.side === side),
  );
}

/** The gap in which a row is folded, by its first row. */
export function gapOfRow(items: readonly DiffItem[], row: number): number | undefined {
  const gap = items.find(
    (item) => item.kind === 'gap' && item.from <= row && row < item.from + item.count,
  );
  return gap?.kind === 'gap' ? gap.from : undefined;
}
