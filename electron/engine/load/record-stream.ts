// Files → raw records. String-aware, linear in the file's size, memory bounded by the longest record;
// what is no record is reported with its line, and reading goes on at the next one.
import type { Problem } from '../../../shared/model/problem.ts';
import { describeReadError } from './read-error.ts';
import { fillWindow, openWindow, type ByteWindow } from './stream/byte-window.ts';
import { drainWindow } from './stream/record-reader.ts';
import {
  checkpointAt,
  MAX_LISTED_PROBLEMS,
  startState,
  type ReaderState,
} from './stream/reader-state.ts';
import type { ReadOptions, RecordBatch } from './types.ts';

const MAX_RECORD_BYTES = 64 << 20;
const BATCH_RECORDS = 512;
const BATCH_BYTES = 8 << 20;

/**
 * Reads the top-level values of a file, whatever way they are written down: one a line, pretty-printed
 * one after another, touching, one array, loose (quirks 1–5).
 *
 * A file that cannot be read gives one batch with an `unreadable-file` problem. `next` of a batch is
 * where {@link ReadOptions.start} resumes behind it.
 *
 * @throws the signal's reason when it is aborted
 */
export async function* readRecords(
  path: string,
  options: ReadOptions = {},
): AsyncGenerator<RecordBatch, void, undefined> {
  const start = options.start ?? { byte: 0, line: 1 };
  let window: ByteWindow;
  try {
    window = await openWindow(path, start.byte);
  } catch (error) {
    yield { records: [], problems: [describeReadError(path, error)], next: start };
    return;
  }
  const state = startState(window, path, start, options.maxRecordBytes ?? MAX_RECORD_BYTES);
  try {
    yield* readBatches(state, options);
  } finally {
    await window.handle.close();
  }
}

async function* readBatches(state: ReaderState, options: ReadOptions) {
  const { window } = state;
  const limit = options.batchSize ?? BATCH_RECORDS;
  let batchStart = state.at;
  for (;;) {
    options.signal?.throwIfAborted();
    const result = drainWindow(state, limit);
    if (result === 'more') {
      const isFirst = window.end === 0;
      try {
        checkpointAt(state, state.at); // lines are counted before their bytes go
        await fillWindow(window, state.at);
      } catch (error) {
        yield takeBatch(state, [describeReadError(state.file, error)]);
        return;
      }
      if (isFirst && !skipByteOrderMark(state))
        return void (yield takeBatch(state, [utf16Problem(state)]));
      const isSmall = state.at - batchStart < BATCH_BYTES;
      if (isSmall && state.records.length < limit / 2) continue;
    }
    if (result === 'end') {
      yield takeBatch(state, unlistedProblems(state));
      return;
    }
    yield takeBatch(state, []);
    batchStart = state.at;
  }
}

function takeBatch(state: ReaderState, extra: readonly Problem[]): RecordBatch {
  const { records, problems } = state;
  state.records = [];
  state.problems = [];
  const open = state.loose?.start ?? state.skip?.start;
  const next = open ?? checkpointAt(state, state.at);
  return { records, problems: [...problems, ...extra], next };
}

/** @returns false for UTF-16, which is not read */
function skipByteOrderMark(state: ReaderState): boolean {
  const { buffer, end } = state.window;
  const mark = buffer.subarray(0, Math.min(end, 3)).toString('hex');
  if (mark === 'efbbbf') state.at = 3;
  return !mark.startsWith('fffe') && !mark.startsWith('feff');
}

function utf16Problem(state: ReaderState): Problem {
  return {
    code: 'unreadable-file',
    severity: 'error',
    file: state.file,
    message: `Cannot read the file: it is UTF-16. Save it as UTF-8. "${state.file}"`,
  };
}

function unlistedProblems(state: ReaderState): Problem[] {
  const unlisted = state.problemCount - MAX_LISTED_PROBLEMS;
  if (unlisted <= 0) return [];
  const message = `Read on, but stopped listing problems: ${unlisted.toLocaleString('en')} further ones in this file.`;
  return [{ code: 'bad-record', severity: 'warning', file: state.file, message }];
}
