// Which words of two pages differ. Pure and bounded.
import { tokensOf } from '../../../code/diff/diff-words.ts';
import { matchLists } from '../../../code/diff/match-lists.ts';
import type { TextSpan } from '../page-text.ts';

export interface PageDifference {
  readonly left: readonly TextSpan[];
  readonly right: readonly TextSpan[];
  /** Words taken out and put in. */
  readonly out: number;
  readonly put: number;
  /** False when the pages differ too much to be compared to the end. */
  readonly isExact: boolean;
}

const MOST_CHANGES = 800;

export function diffPages(left: string, right: string): PageDifference {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const { runs, isExact } = matchLists(
    a.map(({ word }) => word),
    b.map(({ word }) => word),
    MOST_CHANGES,
  );
  const out: Word[] = [];
  const put: Word[] = [];
  let [leftAt, rightAt] = [0, 0];
  for (const run of [...runs, { left: a.length, right: b.length, count: 0 }]) {
    out.push(...a.slice(leftAt, run.left));
    put.push(...b.slice(rightAt, run.right));
    [leftAt, rightAt] = [run.left + run.count, run.right + run.count];
  }
  return {
    left: joined(out, left),
    right: joined(put, right),
    out: out.length,
    put: put.length,
    isExact,
  };
}

/** True when two pages have the same words, however their lines are broken. */
export function isSameText(left: string, right: string): boolean {
  return left.replace(/\s+/g, '') === right.replace(/\s+/g, '');
}

interface Word extends TextSpan {
  readonly word: string;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const token of tokensOf(text)) {
    if (token.trim() !== '') words.push({ word: token, start: at, end: at + token.length });
    at += token.length;
  }
  return words;
}

/** Words of one line beside each other are one stretch. */
function joined(words: readonly Word[], text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const { start, end } of words) {
    const last = spans.at(-1);
    if (last !== undefined && /^[^\S\n]*$/.test(text.slice(last.end, start)))
      spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  return spans;
}
