import { Popover } from 'radix-ui';
import { useRef } from 'react';
import type { Annotation, AnnotationDraft } from '../../../../shared/model/annotation.ts';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { stopAnnotating, type Annotating } from '../../../stores/annotating-store.ts';
import { placeId } from '../../../stores/annotation-place.ts';
import {
  ofKind,
  removeAnnotation,
  saveAnnotation,
  toggleAnnotation,
  useAnnotationsStore,
} from '../../../stores/annotations-store.ts';
import type { Column } from '../columns.ts';
import styles from './AnnotationPanel.module.css';
import { viewerInFront } from './find-target.ts';
import { NoteField } from './NoteField.tsx';
import { placeLabel } from './mark-label.ts';
import { TagPicker } from './TagPicker.tsx';

/** Beside a place: which tags it has, to be found by typing, and a note. Escape closes it. */
export function AnnotationPanel({
  annotating,
  annotations,
  columns,
}: {
  readonly annotating: Annotating;
  readonly annotations: readonly Annotation[];
  readonly columns: readonly Column[];
}) {
  const { target, field, anchor, returnTo } = annotating;
  const error = useAnnotationsStore((state) => state.error);
  const virtual = useRef({ getBoundingClientRect: () => anchor });
  const { key, side, model, mark } = target;
  const place = { key, side, ...(model === undefined ? {} : { model }), mark };
  const own = annotations.filter((each) => placeId(each) === placeId(target));
  const [note] = ofKind(own, 'note');
  const saveNote = (text: string) => {
    const draft: AnnotationDraft = {
      ...place,
      kind: 'note',
      text,
      ...(note === undefined ? {} : { id: note.id }),
    };
    if (text.trim() !== '') void saveAnnotation(draft);
    else if (note !== undefined) void removeAnnotation(note.id);
    stopAnnotating();
  };
  const label = placeLabel({ side, model, mark }, columns);
  return (
    <Popover.Root open modal onOpenChange={(isOpen) => !isOpen && stopAnnotating()}>
      <Popover.Anchor virtualRef={virtual} />
      <Popover.Portal>
        <Popover.Content
          className={styles.panel}
          side="right"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={`Annotate ${label}`}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (!(event.currentTarget instanceof HTMLElement)) return;
            event.currentTarget.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // a region that was being drawn is gone by now: its viewer has the keys
            const isThere = returnTo?.isConnected === true;
            const back = isThere
              ? returnTo
              : viewerInFront()?.querySelector<HTMLElement>('[data-own-keys]');
            back?.focus({ preventScroll: true });
          }}
        >
          <h2 className={styles.title}>{label}</h2>
          <TagPicker
            chosen={ofKind(own, 'tag').flatMap(({ tag }) => tag ?? [])}
            onToggle={(tag) => void toggleAnnotation({ ...place, kind: 'tag', tag })}
          />
          <NoteField key={note?.id} text={note?.text ?? ''} onSave={saveNote} />
          {error !== undefined && <ErrorText error={error} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
