import type { ReadableDb, WritableDb } from './handle.ts';

/** One person's verdict; `value` on the judge's own scale, 1..5. `key` names the instance. */
export interface RatingDraft {
  readonly key: string;
  readonly model: string;
  readonly metric: string;
  /** The item that was rated; absent for the response. */
  readonly tag?: string | undefined;
  /** `corrected`: said after its author had seen names and figures. */
  readonly phase?: 'blind' | 'corrected' | undefined;
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
    `INSERT INTO ratings (key, model, metric, rater, value, rated_at, response_hash, note, file_id,
       tag, phase)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      draft.tag ?? '',
      draft.phase ?? '',
    );
}

interface RatingRow {
  key: string;
  model: string;
  metric: string;
  tag: string;
  phase: string;
  rater: string;
  value: number;
  rated_at: string;
  response_hash: string | null;
  note: string | null;
  file_id: number;
}
const fromRow = (row: RatingRow): RatingDraft => ({
  key: row.key,
  model: row.model,
  metric: row.metric,
  ...(row.tag === '' ? {} : { tag: row.tag }),
  ...(row.phase === 'corrected' || row.phase === 'blind' ? { phase: row.phase } : {}),
  rater: row.rater,
  value: row.value,
  ratedAt: row.rated_at,
  ...(row.response_hash === null ? {} : { responseHash: row.response_hash }),
  ...(row.note === null ? {} : { note: row.note }),
  fileId: row.file_id,
});

/** Ratings that came with files, of one instance or of all, the oldest first. */
export function listImportedRatings(db: ReadableDb, key?: string): RatingDraft[] {
  const where = key === undefined ? '' : 'WHERE key = ?';
  const rows = db.prepare<string[], RatingRow>(
    `SELECT key, model, metric, tag, phase, rater, value, rated_at, response_hash, note, file_id
     FROM ratings ${where} ORDER BY rated_at, id`,
  );
  return rows.all(...(key === undefined ? [] : [key])).map(fromRow);
}
