// Which words of a changed line changed. Pure and bounded, so that it can be done when a row is drawn.
import { diffArrays } from 'diff';

/** A stretch of a text by its UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word in scripts with spaces; a character in those without; a run of blanks; any other sign. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|[\p{L}\p{N}\p{M}_]+|\s+|[^]/gu;
const LONGEST = 4_000;
const MOST_CHANGES = 400;
/** With less in common the whole line is new, and marks in it would only be noise. */
const LEAST_SHARE = 0.2;

/**
 * The words that only one of two texts has.
 *
 * @returns undefined when the texts are too long, or have too little in common for words to matter
 */
export function diffWords(
  left: string,
  right: string,
): { readonly left: readonly Span[]; readonly right: readonly Span[] } | undefined {
  if (left.length > LONGEST || right.length > LONGEST) return undefined;
  const changes = diffArrays(tokensOf(left), tokensOf(right), { maxEditLength: MOST_CHANGES });
  if (changes === undefined) return undefined;
  const out: Span[] = [];
  const put: Span[] = [];
  let [leftAt, rightAt, shared] = [0, 0, 0];
  for (const { added, removed, value } of changes) {
    const length = value.reduce((sum, token) => sum + token.length, 0);
    if (removed) out.push({ start: leftAt, end: leftAt + length });
    else if (added) put.push({ start: rightAt, end: rightAt + length });
    else shared += value.join('').trim().length;
    if (!added) leftAt += length;
    if (!removed) rightAt += length;
  }
  const longer = Math.max(left.trim().length, right.trim().length);
  if (longer > 0 && shared / longer < LEAST_SHARE) return undefined;
  return { left: joined(out, left), right: joined(put, right) };
}

export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Stretches with nothing but blanks between them read better as one. */
function joined(spans: readonly Span[], text: string): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last !== undefined && text.slice(last.end, span.start).trim() === '')
      out[out.length - 1] = { start: last.start, end: span.end };
    else out.push(span);
  }
  return out;
}
