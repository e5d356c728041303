import type { TagSegment } from '../../../../shared/model/content.ts';
import { revealTag } from '../../../components/interleaved/Interleaved.tsx';

/** Goes to the item of a tag: of the task, of the reference, or of the column itself, by its role. */
export function revealInColumn(
  root: HTMLElement,
  columnId: string,
  segment: Pick<TagSegment, 'tag' | 'role'>,
): void {
  const target =
    segment.role === 'inputReference'
      ? 'task'
      : segment.role === 'expectedOutput'
        ? 'reference'
        : columnId;
  for (const cell of cellsOf(root, target)) {
    if (cell.querySelector(`[data-tag="${CSS.escape(segment.tag)}"]`) === null) continue;
    revealTag(cell, segment.tag);
    return;
  }
}

/** Goes to a column's cell in a row and gives what is in it the focus. */
export function revealCell(root: HTMLElement, row: number, columnId: string): void {
  const cell = cellsOf(root, columnId).find((each) => each.dataset['row'] === String(row));
  const target = cell ?? root.querySelector<HTMLElement>(`[data-row="${row}"]`);
  if (target === null || target === undefined) return;
  target.scrollIntoView({ block: 'nearest' });
  target.querySelector<HTMLElement>('[tabindex], button')?.focus({ preventScroll: true });
}

function cellsOf(root: HTMLElement, columnId: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[data-column="${CSS.escape(columnId)}"]`)];
}

/** Column and tag of the item that has the focus, in rows as in columns. */
export function focusedItem(): { readonly columnId: string; readonly tag: string } | undefined {
  const tag = document.activeElement?.closest<HTMLElement>('[data-tag]')?.dataset['tag'];
  const columnId = document.activeElement?.closest<HTMLElement>('[data-column]')?.dataset['column'];
  return tag === undefined || columnId === undefined ? undefined : { columnId, tag };
}

/** Row that has the focus; undefined outside of aligned rows. */
export function focusedRow(): number | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return row === undefined ? undefined : Number(row);
}

/** Opens the pair menu of the cell that has the focus. @returns false when there is none */
export function openPairMenu(): boolean {
  const cell = document.activeElement?.closest('[data-row]');
  const button = cell?.querySelector<HTMLElement>('[data-pair-menu]');
  if (button === null || button === undefined) return false;
  button.focus();
  if (button.dataset['state'] === undefined) button.click();
  // a menu that was open before listens to keys and not to clicks
  else button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  return true;
}
