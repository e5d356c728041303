import { addToken, isComplete, startsLooseRecord, type LooseRecord } from './loose-record.ts';
import { parseOrRepair } from './parse-text.ts';
import { addProblem, checkpointAt, type ReaderState } from './reader-state.ts';
import { isLineStart } from './resync.ts';

/**
 * Takes a string or a literal at the top level as a part of a loose record (quirk 2).
 *
 * @returns `taken`, `more` bytes needed, or `prose`: it is no part of any record
 */
export function takeLooseToken(state: ReaderState, isString: boolean): 'taken' | 'more' | 'prose' {
  const { window, at } = state;
  const from = at - window.offset;
  const to = window.end - window.offset;
  const end = isString ? stringEnd(window.buffer, from, to) : literalEnd(window.buffer, from, to);
  if (end === undefined) return window.isAtEnd ? 'prose' : 'more';
  if (end === from) return 'prose';
  const parsed = parseOrRepair(window.buffer.toString('utf8', from, end), false);
  if ('error' in parsed) return 'prose';
  return acceptToken(state, parsed.value, end + window.offset) ? 'taken' : 'prose';
}

/** Adds a token that ends at `end` to the loose record under way, or begins one with it. */
export function acceptToken(state: ReaderState, token: unknown, end: number): boolean {
  const { loose, at } = state;
  const grown = loose === undefined ? undefined : addToken(loose, token);
  if (grown === undefined) {
    flushLoose(state);
    if (typeof token !== 'string' || !startsLooseRecord(token)) return false;
    if (!isLineStart(state.window.buffer, at - state.window.offset)) return false;
    state.loose = { start: checkpointAt(state, at), fields: {}, key: token };
  } else state.loose = grown;
  state.at = end;
  return true;
}

/** Ends the loose record under way: kept when keys and values alternated, else reported. */
export function flushLoose(state: ReaderState): void {
  const { loose } = state;
  if (loose === undefined) return;
  state.loose = undefined;
  const { line } = loose.start;
  if (!isComplete(loose)) {
    const message = `Cannot put a loose record together: ${whatIsWrong(loose)}. Write it as one JSON object.`;
    addProblem(state, { code: 'quirk', quirk: 2, severity: 'error', line, message });
    return;
  }
  state.records.push({
    value: loose.fields,
    line,
    byteStart: loose.start.byte,
    byteEnd: state.at,
    repaired: true,
  });
  addProblem(state, {
    code: 'quirk',
    quirk: 2,
    severity: 'info',
    line,
    message: 'Put a record together from loose keys and values. Write it as one JSON object.',
  });
}

function whatIsWrong(loose: LooseRecord): string {
  return loose.key === undefined
    ? `there is only "${Object.keys(loose.fields).join('", "')}"`
    : `keys and values do not alternate, "${loose.key}" has no value`;
}

/** Index behind the closing quote; `from` itself when the line ends first, undefined at the end. */
function stringEnd(bytes: Buffer, from: number, to: number): number | undefined {
  for (let at = from + 1; at < to; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) at += 1;
    else if (byte === 0x22) return at + 1;
    else if (byte === 0x0a) return from;
  }
  return undefined;
}

function literalEnd(bytes: Buffer, from: number, to: number): number | undefined {
  const ahead = bytes.toString('latin1', from, Math.min(to, from + 40));
  const literal = /^(?:-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?=[\s,\]}]|$)/.exec(ahead);
  return literal === null ? from : from + literal[0].length;
}
