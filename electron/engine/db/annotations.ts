// Events of annotations: only ever added. What holds of an annotation is its last event.
import {
  AnnotatedSide,
  AnnotationKind,
  Mark,
  type AnnotationDraft,
} from '../../../shared/model/annotation.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** What one event says; `hash` is of what was annotated, see `query/annotated-hash.ts`. */
export interface StoredAnnotation extends Omit<AnnotationDraft, 'id'> {
  readonly annotationId: string;
  readonly author: string;
  readonly hash: string;
  /** When the annotation was made first, ISO 8601. */
  readonly createdAt: string;
  readonly at: string;
  readonly isRemoved: boolean;
}

/** An event as it stands in the list of all. */
export interface StoredEvent extends StoredAnnotation {
  readonly id: number;
  /** The event that it takes back. */
  readonly undoes: number | undefined;
}

interface EventRow {
  id: number;
  annotation_id: string;
  key: string;
  side: string;
  model: string;
  kind: string;
  tag: string;
  text: string;
  mark: string;
  author: string;
  content_hash: string;
  created_at: string;
  at: string;
  is_removed: number;
  undoes: number | null;
}
const fromRow = (row: EventRow): StoredEvent => ({
  id: row.id,
  annotationId: row.annotation_id,
  key: row.key,
  side: AnnotatedSide.parse(row.side),
  ...(row.model === '' ? {} : { model: row.model }),
  kind: AnnotationKind.parse(row.kind),
  ...(row.tag === '' ? {} : { tag: row.tag }),
  ...(row.text === '' ? {} : { text: row.text }),
  mark: Mark.parse(JSON.parse(row.mark)),
  author: row.author,
  hash: row.content_hash,
  createdAt: row.created_at,
  at: row.at,
  isRemoved: row.is_removed === 1,
  undoes: row.undoes ?? undefined,
});

const COLUMNS =
  'id, annotation_id, key, side, model, kind, tag, text, mark, author, content_hash, created_at, at, is_removed, undoes';
const IS_LAST =
  'e.id = (SELECT max(id) FROM annotation_events WHERE annotation_id = e.annotation_id)';

/** Adds an event. @returns its id */
export type AnnotationEventWriter = (
  event: StoredAnnotation & { readonly undoes?: number | undefined },
) => number;

