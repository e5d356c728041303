import type { CaptionUse } from '../../../shared/model/judge.ts';
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { ReadableDb } from './handle.ts';
import type { Side } from './sequences.ts';

/** A caption as a judgement used it. */
export interface JudgedCaption {
  readonly side: Side;
  readonly tag: string;
  readonly modality: ModalityId;
  readonly source: CaptionUse['source'];
  /** The captioner's call, also where it failed. */
  readonly callId?: number | undefined;
  /** Of a caption that nobody was asked for; see `caption_texts`. */
  readonly textHash?: string | undefined;
}

/** What stands in the components of every judged outcome, with a figure or without. */
export interface JudgedRecord {
  /** Its model. */
  readonly judge: string;
  /** Of the judge, one a repeat; none where nothing had to be asked, or a caption was missing. */
  readonly calls: readonly number[];
  readonly captions: readonly JudgedCaption[];
  readonly isOfficialCompatible: boolean;
}

/** Calls that outcomes rest on. */
export interface CallsBehind {
  readonly judge: readonly number[];
  readonly captions: readonly { readonly side: Side; readonly callId: number }[];
}

/** Empty for outcomes that workers have computed. */
export function listCallsBehind(db: ReadableDb, outcomeIds: readonly number[]): CallsBehind {
  const judge = db
    .prepare<[number], number>(
      `SELECT e.value FROM outcomes o, json_each(o.components, '$.calls') e WHERE o.id = ?`,
    )
    .pluck();
  const captions = db.prepare<[number], { side: Side; callId: number }>(
    `SELECT e.value ->> 'side' AS side, e.value ->> 'callId' AS callId
     FROM outcomes o, json_each(o.components, '$.captions') e
     WHERE o.id = ? AND e.value ->> 'callId' IS NOT NULL`,
  );
  return {
    judge: outcomeIds.flatMap((id) => judge.all(id)),
    captions: outcomeIds.flatMap((id) => captions.all(id)),
  };
}

/** What judges said of the responses to an instance, each reason once. */
export type ReasonTexts = (
  instanceId: number,
) => { readonly modelId: number; readonly text: string }[];

/** Prepares the statement. */
export function prepareReasonTexts(db: ReadableDb): ReasonTexts {
  // where nobody was ever asked nothing is looked at
  if (db.prepare('SELECT max(id) FROM calls').pluck().get() === null) return () => [];
  const list = db.prepare<[number], { modelId: number; text: string }>(
    `SELECT DISTINCT s.model_id AS modelId, said.value AS text
     FROM responses r CROSS JOIN scores s ON s.model_id = r.model_id AND s.instance_id = r.instance_id
     JOIN outcomes o ON o.id = s.outcome_id, json_each(o.components, '$.reasons') part,
       json_each(part.value) said
     WHERE r.instance_id = ? AND said.type = 'text' AND said.value <> ''
     ORDER BY s.model_id, s.metric, s.tag`,
  );
  return (instanceId) => list.all(instanceId);
}

/** Whether an outcome holds words of a judge. */
export function prepareHasReasons(db: ReadableDb): (outcomeId: number) => boolean {
  const find = db
    .prepare<[number], number>(
      "SELECT components ->> '$.reasons' IS NOT NULL FROM outcomes WHERE id = ?",
    )
    .pluck();
  return (outcomeId) => find.get(outcomeId) === 1;
}
