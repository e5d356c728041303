// Three ways to find the end of an object, fastest first: the line is the object; its last brace
// stands under its first; a scan byte by byte. The first two are proved by `JSON.parse` itself, since
// no text that parses has another one as its beginning.
import { decodeUtf8, parseOrRepair, tryParse } from './parse-text.ts';
import { addProblem, isListing, lineOf, nextNewline, type ReaderState } from './reader-state.ts';
import { scanValue, startScan } from './scan-value.ts';

/** Up to this length an unfinished line or block is waited for; a longer one is scanned. */
const FAST_PATH_BYTES = 1 << 19;

export type TakenObject =
  | { readonly kind: 'value'; readonly value: unknown; readonly end: number; repaired: boolean }
  | { readonly kind: 'more' }
  | { readonly kind: 'broken'; readonly at: number; readonly reason: string };

/** Takes the object that begins at `state.at`, which holds a `{`. Does not move on. */
export function takeObject(state: ReaderState): TakenObject {
  if (state.scan === undefined && state.at >= state.slowUntil) {
    const taken = takeFast(state);
    if (taken !== undefined) return taken;
  }
  return takeSlow(state);
}

function takeFast(state: ReaderState): TakenObject | undefined {
  const { window, at } = state;
  const bytes = window.buffer;
  const newline = nextNewline(state, at) ?? (window.isAtEnd ? window.end : undefined);
  if (newline === undefined) {
    if (window.end - at < FAST_PATH_BYTES) return { kind: 'more' };
    state.slowUntil = window.end;
    return undefined;
  }
  let last = newline - window.offset - 1;
  while (isListSpace(bytes[last])) last -= 1;
  const first = at - window.offset;
  if (last > first) {
    const taken = bytes[last] === 0x7d ? parseBytes(state, last + 1) : undefined;
    if (taken === undefined) state.slowUntil = newline;
    return taken;
  }
  return takeBlock(state, newline);
}

/** An object whose `{` is alone on its line: its end is the first `}` under the line's indent. */
function takeBlock(state: ReaderState, newline: number): TakenObject | undefined {
  const { window, at } = state;
  const closing = `\n${indentOfLine(window.buffer, at - window.offset)}}`;
  const found = window.buffer.indexOf(closing, newline - window.offset, 'latin1');
  const end = found === -1 ? undefined : found + closing.length;
  if (end === undefined || end + window.offset > window.end) {
    if (!window.isAtEnd && window.end - at < FAST_PATH_BYTES) return { kind: 'more' };
    state.slowUntil = window.end;
    return undefined;
  }
  const taken = parseBytes(state, end);
  if (taken === undefined) state.slowUntil = end + window.offset;
  return taken;
}

function indentOfLine(bytes: Buffer, at: number): string {
  let lineStart = at;
  while (lineStart > 0 && bytes[lineStart - 1] !== 0x0a && at - lineStart < 100) lineStart -= 1;
  let end = lineStart;
  while (bytes[end] === 0x20 || bytes[end] === 0x09) end += 1;
  return bytes.toString('latin1', lineStart, end);
}

/** What may follow an object on its line: blanks, and the comma of a list. */
function isListSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0d || byte === 0x09 || byte === 0x2c;
}

function parseBytes(state: ReaderState, endIndex: number): TakenObject | undefined {
  const { window, at } = state;
  const { text, isDamaged } = decodeUtf8(window.buffer, at - window.offset, endIndex);
  const parsed = tryParse(text);
  if (parsed === undefined) return undefined;
  if (isDamaged) reportDamage(state);
  const end = endIndex + window.offset;
  return { kind: 'value', value: parsed.value, end, repaired: isDamaged };
}

function takeSlow(state: ReaderState): TakenObject {
  const { window, at } = state;
  const from = at - window.offset;
  const scan = (state.scan ??= startScan(state.lastScan));
  const result = scanValue(scan, window.buffer, from, window.end - window.offset);
  if (result === 'more' && !window.isAtEnd) return { kind: 'more' };
  state.scan = undefined;
  state.lastScan = scan;
  const stoppedAt = at + scan.position;
  if (result === 'more')
    return { kind: 'broken', at: window.end, reason: 'the file ends before the record does' };
  if (result === 'broken')
    return { kind: 'broken', at: stoppedAt, reason: reasonAt(state, from + scan.position) };
  const { text, isDamaged } = decodeUtf8(window.buffer, from, from + scan.position);
  const parsed = parseOrRepair(text, scan.needsRepair);
  if ('error' in parsed) return { kind: 'broken', at: stoppedAt, reason: parsed.error };
  if (isDamaged) reportDamage(state);
  if (parsed.repaired) reportRepair(state);
  return {
    kind: 'value',
    value: parsed.value,
    end: stoppedAt,
    repaired: parsed.repaired || isDamaged,
  };
}

function reasonAt(state: ReaderState, at: number): string {
  if (!isListing(state)) return '';
  const around = state.window.buffer.toString('utf8', at, at + 24).split(/[\r\n]/)[0] ?? '';
  return `"${around.replace(/\uFFFD+$/, '')}" stands where JSON has none of it`;
}

function reportDamage(state: ReaderState): void {
  addProblem(state, {
    code: 'quirk',
    quirk: 5,
    severity: 'warning',
    line: lineOf(state, state.at),
    message:
      'Read a record with bytes that are not UTF-8; they show as "\uFFFD". Save the file as UTF-8.',
  });
}

function reportRepair(state: ReaderState): void {
  addProblem(state, {
    code: 'bad-record',
    severity: 'info',
    line: lineOf(state, state.at),
    message:
      'Repaired a record: its JSON holds raw line breaks, unknown escapes, a misplaced comma or NaN. ' +
      'Write it with a JSON library.',
  });
}
