// What a paired test says, in words; the level is that of a false alarm in twenty.
import type { AnalysisNote } from '../../../shared/model/analysis.ts';
import type { PairedTest } from '../../../shared/model/comparison.ts';

export const LEVEL = 0.05;

export type Verdict = 'a' | 'b' | 'open' | 'untested';

/** Which model is better beyond doubt; `untested` where there is nothing to test. */
export function verdictOf({ n, pHolm, meanDiff, effect }: PairedTest): Verdict {
  if (n < 2 || pHolm === undefined || meanDiff === undefined) return 'untested';
  if (pHolm >= LEVEL) return 'open';
  // ranks tested, so ranks say which way; the mean may differ where few differences are large
  return (effect ?? meanDiff) > 0 ? 'a' : 'b';
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  a: 'A better',
  b: 'B better',
  open: 'no difference shown',
  untested: 'not tested',
};

/** What is said of one metric; notes without a metric are about all of them. */
export function notesOn(notes: readonly AnalysisNote[], metric: string): readonly string[] {
  return notes.filter((note) => note.metric === metric).map(({ message }) => message);
}

/** What is said of everything. */
export function generalNotes(notes: readonly AnalysisNote[]): readonly string[] {
  return notes.filter((note) => note.metric === undefined).map(({ message }) => message);
}
