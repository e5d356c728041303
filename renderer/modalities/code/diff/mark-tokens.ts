import type { Line, Token } from '../line-tokens.ts';
import type { Span } from './diff-words.ts';

/** Tokens cut at the borders of the marked stretches. */
export function markTokens(
  line: Line,
  spans: readonly Span[],
): { readonly token: Token; readonly isMarked: boolean }[] {
  if (spans.length === 0) return line.map((token) => ({ token, isMarked: false }));
  const pieces: { token: Token; isMarked: boolean }[] = [];
  let at = 0;
  let next = 0;
  for (const token of line) {
    const end = at + token.text.length;
    let from = at;
    while (from < end) {
      while ((spans[next]?.end ?? Infinity) <= from) next++;
      const { start = Infinity, end: markEnd = Infinity } = spans[next] ?? {};
      const isMarked = start <= from;
      const to = Math.min(end, isMarked ? markEnd : start);
      pieces.push({ token: { ...token, text: token.text.slice(from - at, to - at) }, isMarked });
      from = to;
    }
    at = end;
  }
  return pieces;
}
