import type { ReadableDb } from '../../db/handle.ts';

/** Instances that a model has answered. An answer that only a result file carried may be replaced. */
export type Answered = Map<
  number,
  { readonly isFromResults: boolean; readonly responseId?: number }
>;

const PLAIN = { isFromResults: false };

/** Reads what a model has answered so far. */
export function answeredBy(db: ReadableDb, modelId: number): Answered {
  const rows = db
    .prepare<[number], [number, number, number]>(
      `SELECT r.instance_id, r.id, s.kind <> 'predictions' FROM responses r
       JOIN files f ON f.id = r.file_id JOIN sources s ON s.id = f.source_id
       WHERE r.model_id = ? AND r.instance_id IS NOT NULL`,
    )
    .raw();
  const answered: Answered = new Map();
  for (const [instanceId, responseId, isFromResults] of rows.iterate(modelId)) {
    answered.set(instanceId, isFromResults === 0 ? PLAIN : { isFromResults: true, responseId });
  }
  return answered;
}
