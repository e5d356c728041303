import { create } from 'zustand';

/** What words are being typed for; undefined: none. */
export type WordsFor = 'cannot' | 'note' | 'caption-wrong' | 'verdict-wrong';

export const useWords = create<{ readonly open: WordsFor | undefined }>(() => ({
  open: undefined,
}));

export const openWords = (open: WordsFor) => useWords.setState({ open });
export const closeWords = () => useWords.setState({ open: undefined });
