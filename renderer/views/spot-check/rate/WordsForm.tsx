import { useEffect, useRef, useState } from 'react';
import type { BlindUnit } from '../../../../shared/model/rating.ts';
import { Button } from '../../../components/button/Button.tsx';
import { say } from '../../../stores/rating-session-store.ts';
import styles from './WordsForm.module.css';
import { sayVerdict } from './use-rating-actions.ts';
import { closeWords, openWords, useWords, type WordsFor } from './words-store.ts';

const LABELS: Readonly<Record<WordsFor, string>> = {
  cannot: 'Why it cannot be judged',
  note: 'Note',
  'caption-wrong': 'What is wrong with the caption',
  'verdict-wrong': 'What is wrong with the verdict',
};

/** A reason or a note: Enter keeps it, Shift+Enter is a new line, Escape leaves it. */
export function WordsForm({ unit }: { readonly unit: BlindUnit }) {
  const open = useWords((state) => state.open);
  useEffect(() => closeWords, [unit.position]);
  if (open === undefined) return undefined;
  return <OpenForm key={`${unit.position}:${open}`} purpose={open} unit={unit} />;
}

function OpenForm({ purpose, unit }: { readonly purpose: WordsFor; readonly unit: BlindUnit }) {
  const unkept = useWords((state) => state.unkept);
  const [text, setText] = useState(unkept ?? (purpose === 'note' ? (unit.note ?? '') : ''));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const isKept = purpose !== 'cannot' || text.trim() !== '';
  const keep = async () => {
    if (!isKept) return;
    closeWords(); // the next key rates again
    if (!(await saveWords(purpose, text.trim()))) openWords(purpose, text);
  };
  return (
    <form
      className={styles.words}
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
          maxLength={2000}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              closeWords();
            }
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void keep();
          }}
        />
      </label>
      <footer>
        <Button type="submit" variant="primary" isDisabled={!isKept}>
          Keep
        </Button>
        <Button onClick={closeWords}>Leave</Button>
      </footer>
    </form>
  );
}

function saveWords(purpose: WordsFor, text: string): Promise<boolean> {
  switch (purpose) {
    case 'note':
      return say(() => ({ kind: 'note', text }));
    case 'cannot':
      // of a pair there is no scale: it stands for the whole
      return say((unit, step) =>
        unit.isRevealed
          ? undefined
          : { kind: 'cannot', ...(step ?? { metric: 'SC' }), reason: text },
      );
    case 'caption-wrong':
    case 'verdict-wrong':
      return sayVerdict(purpose, text);
  }
}
