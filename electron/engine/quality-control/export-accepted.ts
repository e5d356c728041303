// The accepted records as a dataset of the format that was read, file by file.
import { constants, existsSync, statSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { AppError } from '../../../shared/api/errors.ts';
import type { QcExport } from '../../../shared/model/quality-control.ts';
import { toAppError } from '../db/errors.ts';
import type { ReadableDb } from '../db/handle.ts';
import { findQcRevision } from '../db/qc-events.ts';
import {
  listDatasetFiles,
  listDatasetItems,
  listQcRecordsOfFile,
  type DatasetFile,
  type StoredQcRecord,
} from '../db/qc-records.ts';
import { isZipPath } from '../pack-zip.ts';
import { joinRecords, type KeptRecord } from './join-records.ts';
import type { QcRegister } from './register.ts';
import { isHashOf } from './scan-file.ts';
import { zipFolder } from './zip-folder.ts';

export interface AcceptedSet {
  readonly db: ReadableDb;
  readonly register: QcRegister;
}

export interface ExportRequest {
  readonly path: string;
  /** Media of the accepted records, too, at the places where the records name them. */
  readonly withMedia: boolean;
}

/**
 * Writes a folder, or a zip of it where the path ends in `.zip`, with one file for each file of which
 * something was accepted. A record that nobody revised is copied byte for byte; the same standing gives the same bytes again.
 *
 * @param path  a folder that is new, empty, or was written by this; or a zip, which takes the place of one
 * @throws AppError 'bad-input' for another place, 'not-found' when nothing was accepted, 'unreadable' when
 *   a file has changed
 */
export async function exportAccepted(
  { db, register }: AcceptedSet,
  { path: given, withMedia }: ExportRequest,
  signal: AbortSignal,
): Promise<QcExport> {
  const target = resolve(given);
  const files = listDatasetFiles(db);
  await refusePlace(target, files);
  const accepted = (record: StoredQcRecord) => isAccepted(register, record);
  if (
    !register.keys.some((key) => register.standing(register.indexOf(key) ?? 0).state === 'accepted')
  )
    throw nothingAccepted(target);
  const part = `${target}.part`;
  const packed = `${target}.packing`;
  const counts = { files: 0, records: 0, revised: 0, left: 0, mediaFiles: 0 };
  try {
    await rm(part, { recursive: true, force: true });
    await mkdir(part, { recursive: true });
    await writeFile(join(part, MARK), MARK_TEXT);
    for (const file of files) {
      await pause(); // lets other calls in between
      signal.throwIfAborted();
      const records = listQcRecordsOfFile(db, file.fileId);
      const own = records.filter(accepted);
      counts.left += records.length - own.length;
      if (own.length === 0) continue;
      const kept = new Map(own.map((record) => [record.byteStart, keep(db, register, record)]));
      const bytes = await readFile(file.path);
      checkBytes(bytes, own, file.path);
      await put(join(part, placeOf(file)), joinRecords(bytes, records, kept));
      counts.files += 1;
      counts.records += own.length;
      counts.revised += [...kept.values()].filter(({ revised }) => revised !== undefined).length;
    }
    if (withMedia) counts.mediaFiles = await copyMedia({ db, register }, files, part, signal);
    if (isZipPath(target)) await zipFolder(part, { path: packed, name: nameOf(target), signal });
    await rm(target, { recursive: true, force: true });
    await rename(isZipPath(target) ? packed : part, target);
  } catch (error) {
    throw toAppError(error, { doing: 'export the accepted records', path: target });
  } finally {
    await rm(part, { recursive: true, force: true });
    await rm(packed, { force: true });
  }
  return counts;
}

/** By which a folder is known to be ours to replace; no loader takes it for records. */
const MARK = '.loupe-accepted';
const MARK_TEXT = 'Written by UniM Loupe: the accepted records of a quality control.\n';

async function refusePlace(target: string, files: readonly DatasetFile[]): Promise<void> {
  const refuse = (why: string) =>
    new AppError('bad-input', `Cannot export the accepted records: ${why}. "${target}"`);
  const isOfDataset = files.some(({ path, rootDir }) =>
    [dirname(path), rootDir ?? ''].some((dir) => dir === target || isBelow(dir, target)),
  );
  if (isOfDataset) throw refuse('the dataset itself lies there. Choose another folder');
  const isInside = files.some(({ rootDir }) => rootDir !== undefined && isBelow(target, rootDir));
  if (isInside) throw refuse('this lies in the dataset, which would be read twice. Choose another');
  const found = statSync(target, { throwIfNoEntry: false });
  if (found === undefined || (isZipPath(target) && found.isFile())) return;
  const names = await readdir(target).catch(() => undefined); // no folder: told below
  if (names === undefined) throw refuse('this is a file. Choose a folder');
  if (names.length > 0 && !names.includes(MARK))
    throw refuse('the folder is not empty. Choose another one, or a new name');
}

const nameOf = (zip: string) => basename(zip).slice(0, -'.zip'.length) || 'accepted';
const isBelow = (path: string, dir: string) => path.startsWith(dir + sep);

function nothingAccepted(target: string): AppError {
  return new AppError(
    'not-found',
    'Cannot export the accepted records: there are none. A record is accepted when somebody has ' +
      `reviewed it and another name has checked it. "${target}"`,
  );
}

function isAccepted(register: QcRegister, { key }: StoredQcRecord): boolean {
  const index = register.indexOf(key);
  return index !== undefined && register.standing(index).state === 'accepted';
}

function keep(db: ReadableDb, register: QcRegister, record: StoredQcRecord): KeptRecord {
  const { byteStart, byteEnd, key } = record;
  const revision = register.standing(register.indexOf(key) ?? 0).revision;
  const revised = revision === undefined ? undefined : findQcRevision(db, revision.id);
  return { byteStart, byteEnd, revised };
}

function checkBytes(bytes: Buffer, records: readonly StoredQcRecord[], path: string): void {
  const isSame = records.every(({ byteStart, byteEnd, hash }) =>
    isHashOf(hash, bytes.subarray(byteStart, byteEnd)),
  );
  if (isSame) return;
  throw new AppError(
    'unreadable',
    'Cannot export the accepted records: a file has changed since it was looked through. Import it ' +
      `again. "${path}"`,
  );
}

/** Below the opened folder, as it lay there. */
function placeOf({ path, rootDir }: Pick<DatasetFile, 'path' | 'rootDir'>): string {
  const place = relative(rootDir ?? dirname(path), path);
  return place.startsWith('..')
    ? place
        .split(sep)
        .filter((part) => part !== '..')
        .join(sep)
    : place;
}

async function put(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

async function copyMedia(
  { db, register }: AcceptedSet,
  files: readonly DatasetFile[],
  part: string,
  signal: AbortSignal,
): Promise<number> {
  const roots = [...new Set(files.flatMap(({ rootDir }) => rootDir ?? []))];
  const copied = new Set<string>();
  for (const { key, path } of listDatasetItems(db)) {
    const index = register.indexOf(key);
    if (index === undefined || register.standing(index).state !== 'accepted') continue;
    const rootDir = roots.find((root) => path.startsWith(`${root}/`));
    if (rootDir === undefined || copied.has(path) || !existsSync(path)) continue;
    signal.throwIfAborted();
    const target = join(part, relative(rootDir, path));
    await mkdir(dirname(target), { recursive: true });
    // a disk that can share the bytes of a copy does
    await copyFile(path, target, constants.COPYFILE_FICLONE);
    copied.add(path);
  }
  return copied.size;
}
