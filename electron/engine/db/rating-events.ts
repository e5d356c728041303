// What raters said: only ever added to. An event that was taken back stays, and so does the undo.
import type { ReadableDb, WritableDb } from './handle.ts';

export const RATING_EVENT_KINDS = [
  'value',
  'cannot',
  'preference',
  'note',
  'verdict',
  'correction',
  'revealed',
  'undo',
] as const;
export type RatingEventKind = (typeof RATING_EVENT_KINDS)[number];

/** Hash of each part of what was shown; '' where there was nothing. */
export type ShownHashes = Readonly<Record<string, string>>;

export interface RatingEventDraft {
  readonly sampleId: string;
  /** Number of the unit in the sample. */
  readonly unit: number;
  readonly key: string;
  /** Of a pair the one on the left. */
  readonly model: string;
  readonly otherModel: string | undefined;
  readonly nameKey: string;
  readonly rater: string;
  readonly kind: RatingEventKind;
  readonly metric?: string | undefined;
  readonly tag?: string | undefined;
  readonly value?: number | undefined;
  /** A preference or a verdict. */
  readonly word?: string | undefined;
  /** A reason or a note. */
  readonly text?: string | undefined;
  readonly responseHash?: string | undefined;
  readonly shown?: ShownHashes | undefined;
  readonly at: string;
  /** The event that it takes back. */
  readonly undoes?: number | undefined;
}

/** An event as it is kept. */
export interface StoredRatingEvent extends RatingEventDraft {
  readonly id: number;
  readonly metric: string;
  readonly tag: string;
  readonly word: string;
  readonly text: string;
  readonly responseHash: string;
  readonly shown: ShownHashes;
}

interface EventRow {
  id: number;
  sample_id: string;
  unit: number;
  key: string;
  model: string;
  other_model: string;
  name_key: string;
  rater: string;
  kind: string;
  metric: string;
  tag: string;
  value: number | null;
  word: string;
  text: string;
  response_hash: string;
  shown: string;
  at: string;
  undoes: number | null;
}
const fromRow = (row: EventRow): StoredRatingEvent => ({
  id: row.id,
  sampleId: row.sample_id,
  unit: row.unit,
  key: row.key,
  model: row.model,
  otherModel: row.other_model === '' ? undefined : row.other_model,
  nameKey: row.name_key,
  rater: row.rater,
  kind: row.kind as RatingEventKind, // written by `addRatingEvent` only
  metric: row.metric,
  tag: row.tag,
  value: row.value ?? undefined,
  word: row.word,
  text: row.text,
  responseHash: row.response_hash,
  shown: JSON.parse(row.shown) as ShownHashes, // as above
  at: row.at,
  undoes: row.undoes ?? undefined,
});

const HOLDS = `kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM rating_events u WHERE u.undoes = e.id)`;

/** Adds an event. @returns its id */
export function addRatingEvent(db: WritableDb, event: RatingEventDraft): number {
  const added = db
    .prepare(
      `INSERT INTO rating_events (sample_id, unit, key, model, other_model, name_key, rater, kind,
         metric, tag, value, word, text, response_hash, shown, at, undoes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      event.sampleId,
      event.unit,
      event.key,
      event.model,
      event.otherModel ?? '',
      event.nameKey,
      event.rater,
      event.kind,
      event.metric ?? '',
      event.tag ?? '',
      event.value ?? null,
      event.word ?? '',
      event.text ?? '',
      event.responseHash ?? '',
      JSON.stringify(event.shown ?? {}),
      event.at,
      event.undoes ?? null,
    );
  return Number(added.lastInsertRowid);
}

/** What a rater said of a sample and did not take back, in the order in which it was said. */
export function listEventsOfSeat(
  db: ReadableDb,
  sampleId: string,
  nameKey: string,
): StoredRatingEvent[] {
  return db
    .prepare<[string, string], EventRow>(
      `SELECT * FROM rating_events e WHERE sample_id = ? AND name_key = ? AND ${HOLDS} ORDER BY id`,
    )
    .all(sampleId, nameKey)
    .map(fromRow);
}

/** The same of one unit. */
export function listEventsOfUnit(
  db: ReadableDb,
  sampleId: string,
  nameKey: string,
  unit: number,
): StoredRatingEvent[] {
  return db
    .prepare<[string, string, number], EventRow>(
      `SELECT * FROM rating_events e
       WHERE sample_id = ? AND name_key = ? AND unit = ? AND ${HOLDS} ORDER BY id`,
    )
    .all(sampleId, nameKey, unit)
    .map(fromRow);
}

/** What everybody said and did not take back, in the order in which it was said. */
export function listHoldingEvents(db: ReadableDb): StoredRatingEvent[] {
  return db
    .prepare<[], EventRow>(`SELECT * FROM rating_events e WHERE ${HOLDS} ORDER BY id`)
    .all()
    .map(fromRow);
}

/** What was said of an instance and not taken back, in the order in which it was said. */
export function listHoldingEventsOf(db: ReadableDb, key: string): StoredRatingEvent[] {
  return db
    .prepare<[string], EventRow>(
      `SELECT * FROM rating_events e WHERE key = ? AND ${HOLDS} ORDER BY id`,
    )
    .all(key)
    .map(fromRow);
}

/** Everything that was ever said of an instance, newest first. */
export function listRatingHistory(db: ReadableDb, key: string, limit: number): StoredRatingEvent[] {
  return db
    .prepare<[string, number], EventRow>(
      'SELECT * FROM rating_events WHERE key = ? ORDER BY id DESC LIMIT ?',
    )
    .all(key, limit)
    .map(fromRow);
}
