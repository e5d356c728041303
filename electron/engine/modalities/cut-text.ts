import { formatCount } from './caption-input.ts';

/** A text within its limit, and what to say of it when it was cut. */
export interface CutText {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * Keeps whole lines at the beginning of a text, as many as fit, and says at its end that more follows.
 *
 * @param limit  characters (UTF-16 units) that are kept; the remark comes on top
 */
export function cutText(text: string, limit: number): CutText {
  if (text.length <= limit) return { text, notes: [] };
  const lineEnd = text.lastIndexOf('\n', limit);
  const end = lineEnd > limit / 2 ? lineEnd : wholeCharacters(text, limit);
  const said = `${formatCount(end)} of ${formatCount(text.length)} characters`;
  return {
    text: `${text.slice(0, end)}\n[… cut: the first ${said} are shown]`,
    notes: [`The first ${said} were sent.`],
  };
}

/** Not between the two halves of a character outside the basic plane. */
function wholeCharacters(text: string, limit: number): number {
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit;
}
