import type { ReadableDb, WritableDb } from './handle.ts';
import { sequenceId } from './sequences.ts';

/** Stands in a caption's `modelId` for the dataset's own items, of task and reference. */
export const DATASET_CAPTIONS = 0;

/** Captions that came with files, of one instance: of the dataset's items, or of one model's, by tag. */
export type ImportedCaptions = (instanceId: number, modelId: number) => Map<string, string>;

/** Prepares the statement. */
export function prepareImportedCaptions(db: ReadableDb): ImportedCaptions {
  const list = db.prepare<[number, number], { tag: string; caption: string }>(
    'SELECT tag, caption FROM captions WHERE instance_id = ? AND model_id = ? ORDER BY tag',
  );
  return (instanceId, modelId) =>
    new Map(list.all(instanceId, modelId).map((row) => [row.tag, row.caption]));
}

/** The same for a single question. */
export function mapImportedCaptions(
  db: ReadableDb,
  instanceId: number,
  modelId: number,
): Map<string, string> {
  return prepareImportedCaptions(db)(instanceId, modelId);
}

/** Captions that captioners gave to the items of a sequence, by tag. */
export type AskedCaptions = (sequence: number) => Map<string, string>;

/** Prepares the statement. */
export function prepareAskedCaptions(db: ReadableDb): AskedCaptions {
  const list = db.prepare<[number], { tag: string; caption: string }>(
    `SELECT i.tag, ifnull(i.caption, c.reply) AS caption FROM item_captions i
     JOIN calls c ON c.id = i.call_id WHERE i.sequence_id = ? ORDER BY i.tag`,
  );
  return (sequence) => new Map(list.all(sequence).map((row) => [row.tag, row.caption]));
}

/** The same for a single question. */
export function mapAskedCaptions(db: ReadableDb, sequence: number): Map<string, string> {
  return prepareAskedCaptions(db)(sequence);
}

/** Prepares the question for all captions of an instance, for the search index. */
export function prepareCaptionTexts(db: ReadableDb): (instanceId: number) => string[] {
  const imported = db
    .prepare<[number], string>(
      'SELECT caption FROM captions WHERE instance_id = ? ORDER BY model_id, tag',
    )
    .pluck();
  const asked = db
    .prepare<{ id: number; task: number; reference: number; first: number }, string>(
      `SELECT ifnull(i.caption, c.reply) FROM item_captions i JOIN calls c ON c.id = i.call_id
       WHERE i.sequence_id IN (@task, @reference)
         OR i.sequence_id IN (SELECT id + @first FROM responses WHERE instance_id = @id)
       ORDER BY i.sequence_id, i.tag`,
    )
    .pluck();
  const first = sequenceId('response', 0);
  return (id) => {
    const sequences = { task: sequenceId('task', id), reference: sequenceId('reference', id) };
    return [...imported.all(id), ...asked.all({ id, first, ...sequences })];
  };
}

export interface CaptionDraft {
  readonly instanceId: number;
  readonly modelId: number;
  readonly tag: string;
  readonly caption: string;
  readonly fileId: number;
}

/** Prepares the statement; a caption of the same item is replaced. */
export function prepareCaptionWriter(db: WritableDb): (draft: CaptionDraft) => void {
  const save = db.prepare(
    `INSERT OR REPLACE INTO captions (instance_id, model_id, tag, caption, file_id)
     VALUES (?, ?, ?, ?, ?)`,
  );
  return (draft) =>
    void save.run(draft.instanceId, draft.modelId, draft.tag, draft.caption, draft.fileId);
}

/** The caption that a captioner gave to an item. */
export interface AskedCaption {
  readonly sequenceId: number;
  readonly tag: string;
  readonly callId: number;
  /** Absent where it is the reply itself. */
  readonly caption: string | undefined;
}

/** Prepares the statements. @returns the writer; it says false where nothing changed */
export function prepareAskedCaptionWriter(db: WritableDb): (asked: AskedCaption) => boolean {
  const save = db.prepare(
    `INSERT INTO item_captions (sequence_id, tag, call_id, caption)
     SELECT @sequenceId, @tag, @callId, @caption
     WHERE EXISTS (SELECT 1 FROM segments WHERE sequence_id = @sequenceId)
     ON CONFLICT DO UPDATE SET call_id = excluded.call_id, caption = excluded.caption
     WHERE call_id <> excluded.call_id`,
  );
  return ({ caption = null, ...asked }) => save.run({ ...asked, caption }).changes > 0;
}

/** Prepares the look-up of which call an item's caption is from. */
export function prepareAskedCaptionFinder(
  db: ReadableDb,
): (sequenceId: number, tag: string) => number | undefined {
  const find = db
    .prepare<[number, string], number>(
      'SELECT call_id FROM item_captions WHERE sequence_id = ? AND tag = ?',
    )
    .pluck();
  return (sequence, tag) => find.get(sequence, tag);
}

/** @returns undefined when no judgement used a text with this hash */
export function findCaptionText(db: ReadableDb, hash: string): string | undefined {
  return db
    .prepare<[string], string>('SELECT text FROM caption_texts WHERE hash = ?')
    .pluck()
    .get(hash);
}

/** Prepares the statement. */
export function prepareCaptionTextWriter(db: WritableDb): (hash: string, text: string) => void {
  const save = db.prepare(
    'INSERT INTO caption_texts (hash, text) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  return (hash, text) => void save.run(hash, text);
}
