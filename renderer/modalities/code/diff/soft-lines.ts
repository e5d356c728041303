// Lines that are too long to be drawn or compared as one are broken at places which the text itself
// gives, so that a change at the front does not move every break behind it.
import type { Line, Token } from '../line-tokens.ts';

/** Lines beyond this are broken. */
export const LONGEST_LINE = 2_000;
const SHORTEST_PIECE = 60;
const LONGEST_PIECE = 600;
const SIGN = /[;{},.!?。！？]\s?/g;
/** One sign in so many is a break: pieces are about this many clauses long. */
const SIGNS_PER_BREAK = 4;
const LOOKED_BACK = 16;

/** Lines ready to stand in rows, with the numbers that they have in the file. */
export interface SoftLines {
  readonly lines: readonly Line[];
  readonly texts: readonly string[];
  /** Number from 1; 0 for the further pieces of a line that was broken. */
  readonly numbers: Int32Array;
  readonly hasBroken: boolean;
}

export function breakLines(lines: readonly Line[]): SoftLines {
  const soft: Line[] = [];
  const texts: string[] = [];
  const numbers: number[] = [];
  lines.forEach((line, index) => {
    const text = line.map((token) => token.text).join('');
    if (text.length <= LONGEST_LINE) {
      soft.push(line);
      texts.push(text);
      numbers.push(index + 1);
      return;
    }
    let start = 0;
    const rest = cutter(line);
    for (const end of breaksOf(text)) {
      numbers.push(start === 0 ? index + 1 : 0);
      texts.push(text.slice(start, end));
      soft.push(rest(end - start));
      start = end;
    }
  });
  return {
    lines: soft,
    texts,
    numbers: Int32Array.from(numbers),
    hasBroken: soft.length > lines.length,
  };
}

/**
 * Ends of the pieces; the last is the end of the text. A sign is a break by what stands before it, not
 * by how far it is from the break before, so that two texts break alike again soon behind a change.
 */
export function breaksOf(text: string): number[] {
  const ends: number[] = [];
  let start = 0;
  const cut = (end: number) => {
    ends.push(end);
    start = end;
  };
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const end = index + sign.length;
    while (end - start > LONGEST_PIECE) cut(wholeCharacter(text, start + LONGEST_PIECE));
    const isBreak = hashOf(text.slice(Math.max(0, end - LOOKED_BACK), end)) % SIGNS_PER_BREAK === 0;
    if (isBreak && end - start >= SHORTEST_PIECE && end < text.length) cut(end);
  }
  while (text.length - start > LONGEST_PIECE) cut(wholeCharacter(text, start + LONGEST_PIECE));
  return [...ends, text.length];
}

/** Never between the two halves of a character. */
const wholeCharacter = (text: string, end: number) =>
  /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 15) & 0xffff; // the low bits hardly mix
}

/** Takes the next so many characters off the tokens of a line, in one pass over them. */
function cutter(line: Line): (length: number) => Line {
  let at = 0;
  let offset = 0;
  return (length) => {
    const piece: Token[] = [];
    let room = length;
    while (room > 0) {
      const token = line[at];
      if (token === undefined) break;
      const text = token.text.slice(offset, offset + room);
      piece.push({ ...token, text });
      room -= text.length;
      offset += text.length;
      if (offset === token.text.length) [at, offset] = [at + 1, 0];
    }
    return piece;
  };
}
