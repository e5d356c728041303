import type { CompareEntry } from '../../define.ts';
import type { TextComparison } from './compare-texts.ts';
import type { DiffRows } from './diff-lines.ts';
import { LONGEST_LINE } from './soft-lines.ts';

const number = new Intl.NumberFormat('en-US');

/** How many lines were taken out and put in; a changed line is both. */
export function statsOf(rows: DiffRows): { readonly out: number; readonly put: number } {
  let [out, put] = [0, 0];
  rows.isSame.forEach((isSame, row) => {
    if (isSame === 1) return;
    if ((rows.left[row] ?? -1) >= 0) out += 1;
    if ((rows.right[row] ?? -1) >= 0) put += 1;
  });
  return { out, put };
}

/** `difference 2 of 7 · −3 +5 lines`; says plainly when there is none. */
export function countText(
  { out, put }: ReturnType<typeof statsOf>,
  hunks: number,
  current: number,
): string {
  if (hunks === 0) return 'no difference';
  const place =
    current < 0
      ? `${number.format(hunks)} ${hunks === 1 ? 'difference' : 'differences'}`
      : `difference ${number.format(current + 1)} of ${number.format(hunks)}`;
  return `${place} · −${number.format(out)} +${number.format(put)}`;
}

/** What a reader must know of how the comparison was made. */
export function sideNotes(
  left: CompareEntry,
  right: CompareEntry,
  { left: one, right: other, rows }: TextComparison,
): string[] {
  const limits = [
    [left, one],
    [right, other],
  ] as const;
  const isBoth = one.limit !== undefined && one.limit === other.limit;
  const notes = isBoth
    ? [`Both: ${one.limit}`]
    : limits.flatMap(([{ label }, { limit }]) =>
        limit === undefined ? [] : [`${label}: ${limit}`],
      );
  if (one.hasBroken || other.hasBroken) {
    const most = number.format(LONGEST_LINE);
    notes.push(`Lines of more than ${most} characters are broken here; ↪ goes on with the line.`);
  }
  if (!rows.isExact) {
    notes.push(
      'Too different to be compared line by line: only what occurs once in both is matched, the rest stands as taken out and put in.',
    );
  }
  return notes;
}
