import type { AnnotationDraft } from '../../../../shared/model/annotation.ts';
import { useAction } from '../../../hooks/use-action.ts';
import { startAnnotating, type Annotating } from '../../../stores/annotating-store.ts';
import type { PlaceName } from '../../../stores/annotation-place.ts';
import { toggleAnnotation, undoAnnotation, useCanUndo } from '../../../stores/annotations-store.ts';
import type { Column } from '../columns.ts';
import { findFlagTarget, findTarget } from './find-target.ts';

/** A flag on a place, to be put there or taken away. */
export function flagDraft(key: string, { side, model, mark }: PlaceName): AnnotationDraft {
  return { key, side, ...(model === undefined ? {} : { model }), kind: 'flag', mark };
}

/** Gives the keys of annotations their meaning while an instance is open. */
export function useAnnotationActions(key: string, columns: readonly Column[]): void {
  const canUndo = useCanUndo();
  const ask = (field: Annotating['field']) => {
    const found = findTarget(columns);
    if (found === undefined) return;
    const { place, anchor } = found;
    const active = document.activeElement;
    const returnTo = active instanceof HTMLElement && active !== document.body ? active : undefined;
    startAnnotating({ target: { key, ...place }, field, anchor, returnTo });
  };
  useAction('instance.flag', () => {
    const place = findFlagTarget(columns);
    if (place !== undefined) void toggleAnnotation(flagDraft(key, place));
  });
  useAction('instance.tag', () => ask('tag'));
  useAction('instance.note', () => ask('note'));
  useAction('instance.undo', canUndo ? () => void undoAnnotation() : undefined);
}
