// A trace on the disk: records are appended line by line as they come, so that whatever ends the process
// leaves all but the last line. What cannot be read is counted, never guessed.
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { TraceRecord } from '../../../shared/model/agent.ts';

export interface ReadTrace {
  readonly records: readonly TraceRecord[];
  /** Lines that are no record, e.g. the last one after a crash. */
  readonly unreadable: number;
}

/** Largest trace that is read; one of a chain of many rounds has some hundred kilobytes. */
const MAX_BYTES = 64 * 2 ** 20;

/** Reads a trace. @returns undefined when there is none */
export function readTrace(path: string): ReadTrace | undefined {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined || size > MAX_BYTES) return undefined;
  const records: TraceRecord[] = [];
  let unreadable = 0;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const record = parseLine(line);
    if (record === undefined) unreadable += 1;
    else records.push(record);
  }
  return { records, unreadable };
}

function parseLine(line: string): TraceRecord | undefined {
  try {
    return TraceRecord.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined; // half a line
  }
}

/** A trace that is written to. */
export interface TraceFile {
  /** What stood in it when it was opened. */
  readonly records: readonly TraceRecord[];
  readonly append: (record: TraceRecord) => void;
}

/** Opens a trace to go on with it; half a line at its end is cut off. */
export function openTrace(path: string): TraceFile {
  mkdirSync(dirname(path), { recursive: true });
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 0) {
    const bytes = readFileSync(path);
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end < bytes.length) truncateSync(path, end);
  }
  return {
    records: readTrace(path)?.records ?? [],
    append: (record) => appendFileSync(path, `${JSON.stringify(record)}\n`),
  };
}

/** Writes a new trace that begins with the records of another. */
export function copyTrace(path: string, records: readonly TraceRecord[]): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}
