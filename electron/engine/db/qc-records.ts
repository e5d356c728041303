// What looking the records through found: where each stands in its file, and what is to be said of it.
import type { ProblemCode, Severity } from '../../../shared/model/problem.ts';
import type { QcFinding } from '../../../shared/model/quality-control.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** A record and its place in its file; bytes are end exclusive. */
export interface StoredQcRecord {
  readonly key: string;
  readonly fileId: number;
  readonly line: number;
  readonly byteStart: number;
  readonly byteEnd: number;
  /** SHA-256 of its bytes, hex, and behind a point one of the sizes of its files. */
  readonly hash: string;
  /** It had to be repaired before it could be read. */
  readonly isRepaired: boolean;
}

interface RecordRow {
  key: string;
  file_id: number;
  line: number;
  byte_start: number;
  byte_end: number;
  hash: string;
  is_repaired: number;
}
const fromRow = (row: RecordRow): StoredQcRecord => ({
  key: row.key,
  fileId: row.file_id,
  line: row.line,
  byteStart: row.byte_start,
  byteEnd: row.byte_end,
  hash: row.hash,
  isRepaired: row.is_repaired === 1,
});

/** All records, in no order that means something. */
export function listQcRecords(db: ReadableDb): StoredQcRecord[] {
  return db.prepare<[], RecordRow>('SELECT * FROM qc_records ORDER BY key').all().map(fromRow);
}

/** Of one file, in the order in which they stand. */
export function listQcRecordsOfFile(db: ReadableDb, fileId: number): StoredQcRecord[] {
  return db
    .prepare<[number], RecordRow>('SELECT * FROM qc_records WHERE file_id = ? ORDER BY byte_start')
    .all(fileId)
    .map(fromRow);
}

/** @returns undefined when it was never looked at */
export function findQcRecord(db: ReadableDb, key: string): StoredQcRecord | undefined {
  const row = db.prepare<[string], RecordRow>('SELECT * FROM qc_records WHERE key = ?').get(key);
  return row === undefined ? undefined : fromRow(row);
}

interface FindingRow {
  key: string;
  kind: string;
  code: string | null;
  quirk: number | null;
  severity: string;
  message: string;
  others: string | null;
}
const findingFromRow = (row: FindingRow): QcFinding => ({
  kind: row.kind,
  severity: row.severity as Severity, // written by the writer below only
  message: row.message,
  ...(row.code === null ? {} : { code: row.code as ProblemCode }), // as above
  ...(row.quirk === null ? {} : { quirk: row.quirk }),
  ...(row.others === null ? {} : { others: JSON.parse(row.others) as string[] }), // as above
});

/** Of one record, in the order in which they were found. */
export function listQcFindings(db: ReadableDb, key: string): QcFinding[] {
  return db
    .prepare<[string], FindingRow>(
      `SELECT key, kind, code, quirk, severity, message, others FROM qc_findings
       WHERE key = ? ORDER BY id`,
    )
    .all(key)
    .map(findingFromRow);
}

/** What a finding is, without its words. */
export interface QcFindingHead {
  readonly key: string;
  readonly kind: string;
  readonly code: ProblemCode | undefined;
  readonly quirk: number | undefined;
  readonly severity: Severity;
}

/** Goes through all findings. */
export function* eachQcFinding(db: ReadableDb): Generator<QcFindingHead> {
  const rows = db.prepare<[], Omit<FindingRow, 'message' | 'others'>>(
    'SELECT key, kind, code, quirk, severity FROM qc_findings ORDER BY id',
  );
  for (const { key, kind, code, quirk, severity } of rows.iterate()) {
    yield {
      key,
      kind,
      code: (code ?? undefined) as ProblemCode | undefined, // as above
      quirk: quirk ?? undefined,
      severity: severity as Severity, // as above
    };
  }
}

/** A file as it was when it was looked through. */
export interface QcFileStamp {
  readonly fileId: number;
  readonly generation: number;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  /** It was not as it had been imported. */
  readonly isChanged: boolean;
}

/** Every file that was looked through. */
export function listQcFiles(db: ReadableDb): QcFileStamp[] {
  return db
    .prepare<[], Omit<QcFileStamp, 'isChanged'> & { is_changed: number }>(
      `SELECT file_id AS fileId, generation, size_bytes AS sizeBytes, mtime_ms AS mtimeMs, is_changed
       FROM qc_files ORDER BY file_id`,
    )
    .all()
    .map(({ is_changed, ...row }) => ({ ...row, isChanged: is_changed === 1 }));
}

/** A file that instances were read from. */
export interface DatasetFile {
  readonly fileId: number;
  readonly path: string;
  readonly generation: number;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  /** Opened folder. */
  readonly rootDir: string | undefined;
}

