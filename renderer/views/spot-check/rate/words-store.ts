import { create } from 'zustand';

/** What words are being typed for; undefined: none. */
export type WordsFor = 'cannot' | 'note' | 'caption-wrong' | 'verdict-wrong';

interface WordsState {
  readonly open: WordsFor | undefined;
  /** What was typed when it could not be kept. */
  readonly unkept: string | undefined;
}

export const useWords = create<WordsState>(() => ({ open: undefined, unkept: undefined }));

export const openWords = (open: WordsFor, unkept?: string) => useWords.setState({ open, unkept });
export const closeWords = () => useWords.setState({ open: undefined, unkept: undefined });
