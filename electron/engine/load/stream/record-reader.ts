import { awaitsLiteral, awaitsObject } from './loose-record.ts';
import { isLineStart, skipBlanks } from './resync.ts';
import { lineOf, type ReaderState } from './reader-state.ts';
import { acceptToken, flushLoose, takeLooseToken } from './take-loose.ts';
import { takeObject } from './take-object.ts';
import { continueSkip, skipSeparators, startSkip } from './take-skip.ts';

/**
 * Takes what the window holds, at most `limit` records.
 *
 * @returns `more`: the window is to be filled; `end`: nothing is left; `full`: the limit is reached
 */
export function drainWindow(state: ReaderState, limit: number): 'more' | 'end' | 'full' {
  const { window } = state;
  for (;;) {
    if (state.skip !== undefined && !continueSkip(state, state.skip)) return 'more';
    if (!skipSeparators(state)) {
      if (!window.isAtEnd) return 'more';
      flushLoose(state);
      return 'end';
    }
    if (state.records.length >= limit) return 'full';
    const byte = window.buffer[state.at - window.offset];
    const step = byte === 0x7b ? stepObject(state) : stepToken(state, byte === 0x22);
    if (step === 'more') {
      if (window.end - state.at < state.maxRecordBytes) return 'more';
      flushLoose(state);
      state.scan = undefined;
      startSkip(state, 'tooLong');
    }
  }
}

function stepObject(state: ReaderState): 'more' | 'taken' {
  const { at } = state;
  if (state.scan === undefined && !opensObject(state)) return passOver(state);
  const line = lineOf(state, at); // before line breaks behind it are searched
  const object = takeObject(state);
  if (object.kind === 'more') return 'more';
  if (object.kind === 'broken') {
    flushLoose(state);
    startSkip(state, 'broken', object.at, object.reason);
    return 'taken';
  }
  if (awaitsObject(state.loose) && acceptToken(state, object.value, object.end)) return 'taken';
  flushLoose(state);
  state.at = object.end;
  state.records.push({
    value: object.value,
    line,
    byteStart: at,
    byteEnd: object.end,
    repaired: object.repaired,
  });
  return 'taken';
}

/** False for a brace in prose: behind it stands neither a key nor the closing brace. */
function opensObject(state: ReaderState): boolean {
  const { buffer, offset, end } = state.window;
  const next = skipBlanks(buffer, state.at - offset + 1, end - offset);
  if (next >= end - offset) return true; // not known yet, or cut off
  return buffer[next] === 0x22 || buffer[next] === 0x7d;
}

function stepToken(state: ReaderState, isString: boolean): 'more' | 'taken' {
  const { buffer, offset } = state.window;
  const mayBeLoose = isString
    ? state.loose !== undefined || isLineStart(buffer, state.at - offset)
    : awaitsLiteral(state.loose);
  if (!mayBeLoose) return passOver(state);
  const token = takeLooseToken(state, isString);
  if (token === 'prose') return passOver(state);
  return token;
}

function passOver(state: ReaderState): 'taken' {
  flushLoose(state);
  startSkip(state, 'prose');
  return 'taken';
}
