import type { Problem } from '../../../../shared/model/problem.ts';
import type { Checkpoint, RawRecord } from '../types.ts';
import type { ByteWindow } from './byte-window.ts';
import type { LooseRecord } from './loose-record.ts';
import type { ValueScan } from './scan-value.ts';

/** Text that belongs to no record; `kind` says why it is passed over. */
export interface Skip {
  readonly kind: 'prose' | 'broken' | 'tooLong';
  readonly start: Checkpoint;
  /** Its first bytes, perhaps with some of what follows it. */
  readonly head: Buffer;
  /** What is wrong with the JSON; for `broken`. */
  readonly reason: string;
  /** Byte at which the JSON broke; for `broken`. */
  readonly brokenAt: number;
}

/** Where a reader stands. Every place is a byte offset in the file. */
export interface ReaderState {
  readonly window: ByteWindow;
  readonly file: string;
  readonly maxRecordBytes: number;
  at: number;
  /** `line` is the line of byte `lineAt`, which is never behind `at`. */
  line: number;
  lineAt: number;
  /** The next line break from `at` on, once looked for; `searchedTo` when none was found so far. */
  newlineAt: number;
  searchedTo: number;
  /** Up to here the fast ways were tried in vain. */
  slowUntil: number;
  /** Bytes read more than once, which keeps recovery linear in the file's size. */
  rescanned: number;
  scan: ValueScan | undefined;
  lastScan: ValueScan | undefined;
  skip: Skip | undefined;
  loose: LooseRecord | undefined;
  records: RawRecord[];
  problems: Problem[];
  problemCount: number;
}

/** A reader at its beginning. */
export function startState(
  window: ByteWindow,
  file: string,
  start: Checkpoint,
  maxRecordBytes: number,
): ReaderState {
  return {
    window,
    file,
    maxRecordBytes,
    at: start.byte,
    line: start.line,
    lineAt: start.byte,
    newlineAt: -1,
    searchedTo: start.byte,
    slowUntil: 0,
    rescanned: 0,
    scan: undefined,
    lastScan: undefined,
    skip: undefined,
    loose: undefined,
    records: [],
    problems: [],
    problemCount: 0,
  };
}

/** Above this a file's problems are counted, no longer listed one by one. */
export const MAX_LISTED_PROBLEMS = 1000;

/** False once problems are only counted, so that their words need not be found. */
export function isListing(state: ReaderState): boolean {
  return state.problemCount < MAX_LISTED_PROBLEMS;
}

/** Notes a problem of this file. */
export function addProblem(state: ReaderState, problem: Omit<Problem, 'file'>): void {
  state.problemCount += 1;
  if (state.problemCount <= MAX_LISTED_PROBLEMS)
    state.problems.push({ ...problem, file: state.file });
}

/**
 * The first line break at or behind `from` among the bytes read so far. `from` never goes back, so
 * that a file without line breaks is searched once.
 */
export function nextNewline(state: ReaderState, from: number): number | undefined {
  if (state.newlineAt >= from) return state.newlineAt;
  const { buffer, offset, end } = state.window;
  const searchFrom = Math.max(from, state.searchedTo);
  if (searchFrom >= end) return undefined;
  const found = buffer.indexOf(0x0a, searchFrom - offset);
  if (found === -1 || found + offset >= end) {
    state.searchedTo = end;
    return undefined;
  }
  state.newlineAt = found + offset;
  state.searchedTo = state.newlineAt;
  return state.newlineAt;
}

/** 1-based line of a byte at or behind the last one asked for. */
export function lineOf(state: ReaderState, byte: number): number {
  for (;;) {
    const newline = nextNewline(state, state.lineAt);
    if (newline === undefined || newline >= byte) break;
    state.line += 1;
    state.lineAt = newline + 1;
  }
  state.lineAt = byte;
  return state.line;
}

/** The place `byte`, as something to resume from. */
export function checkpointAt(state: ReaderState, byte: number): Checkpoint {
  return { byte, line: lineOf(state, byte) };
}
