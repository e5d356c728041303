import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button/Button.tsx';
import type { Seat } from '../seat.ts';
import styles from './ReasonForm.module.css';
import { sayAndGoOn } from './use-qc-actions.ts';
import { closeQcWords, useWorkState, type QcWordsFor } from './work-state.ts';

const LABELS: Readonly<Record<QcWordsFor, string>> = {
  reject: 'Why it is not to be in the dataset',
  original: 'Why it is to stay as it was',
  reopen: 'Why it is to be reviewed again',
};

/** A reason: Enter keeps it, Shift+Enter is a new line, Escape leaves it. */
export function ReasonForm({ seat }: { readonly seat: Seat }) {
  const purpose = useWorkState((state) => state.words);
  useEffect(() => closeQcWords, []);
  return purpose === undefined ? null : <OpenForm key={purpose} purpose={purpose} seat={seat} />;
}

function OpenForm({ purpose, seat }: { readonly purpose: QcWordsFor; readonly seat: Seat }) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const keep = async () => {
    if (text.trim() !== '' && (await sayAndGoOn(seat, purpose, text.trim()))) closeQcWords();
  };
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label>
        {LABELS[purpose]}
        <textarea
          ref={field}
          rows={3}
          value={text}
          maxLength={4000}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              closeQcWords();
            }
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void keep();
          }}
        />
      </label>
      <footer>
        <Button type="submit" variant="primary" isDisabled={text.trim() === ''}>
          Keep
        </Button>
        <Button onClick={closeQcWords}>Leave</Button>
      </footer>
    </form>
  );
}