/** Prepares the statement. */
export function prepareAnnotationEvents(db: WritableDb): AnnotationEventWriter {
  const add = db.prepare(
    `INSERT INTO annotation_events (annotation_id, key, side, model, kind, tag, text, mark, author,
       content_hash, created_at, at, is_removed, undoes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (event) => {
    const added = add.run(
      event.annotationId,
      event.key,
      event.side,
      event.model ?? '',
      event.kind,
      event.tag ?? '',
      event.text ?? '',
      JSON.stringify(event.mark),
      event.author,
      event.hash,
      event.createdAt,
      event.at,
      event.isRemoved ? 1 : 0,
      event.undoes ?? null,
    );
    return Number(added.lastInsertRowid);
  };
}

/** Adds a single event. @returns its id */
export function addAnnotationEvent(
  db: WritableDb,
  event: Parameters<AnnotationEventWriter>[0],
): number {
  return prepareAnnotationEvents(db)(event);
}

/** What holds of an annotation; undefined when there is none, or none any more. */
export function findAnnotation(db: ReadableDb, annotationId: string): StoredEvent | undefined {
  const last = prepareEventFinder(db).findLast(annotationId, Number.MAX_SAFE_INTEGER);
  return last === undefined || last.isRemoved ? undefined : last;
}

/** Looks single events up; prepared once. */
export interface AnnotationEventFinder {
  /** @returns undefined when there is no such event */
  readonly find: (id: number) => StoredEvent | undefined;
  /** The last event of an annotation before another; undefined when that was its first. */
  readonly findLast: (annotationId: string, before: number) => StoredEvent | undefined;
}

/** Prepares the statements. */
export function prepareEventFinder(db: ReadableDb): AnnotationEventFinder {
  const find = db.prepare<[number], EventRow>(
    `SELECT ${COLUMNS} FROM annotation_events WHERE id = ?`,
  );
  const findLast = db.prepare<[string, number], EventRow>(
    `SELECT ${COLUMNS} FROM annotation_events WHERE annotation_id = ? AND id < ?
     ORDER BY id DESC LIMIT 1`,
  );
  const read = (row: EventRow | undefined) => (row === undefined ? undefined : fromRow(row));
  return {
    find: (id) => read(find.get(id)),
    findLast: (annotationId, before) => read(findLast.get(annotationId, before)),
  };
}

/** What holds of an instance, in the order in which it was said first. */
export function listAnnotationsOf(db: ReadableDb, key: string): StoredEvent[] {
  return db
    .prepare<[string], EventRow>(
      `SELECT ${COLUMNS} FROM annotation_events e
       WHERE key = ? AND is_removed = 0 AND ${IS_LAST}
       ORDER BY (SELECT min(id) FROM annotation_events WHERE annotation_id = e.annotation_id)`,
    )
    .all(key)
    .map(fromRow);
}

/** Everything that was ever said of an instance, newest first. */
export function listEventsOf(db: ReadableDb, key: string, limit: number): StoredEvent[] {
  return db
    .prepare<[string, number], EventRow>(
      `SELECT ${COLUMNS} FROM annotation_events WHERE key = ? ORDER BY id DESC LIMIT ?`,
    )
    .all(key, limit)
    .map(fromRow);
}

/** Words of the notes that hold of an instance; prepared once. */
export function prepareNoteTexts(db: ReadableDb): (instanceId: number) => string[] {
  const texts = db
    .prepare<[number], string>(
      `SELECT e.text FROM instances i JOIN annotation_events e ON e.key = i.key
       WHERE i.id = ? AND e.kind = 'note' AND e.is_removed = 0 AND ${IS_LAST} ORDER BY e.id`,
    )
    .pluck();
  return (instanceId) => texts.all(instanceId);
}

/** Calls back for every annotation that holds, in the order in which it was said first. */
export function eachAnnotation(
  db: ReadableDb,
  each: (key: string, kind: AnnotationKind, tag: string) => void,
): void {
  const rows = db
    .prepare<[], [string, string, AnnotationKind, string, number]>(
      'SELECT annotation_id, key, kind, tag, is_removed FROM annotation_events ORDER BY id',
    )
    .raw();
  // to ask of each event whether it is the last takes ten times as long where there are many
  const held = new Map<string, [key: string, kind: AnnotationKind, tag: string]>();
  for (const [annotationId, key, kind, tag, isRemoved] of rows.iterate()) {
    if (isRemoved === 1) held.delete(annotationId);
    else held.set(annotationId, [key, kind, tag]);
  }
  for (const said of held.values()) each(...said);
}

/** Calls back for every annotation of an instance that holds. */
export function eachAnnotationOf(
  db: ReadableDb,
  key: string,
  each: (kind: AnnotationKind, tag: string) => void,
): void {
  const rows = db
    .prepare<[string], [AnnotationKind, string]>(
      `SELECT e.kind, e.tag FROM annotation_events e
       WHERE key = ? AND is_removed = 0 AND ${IS_LAST} ORDER BY e.id`,
    )
    .raw();
  for (const [kind, tag] of rows.iterate(key)) each(kind, tag);
}

/** How often each tag is in use. */
export function countTags(db: ReadableDb): Map<string, number> {
  const rows = db
    .prepare<[], [string, number]>(
      `SELECT e.tag, count(*) FROM annotation_events e
       WHERE kind = 'tag' AND is_removed = 0 AND ${IS_LAST} GROUP BY e.tag`,
    )
    .raw()
    .all();
  return new Map(rows);
}
