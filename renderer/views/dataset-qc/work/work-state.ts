import { create } from 'zustand';

/** Verdicts that need a reason. */
export type QcWordsFor = 'reject' | 'original' | 'reopen';

interface WorkState {
  /** What a reason is being typed for; undefined: nothing. */
  readonly words: QcWordsFor | undefined;
  /** The changes are shown instead of the record as it reads. */
  readonly hasChanges: boolean;
  /** The editor has the whole record as text, not its parts. */
  readonly isRaw: boolean;
}

/** What is shown of the work; nothing of it is kept. */
export const useWorkState = create<WorkState>(() => ({
  words: undefined,
  hasChanges: false,
  isRaw: false,
}));

export const openQcWords = (words: QcWordsFor) => useWorkState.setState({ words });
export const closeQcWords = () => useWorkState.setState({ words: undefined });
export const toggleChanges = () =>
  useWorkState.setState(({ hasChanges }) => ({ hasChanges: !hasChanges }));
/** The record as it reads, not what has changed in it. */
export const showReading = () => useWorkState.setState({ hasChanges: false });
export const setRaw = (isRaw: boolean) => useWorkState.setState({ isRaw });
