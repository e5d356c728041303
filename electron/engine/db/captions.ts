import type { ReadableDb, WritableDb } from './handle.ts';

/** Stands in a caption's `modelId` for the dataset's own items, of task and reference. */
export const DATASET_CAPTIONS = 0;

/** Captions of one instance: of the dataset's items, or of one model's, by tag. */
export function mapCaptions(
  db: ReadableDb,
  instanceId: number,
  modelId: number,
): Map<string, string> {
  const rows = db
    .prepare<[number, number], { tag: string; caption: string }>(
      'SELECT tag, caption FROM captions WHERE instance_id = ? AND model_id = ? ORDER BY tag',
    )
    .all(instanceId, modelId);
  return new Map(rows.map((row) => [row.tag, row.caption]));
}

/** Prepares the question for all captions of an instance, for the search index. */
export function prepareCaptionTexts(db: ReadableDb): (instanceId: number) => string[] {
  const texts = db
    .prepare<[number], string>(
      'SELECT caption FROM captions WHERE instance_id = ? ORDER BY model_id, tag',
    )
    .pluck();
  return (instanceId) => texts.all(instanceId);
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
