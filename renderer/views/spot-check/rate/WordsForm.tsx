import { useEffect } from 'react';
import type { BlindUnit } from '../../../../shared/model/rating.ts';
import { WordsEntry } from '../../../components/words-form/WordsEntry.tsx';
import { say } from '../../../stores/rating-session-store.ts';
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
  const unkept = useWords((state) => state.unkept);
  useEffect(() => closeWords, [unit.position]);
  if (open === undefined) return undefined;
  const keep = async (text: string) => {
    closeWords(); // the next key rates again
    if (!(await saveWords(open, text.trim()))) openWords(open, text);
  };
  return (
    <WordsEntry
      key={`${unit.position}:${open}`}
      label={LABELS[open]}
      initial={unkept ?? (open === 'note' ? (unit.note ?? '') : '')}
      maxLength={2000}
      mayBeEmpty={open !== 'cannot'}
      onKeep={(text) => void keep(text)}
      onLeave={closeWords}
    />
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
