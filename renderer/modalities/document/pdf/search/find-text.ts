// Finds words as people type them: letter case, accents, ligatures and line breaks make no difference.
// Pure.
import type { TextSpan } from '../page-text.ts';

/** A text made simple to search, with the way back to its offsets. */
export interface FoldedText {
  readonly folded: string;
  /** For each UTF-16 unit of `folded` the offset in the text that it comes from. */
  readonly offsets: Int32Array;
}

export function foldText(text: string): FoldedText {
  const offsets: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const plain = /\s/.test(character)
      ? ' '
      : character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    // blanks in a row, such as a line break behind a blank, are one
    const added = plain === ' ' && folded.endsWith(' ') ? '' : plain;
    offsets.push(...new Array<number>(added.length).fill(at));
    folded += added;
    at += character.length;
  }
  return { folded, offsets: Int32Array.from([...offsets, text.length]) };
}

/** Places of a query that was folded too; they do not overlap. */
export function findIn({ folded, offsets }: FoldedText, query: string): TextSpan[] {
  const found: TextSpan[] = [];
  if (query === '') return found;
  for (let at = folded.indexOf(query); at !== -1; at = folded.indexOf(query, at + query.length)) {
    found.push({ start: offsets[at] ?? 0, end: offsets[at + query.length] ?? 0 });
  }
  return found;
}
