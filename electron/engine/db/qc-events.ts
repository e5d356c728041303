// What people said of records: only ever added to. An event that was taken back stays, and so does the undo.
import type { QcPerson, QcPhase, QcVerdict } from '../../../shared/model/quality-control.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** An event without its texts: what standing is told from. */
export interface QcEventHead {
  readonly id: number;
  readonly key: string;
  readonly phase: QcPhase;
  readonly verdict: QcVerdict;
  readonly nameKey: string;
  readonly name: string;
  /** Of the record as it stood in its file. */
  readonly hash: string;
}

export interface QcEventDraft extends Omit<QcEventHead, 'id'> {
  readonly reason: string;
  /** The record as it stood, where it was rewritten. */
  readonly original: string;
  readonly revised: string | undefined;
  readonly at: string;
}

/** An event as it is kept. */
export interface StoredQcEvent extends QcEventDraft {
  readonly id: number;
  readonly isUndone: boolean;
}

interface HeadRow {
  id: number;
  key: string;
  phase: string;
  verdict: string;
  name_key: string;
  name: string;
  hash: string;
}
const headFromRow = (row: HeadRow): QcEventHead => ({
  id: row.id,
  key: row.key,
  phase: row.phase as QcPhase, // written by `addQcEvent` only
  verdict: row.verdict as QcVerdict, // as above
  nameKey: row.name_key,
  name: row.name,
  hash: row.hash,
});

interface EventRow extends HeadRow {
  reason: string;
  original: string;
  revised: string | null;
  at: string;
  is_undone: number;
}
const fromRow = (row: EventRow): StoredQcEvent => ({
  ...headFromRow(row),
  reason: row.reason,
  original: row.original,
  revised: row.revised ?? undefined,
  at: row.at,
  isUndone: row.is_undone === 1,
});

const HEAD = 'id, key, phase, verdict, name_key, name, hash';
const UNDONE = 'EXISTS (SELECT 1 FROM qc_events u WHERE u.undoes = e.id)';
const HOLDS = `verdict <> 'undo' AND NOT ${UNDONE}`;

/** Adds an event. @returns its id */
export function addQcEvent(db: WritableDb, event: QcEventDraft): number {
  const { key, phase, verdict, nameKey, name, reason, hash, original, revised, at } = event;
  const added = db
    .prepare(
      `INSERT INTO qc_events (key, phase, verdict, name_key, name, reason, hash, original, revised, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(key, phase, verdict, nameKey, name, reason, hash, original, revised ?? null, at);
  return Number(added.lastInsertRowid);
}

/** Takes an event back; both stay. */
export function addQcUndo(db: WritableDb, event: QcEventHead, at: string): void {
  db.prepare(
    `INSERT INTO qc_events (key, phase, verdict, name_key, name, reason, hash, original, at, undoes)
     VALUES (?, ?, 'undo', ?, ?, '', ?, '', ?, ?)`,
  ).run(event.key, event.phase, event.nameKey, event.name, event.hash, at, event.id);
}

/** Everything that holds, in the order in which it was said. */
export function listQcHeads(db: ReadableDb): QcEventHead[] {
  return db
    .prepare<[], HeadRow>(`SELECT ${HEAD} FROM qc_events e WHERE ${HOLDS} ORDER BY id`)
    .all()
    .map(headFromRow);
}

/** The same of one record. */
export function listQcHeadsOf(db: ReadableDb, key: string): QcEventHead[] {
  return db
    .prepare<[string], HeadRow>(
      `SELECT ${HEAD} FROM qc_events e WHERE key = ? AND ${HOLDS} ORDER BY id`,
    )
    .all(key)
    .map(headFromRow);
}

/** Everything that was ever said of a record but the undoing itself, oldest first. */
export function listQcTrail(db: ReadableDb, key: string): StoredQcEvent[] {
  return db
    .prepare<[string], EventRow>(
      `SELECT ${HEAD}, reason, original, revised, at, ${UNDONE} AS is_undone
       FROM qc_events e WHERE key = ? AND verdict <> 'undo' ORDER BY id`,
    )
    .all(key)
    .map(fromRow);
}

/** The record as an event rewrote it. @returns undefined where it did not */
export function findQcRevision(db: ReadableDb, id: number): string | undefined {
  const text = db
    .prepare<[number], string | null>('SELECT revised FROM qc_events WHERE id = ?')
    .pluck()
    .get(id);
  return text ?? undefined;
}

/** What a person said last and did not take back. */
export function findLastQcEvent(db: ReadableDb, nameKey: string): QcEventHead | undefined {
  const row = db
    .prepare<[string], HeadRow>(
      `SELECT ${HEAD} FROM qc_events e WHERE name_key = ? AND ${HOLDS} ORDER BY id DESC LIMIT 1`,
    )
    .get(nameKey);
  return row === undefined ? undefined : headFromRow(row);
}

/** Keeps a name; one that is there stays as it was. */
export function addQcPerson(
  db: WritableDb,
  person: { readonly nameKey: string; readonly name: string; readonly joinedAt: string },
): void {
  db.prepare('INSERT INTO qc_people (name_key, name, joined_at) VALUES (?, ?, ?)').run(
    person.nameKey,
    person.name,
    person.joinedAt,
  );
}

/** @returns the name as it is kept */
export function findQcName(db: ReadableDb, nameKey: string): string | undefined {
  return db
    .prepare<[string], string>('SELECT name FROM qc_people WHERE name_key = ?')
    .pluck()
    .get(nameKey);
}

/** Who is at work and what of theirs holds, in the order in which they came. */
export function listQcPeople(db: ReadableDb): QcPerson[] {
  return db
    .prepare<[], QcPerson>(
      `SELECT p.name, p.joined_at AS joinedAt,
         count(*) FILTER (WHERE e.phase = 'review') AS reviewed,
         count(*) FILTER (WHERE e.phase = 'check') AS checked,
         count(*) FILTER (WHERE e.phase = 'decide') AS decided
       FROM qc_people p
       LEFT JOIN qc_events e ON e.name_key = p.name_key AND ${HOLDS}
         AND e.verdict <> 'reopen'
       GROUP BY p.name_key ORDER BY p.joined_at, p.name`,
    )
    .all();
}
