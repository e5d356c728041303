import { columnElements } from '../column-elements.ts';

/** Goes to a column's cell in a row and gives what is in it the focus. */
export function revealCell(root: HTMLElement, row: number, columnId: string): void {
  const cell = columnElements(columnId, root).find((each) => each.dataset['row'] === String(row));
  const target = cell ?? root.querySelector<HTMLElement>(`[data-row="${row}"]`);
  if (target === null || target === undefined) return;
  target.scrollIntoView({ block: 'nearest' });
  target.querySelector<HTMLElement>('[tabindex], button')?.focus({ preventScroll: true });
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
