import type { WritableDb } from './handle.ts';

/** One person's verdict; `value` on the judge's own scale, 1..5. `key` names the instance. */
export interface RatingDraft {
  readonly key: string;
  readonly model: string;
  readonly metric: string;
  readonly rater: string;
  readonly value: number;
  /** ISO 8601. */
  readonly ratedAt: string;
  readonly responseHash?: string | undefined;
  readonly note?: string | undefined;
  readonly fileId: number;
}

/** Prepares the statement. */
export function prepareRatingWriter(db: WritableDb): (draft: RatingDraft) => void {
  const add = db.prepare(
    `INSERT INTO ratings (key, model, metric, rater, value, rated_at, response_hash, note, file_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (draft) =>
    void add.run(
      draft.key,
      draft.model,
      draft.metric,
      draft.rater,
      draft.value,
      draft.ratedAt,
      draft.responseHash ?? null,
      draft.note ?? null,
      draft.fileId,
    );
}
