// Finds where a JSON object ends, without parsing it: string-aware (quirk 4), strict about the order
// of tokens outside strings so that a record which is cut off is noticed a few bytes into the next
// one, lenient about what `repairJson` can put right. Works on bytes: JSON's structure is ASCII.

import { skipBlanks } from './resync.ts';

const MAX_DEPTH = 256;

const EXPECT_VALUE = 0;
const EXPECT_FIRST_KEY = 1;
const EXPECT_COLON = 2;
const AFTER_VALUE = 3;
const EXPECT_KEY = 4;
const IN_STRING = 5;
const IN_KEY = 6;

const OBJECT = 1;
const ARRAY = 2;

/** A scan under way; `position` counts from the first byte of the value, so a window may move. */
export interface ValueScan {
  position: number;
  state: number;
  depth: number;
  readonly stack: Uint8Array;
  /** Raw control characters, unknown escapes, stray or missing commas, NaN. */
  needsRepair: boolean;
}

/**
 * A scan of the value that begins at the place given to {@link scanValue}.
 *
 * @param finished  a scan that is over, whose memory is used again
 */
export function startScan(finished?: ValueScan): ValueScan {
  const stack = finished?.stack ?? new Uint8Array(MAX_DEPTH);
  return { position: 0, state: EXPECT_VALUE, depth: 0, stack, needsRepair: false };
}

/**
 * Goes on with a scan.
 *
 * @param from  index of the value's first byte in `bytes`
 * @param end  index behind the last byte that may be read
 * @returns `done`: the value ends before `from + position`; `more`: it goes on behind `end`;
 *   `broken`: what stands at `from + position` cannot stand there
 */
export function scanValue(
  scan: ValueScan,
  bytes: Uint8Array,
  from: number,
  end: number,
): 'done' | 'more' | 'broken' {
  const { stack } = scan;
  let { state, depth } = scan;
  let at = from + scan.position;
  const leave = (result: 'done' | 'more' | 'broken') => {
    scan.position = at - from;
    scan.state = state;
    scan.depth = depth;
    return result;
  };
  while (at < end) {
    if (state >= IN_STRING) {
      at = skipText(bytes, at, end);
      if (at >= end) break;
      const byte = bytes[at];
      if (byte === 0x5c) {
        if (at + 1 >= end) break;
        if (!isEscape(bytes[at + 1] ?? 0)) scan.needsRepair = true;
        at += 2;
        continue;
      }
      if (byte === 0x22) state = state === IN_KEY ? EXPECT_COLON : AFTER_VALUE;
      else scan.needsRepair = true;
      at += 1;
      continue;
    }
    at = skipBlanks(bytes, at, end);
    if (at >= end) break;
    const byte = bytes[at] ?? 0;
    switch (state) {
      case EXPECT_VALUE:
        if (byte === 0x22) state = IN_STRING;
        else if (byte === 0x7b || byte === 0x5b) {
          if (depth >= MAX_DEPTH) return leave('broken');
          stack[depth++] = byte === 0x7b ? OBJECT : ARRAY;
          state = byte === 0x7b ? EXPECT_FIRST_KEY : EXPECT_VALUE;
        } else if (byte === 0x5d && depth > 0 && stack[depth - 1] === ARRAY) {
          // `[]`, or a comma before the bracket, which only the parser tells apart
          depth -= 1;
          state = AFTER_VALUE;
        } else {
          const literalEnd = literalEndAt(bytes, at, end);
          if (literalEnd === end) return leave('more');
          if (literalEnd === at) return leave('broken');
          at = literalEnd - 1;
          state = AFTER_VALUE;
        }
        break;
      case EXPECT_FIRST_KEY:
      case EXPECT_KEY:
        if (byte === 0x22) state = IN_KEY;
        else if (byte === 0x7d) {
          if (state === EXPECT_KEY) scan.needsRepair = true;
          depth -= 1;
          state = AFTER_VALUE;
        } else return leave('broken');
        break;
      case EXPECT_COLON:
        if (byte !== 0x3a) return leave('broken');
        state = EXPECT_VALUE;
        break;
      default: {
        const inObject = stack[depth - 1] === OBJECT;
        if (byte === 0x2c) state = inObject ? EXPECT_KEY : EXPECT_VALUE;
        else if (byte === (inObject ? 0x7d : 0x5d)) depth -= 1;
        else if (byte === 0x22 && inObject) {
          scan.needsRepair = true; // a comma is missing
          state = IN_KEY;
        } else return leave('broken');
      }
    }
    at += 1;
    if (state === AFTER_VALUE && depth === 0) return leave('done');
  }
  return leave('more');
}

/** Index of the next quote, backslash or control character. */
function skipText(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x22 || byte === 0x5c || byte < 0x20) break;
    at += 1;
  }
  return at;
}

// " / \ b f n r t u; the digits behind \u are left to the parser
function isEscape(byte: number): boolean {
  return (
    byte === 0x22 || byte === 0x2f || byte === 0x5c || byte === 0x62 || byte === 0x66 ||
    byte === 0x6e || byte === 0x72 || byte === 0x74 || byte === 0x75
  ); // prettier-ignore
}

const LONGEST_LITERAL = 40;

/** Index behind a number, `true`, `false`, `null`, `NaN`, `Infinity`; `at` itself where none stands. */
function literalEndAt(bytes: Uint8Array, at: number, end: number): number {
  const first = String.fromCharCode(bytes[at] ?? 0);
  if (!/[-0-9tfnNI]/.test(first)) return at;
  let to = at + 1;
  while (
    to < end &&
    to - at < LONGEST_LITERAL &&
    /[\w+.-]/.test(String.fromCharCode(bytes[to] ?? 0))
  )
    to += 1;
  return to;
}
