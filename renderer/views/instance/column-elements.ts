// Where the columns of the open instance are on the page, aligned or beside each other.
import type { TagSegment } from '../../../shared/model/content.ts';
import { revealTag } from '../../components/interleaved/Interleaved.tsx';

/** Every element that shows a part of a column. */
export function columnElements(columnId: string, root: ParentNode = document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[data-column="${CSS.escape(columnId)}"]`)];
}

/** Scrolls to a column's item and gives it the focus. */
export function revealItem(columnId: string, tag: string, root: ParentNode = document): void {
  const element = columnElements(columnId, root).find(
    (each) => each.querySelector(`[data-tag="${CSS.escape(tag)}"]`) !== null,
  );
  if (element !== undefined) revealTag(element, tag);
}

/** Goes to the item of a tag: of the task, of the reference, or of the column itself, by its role. */
export function followTag(
  columnId: string,
  segment: Pick<TagSegment, 'tag' | 'role'>,
  root: ParentNode = document,
): void {
  // an answer points at the task's items; the task points at those of the reference
  const target =
    segment.role === 'inputReference'
      ? 'task'
      : segment.role === 'expectedOutput'
        ? 'reference'
        : columnId;
  revealItem(target, segment.tag, root);
}
