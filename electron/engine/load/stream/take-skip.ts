import type { ByteWindow } from './byte-window.ts';
import { findRecordStart, skipBlanks } from './resync.ts';
import {
  addProblem,
  checkpointAt,
  isListing,
  type ReaderState,
  type Skip,
} from './reader-state.ts';

const HEAD_BYTES = 240;
const NO_BYTES = Buffer.alloc(0);
const RESCAN_SLACK_BYTES = 4 << 20;

/** Begins to pass over what stands at `state.at`, up to the next start of a record. */
export function startSkip(
  state: ReaderState,
  kind: Skip['kind'],
  brokenAt = state.at,
  reason = '',
): void {
  const { window, at } = state;
  const head = isListing(state) ? headAt(window, at) : NO_BYTES;
  state.skip = { kind, start: checkpointAt(state, at), head, reason, brokenAt };
  // Recovery may read a piece again, but not every piece again and again.
  state.rescanned += brokenAt - at;
  const mayGoBack = state.rescanned <= 2 * at + RESCAN_SLACK_BYTES;
  state.at = kind === 'tooLong' ? window.end : mayGoBack ? at + 1 : Math.max(at + 1, brokenAt);
}

/** @returns false when more bytes are needed to find the next record */
export function continueSkip(state: ReaderState, skip: Skip): boolean {
  const { window } = state;
  const found = findRecordStart(
    window.buffer,
    state.at - window.offset,
    window.end - window.offset,
    { isAtEnd: window.isAtEnd, onlyAtLineStart: skip.kind === 'tooLong' },
  );
  const isFound = 'found' in found;
  state.at = (isFound ? found.found : found.resumeAt) + window.offset;
  if (!isFound && !window.isAtEnd) return false;
  state.skip = undefined;
  if (state.slowUntil < state.at) state.slowUntil = 0;
  if (isListing(state))
    addProblem(state, { ...describe(state, skip, isFound), line: skip.start.line });
  else state.problemCount += 1;
  return true;
}

function describe(state: ReaderState, skip: Skip, isFound: boolean) {
  const quoted = quote(skip.head.subarray(0, state.at - skip.start.byte));
  switch (skip.kind) {
    case 'prose':
      return {
        code: 'quirk',
        quirk: 3,
        severity: 'warning',
        message: `Passed over text that belongs to no record: ${quoted}. Remove it from the file.`,
      } as const;
    case 'tooLong':
      return {
        code: 'line-too-long',
        severity: 'error',
        message:
          `Passed over a record longer than ${state.maxRecordBytes.toLocaleString('en')} bytes` +
          `${isFound ? '; reading went on behind it' : ''}. Check the file: ${quoted}`,
      } as const;
    case 'broken': {
      const isCutOff = (isFound && state.at <= skip.brokenAt) || skip.brokenAt >= state.window.end;
      const then = isFound
        ? 'Reading went on at the next record.'
        : 'Nothing could be read behind it.';
      return isCutOff
        ? ({
            code: 'truncated-json',
            severity: 'error',
            message: `Cannot read a record: it is cut off before it ends. ${then} Complete it: ${quoted}`,
          } as const)
        : ({
            code: 'bad-record',
            severity: 'error',
            message: `Cannot read a record: ${skip.reason}. ${then} Correct it: ${quoted}`,
          } as const);
    }
  }
}

function headAt({ buffer, offset, end }: ByteWindow, at: number): Buffer {
  return Buffer.from(buffer.subarray(at - offset, Math.min(at + HEAD_BYTES, end) - offset));
}

function quote(bytes: Buffer): string {
  const text = bytes
    .toString('utf8')
    .replace(/\uFFFD+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > 80 ? `"${text.slice(0, 80)}…"` : `"${text}"`;
}

/** Moves over blanks and list punctuation between records; false at the end of the window. */
export function skipSeparators(state: ReaderState): boolean {
  const { buffer, offset, end } = state.window;
  let at = state.at - offset;
  for (;;) {
    at = skipBlanks(buffer, at, end - offset);
    const byte = at < end - offset ? buffer[at] : undefined;
    const isPunctuation = byte === 0x2c || byte === 0x5b || byte === 0x5d;
    const isColon = byte === 0x3a && state.loose?.key !== undefined;
    if (!isPunctuation && !isColon) break;
    at += 1;
  }
  state.at = at + offset;
  return state.at < end;
}
