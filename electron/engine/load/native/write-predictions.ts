// Writes predictions with their files beside them. The file comes to its place when it is whole; what
// is no earlier import of this kind is never replaced.
import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import type { NativeProblem, NativeSystem } from '../../../../shared/model/native.ts';
import { joinPictures } from './join-pictures.ts';
import type { PlannedItem, PlannedRecord } from './to-record.ts';

export interface WriteRequest {
  readonly system: NativeSystem;
  readonly records: readonly PlannedRecord[];
  /** The predictions, absolute. */
  readonly out: string;
  readonly signal: AbortSignal;
}

export interface Written {
  /** Files beside the predictions. */
  readonly files: number;
  readonly problems: readonly NativeProblem[];
}

/** Marks a record as made here; without it a file is somebody else's. */
const MARK = '"native":{"system":';

/** @throws AppError 'bad-input', 'disk-full', 'read-only', 'unreadable' */
export async function writePredictions(request: WriteRequest): Promise<Written> {
  const { out, records, signal } = request;
  await refuseOthers(out);
  const beside = `${basename(out, extname(out))}_files`;
  const problems: NativeProblem[] = [];
  const lines: string[] = [];
  let files = 0;
  try {
    await mkdir(dirname(out), { recursive: true });
    for (const record of records) {
      signal.throwIfAborted();
      const modal: Record<string, string> = {};
      for (const planned of record.items) {
        const value = await placeItem(planned, join(dirname(out), beside), problems);
        if (value === undefined) continue;
        files += value.files;
        modal[planned.tag] = value.inline ?? `${beside}/${planned.place ?? ''}`;
      }
      lines.push(lineOf(request.system, record, modal));
    }
    await writeFile(`${out}.part`, `${lines.join('\n')}\n`);
    await rename(`${out}.part`, out);
  } catch (error) {
    await rm(`${out}.part`, { force: true });
    throw writeError(error, out);
  }
  return { files, problems };
}

function lineOf(
  system: NativeSystem,
  { target, sample, content }: PlannedRecord,
  modal: Readonly<Record<string, string>>,
): string {
  return JSON.stringify({
    domain: target.field,
    subdomain: target.subdomain,
    id: target.id,
    output: { modal, content },
    native: { system, sample },
  });
}

async function placeItem(
  { item, place }: PlannedItem,
  folder: string,
  problems: NativeProblem[],
): Promise<{ readonly files: number; readonly inline?: string } | undefined> {
  const [first] = item.files;
  if (first === undefined) return undefined;
  if (place === undefined) return { files: 0, inline: await readFile(first, 'utf8') };
  const to = join(folder, place);
  await mkdir(dirname(to), { recursive: true });
  if (item.as === 'join') {
    const failure = await joinPictures(item.files, to);
    if (failure === undefined) return { files: 1 };
    const message = `Could not join ${item.files.length} pictures to a video: ${failure}. Its tag stays without an entry. "${first}"`;
    problems.push({ code: 'not-joined', severity: 'error', file: first, message });
    return undefined;
  }
  await copyFile(first, to);
  for (const other of item.files.slice(1))
    await copyFile(other, join(dirname(to), basename(other)));
  return { files: item.files.length };
}

async function refuseOthers(out: string): Promise<void> {
  const refuse = (why: string) =>
    new AppError(
      'bad-input',
      `Cannot write the predictions: ${why}. Choose another name. "${out}"`,
    );
  const stats = await stat(out).catch(() => undefined); // not there is what is hoped for
  if (stats === undefined) return;
  if (!stats.isFile()) throw refuse('this is a folder');
  const handle = await open(out, 'r');
  try {
    for await (const line of handle.readLines()) {
      if (line.includes(MARK)) return;
      break;
    }
  } finally {
    await handle.close();
  }
  throw refuse('there is a file that no such import wrote');
}

function writeError(error: unknown, out: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const doing = 'Cannot write the predictions:';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const why = 'the disk is full. Free some space and try again';
    return new AppError('disk-full', `${doing} ${why}. "${out}"`, { cause: error });
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    const why = 'the folder cannot be written to. Choose another';
    return new AppError('read-only', `${doing} ${why}. "${out}"`, { cause: error });
  }
  if (code !== 'ENOENT') return error;
  const why = 'a file of the folder is gone. Look at the folder again';
  return new AppError('unreadable', `${doing} ${why}. "${out}"`, { cause: error });
}
