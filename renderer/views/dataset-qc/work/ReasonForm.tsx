import { useEffect } from 'react';
import { WordsEntry } from '../../../components/words-form/WordsEntry.tsx';
import type { Seat } from '../seat.ts';
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
  if (purpose === undefined) return null;
  const keep = async (text: string) => {
    if (await sayAndGoOn(seat, purpose, text.trim())) closeQcWords();
  };
  return (
    <WordsEntry
      key={purpose}
      label={LABELS[purpose]}
      maxLength={4000}
      onKeep={(text) => void keep(text)}
      onLeave={closeQcWords}
    />
  );
}
