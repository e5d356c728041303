import { useState } from 'react';
import { Button } from '../../../components/button/Button.tsx';
import styles from './AnnotationPanel.module.css';

/** The words of a note: Enter keeps them, Shift and Enter begin a line, none take the note away. */
export function NoteField({
  text,
  onSave,
}: {
  readonly text: string;
  readonly onSave: (text: string) => void;
}) {
  const [draft, setDraft] = useState(text);
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <textarea
        data-field="note"
        aria-label="Note"
        placeholder="Note"
        rows={3}
        maxLength={8000}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onSave(draft);
        }}
      />
      <div className={styles.foot}>
        <small>Enter keeps it · Shift Enter: new line</small>
        <Button type="submit" isDisabled={draft.trim() === text.trim()}>
          {draft.trim() === '' && text !== '' ? 'Remove note' : 'Keep note'}
        </Button>
      </div>
    </form>
  );
}
