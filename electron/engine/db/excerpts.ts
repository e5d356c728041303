import type { ReadableDb } from './handle.ts';
import { sequenceId } from './sequences.ts';

/** What a row of the instances table shows of its sequences. */
export interface Excerpts {
  /** The first characters of the task, more than a row shows. */
  readonly taskStart: (instanceId: number) => string;
  readonly referenceStrip: (instanceId: number) => string;
  readonly responseStrip: (instanceId: number, modelId: number) => string | undefined;
}

/** Prepares the statements. */
export function prepareExcerpts(db: ReadableDb): Excerpts {
  const start = db
    .prepare<[number], string>('SELECT substr(content, 1, 400) FROM segments WHERE sequence_id = ?')
    .pluck();
  const strip = db
    .prepare<[number], string>('SELECT strip FROM segments WHERE sequence_id = ?')
    .pluck();
  const responseStrip = db
    .prepare<[number, number, number], string>(
      `SELECT s.strip FROM responses r JOIN segments s ON s.sequence_id = r.id + ?
       WHERE r.instance_id = ? AND r.model_id = ?`,
    )
    .pluck();
  return {
    taskStart: (instanceId) => start.get(sequenceId('task', instanceId)) ?? '',
    referenceStrip: (instanceId) => strip.get(sequenceId('reference', instanceId)) ?? '',
    responseStrip: (instanceId, modelId) =>
      responseStrip.get(sequenceId('response', 0), instanceId, modelId),
  };
}