/** Files of the dataset, by path. */
export function listDatasetFiles(db: ReadableDb): DatasetFile[] {
  return db
    .prepare<[], DatasetFile & { rootDir: string | null }>(
      `SELECT f.id AS fileId, f.path, f.generation, f.size_bytes AS sizeBytes, f.mtime_ms AS mtimeMs,
         r.dir AS rootDir
       FROM files f JOIN sources s ON s.id = f.source_id LEFT JOIN roots r ON r.id = s.root_id
       WHERE EXISTS (SELECT 1 FROM instances i WHERE i.file_id = f.id) ORDER BY f.path`,
    )
    .all()
    .map((row) => ({ ...row, rootDir: row.rootDir ?? undefined }));
}

/** Puts what was found in the place of what had been; to be called in a transaction. */
export interface QcScanWriter {
  readonly clearFile: (fileId: number) => void;
  readonly addFile: (stamp: QcFileStamp) => void;
  readonly addRecord: (record: StoredQcRecord) => void;
  readonly addFinding: (key: string, finding: QcFinding) => void;
}

/** Prepares the statements. */
export function prepareQcScanWriter(db: WritableDb): QcScanWriter {
  const clearFindings = db.prepare(
    'DELETE FROM qc_findings WHERE key IN (SELECT key FROM qc_records WHERE file_id = ?)',
  );
  const clearRecords = db.prepare('DELETE FROM qc_records WHERE file_id = ?');
  const addFile = db.prepare('INSERT OR REPLACE INTO qc_files VALUES (?, ?, ?, ?, ?)');
  const addRecord = db.prepare('INSERT OR REPLACE INTO qc_records VALUES (?, ?, ?, ?, ?, ?, ?)');
  const addFinding = db.prepare(
    `INSERT INTO qc_findings (key, kind, code, quirk, severity, message, others)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    clearFile(fileId) {
      clearFindings.run(fileId);
      clearRecords.run(fileId);
    },
    addFile: ({ fileId, generation, sizeBytes, mtimeMs, isChanged }) =>
      void addFile.run(fileId, generation, sizeBytes, mtimeMs, isChanged ? 1 : 0),
    addRecord: ({ key, fileId, line, byteStart, byteEnd, hash, isRepaired }) =>
      void addRecord.run(key, fileId, line, byteStart, byteEnd, hash, isRepaired ? 1 : 0),
    addFinding: (key, { kind, code, quirk, severity, message, others }) =>
      void addFinding.run(
        ...[key, kind, code ?? null, quirk ?? null, severity, message],
        others === undefined ? null : JSON.stringify(others),
      ),
  };
}

/** Findings of likeness are made anew for all records at once. */
export function clearQcKinds(db: WritableDb, kinds: readonly string[]): void {
  const remove = db.prepare('DELETE FROM qc_findings WHERE kind = ?');
  for (const kind of kinds) remove.run(kind);
}

/** Files that are no longer the dataset's, and their records. */
export function forgetQcFiles(db: WritableDb, kept: ReadonlySet<number>): void {
  const { clearFile } = prepareQcScanWriter(db);
  const remove = db.prepare('DELETE FROM qc_files WHERE file_id = ?');
  for (const { fileId } of listQcFiles(db)) {
    if (kept.has(fileId)) continue;
    clearFile(fileId);
    remove.run(fileId);
  }
}

/** Prints of files by path: what they look or sound like, while the file is in that state. */
export interface PrintStore {
  readonly find: (path: string, state: string) => string | undefined;
  readonly save: (path: string, state: string, print: string) => void;
}

/** Prepares the statements. */
export function preparePrints(db: WritableDb): PrintStore {
  const find = db
    .prepare<[string, string], string>('SELECT print FROM qc_prints WHERE path = ? AND state = ?')
    .pluck();
  const save = db.prepare('INSERT OR REPLACE INTO qc_prints (path, state, print) VALUES (?, ?, ?)');
  return {
    find: (path, state) => find.get(path, state),
    save: (path, state, print) => void save.run(path, state, print),
  };
}

/** An item of the dataset that has a file. */
export interface DatasetItem {
  readonly key: string;
  readonly side: 'input' | 'output';
  readonly tag: string;
  readonly path: string;
}

/** Every item of tasks and references that has a file, by key. */
export function listDatasetItems(db: ReadableDb): DatasetItem[] {
  const ofSide = (offset: string, side: string) =>
    `SELECT n.key, '${side}' AS side, i.tag, r.dir || '/' || i.path AS path
     FROM instances n JOIN items i ON i.sequence_id = n.id + ${offset}
     JOIN roots r ON r.id = i.root_id WHERE i.state = 'file'`;
  return db
    .prepare<[], DatasetItem>(
      `${ofSide('0', 'input')} UNION ALL ${ofSide('1099511627776', 'output')} ORDER BY 1, 2, 3`,
    )
    .all();
}
