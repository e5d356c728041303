import { z } from 'zod';
import type { ReadableDb } from './handle.ts';

/** What the judge said of one question, on its own scale, one entry a repeat, by key of the reply. */
export interface JudgeRepeats {
  readonly metric: string;
  readonly tag: string;
  readonly raws: Readonly<Record<string, readonly number[]>>;
}

const Raws = z.record(z.string(), z.array(z.number()));

/** Questions behind figures that hold and that were asked more than once. */
export function listJudgeRepeats(db: ReadableDb): JudgeRepeats[] {
  return db
    .prepare<[], { metric: string; tag: string; raws: string }>(
      `SELECT s.metric, s.tag, o.components ->> '$.raws' AS raws
       FROM scores s JOIN outcomes o ON o.id = s.outcome_id
       WHERE s.is_imported = 0 AND json_array_length(o.components, '$.calls') > 1
         AND o.components ->> '$.raws' IS NOT NULL
       ORDER BY s.model_id, s.instance_id, s.metric, s.tag`,
    )
    .all()
    .map(({ metric, tag, raws }) => ({ metric, tag, raws: Raws.parse(JSON.parse(raws)) }));
}
