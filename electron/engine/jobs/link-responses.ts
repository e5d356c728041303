import type { Problem } from '../../../shared/model/problem.ts';
import type { WritableDb } from '../db/handle.ts';
import { prepareProblemWriter } from '../db/problems.ts';
import { listUnmatchedResponses, prepareResponseWriter } from '../db/responses.ts';
import { prepareDirtyMark } from '../db/search-rows.ts';

/**
 * Tries again to give an instance to each response that has none, and reports those that still have
 * none. To be called when instances or responses changed.
 *
 * @returns how many found one
 */
export function linkResponses(db: WritableDb): number {
  return db.transaction(() => link(db)).immediate();
}

function link(db: WritableDb): number {
  const { match } = prepareResponseWriter(db);
  const markDirty = prepareDirtyMark(db);
  const writeProblem = prepareProblemWriter(db);
  const idOf = db.prepare<[string], number>('SELECT id FROM instances WHERE key = ?').pluck();
  const isAnswered = db
    .prepare<[number, number], number>(
      'SELECT 1 FROM responses WHERE instance_id = ? AND model_id = ?',
    )
    .pluck();
  const pathOf = db.prepare<[number], string>('SELECT path FROM files WHERE id = ?').pluck();
  db.prepare(
    `DELETE FROM problems WHERE code IN ('unmatched-response', 'duplicate-response')
       AND file_id IN (SELECT f.id FROM files f JOIN sources s ON s.id = f.source_id
         WHERE s.kind = 'predictions')`,
  ).run();
  let linked = 0;
  for (const { id, modelId, fileId, line, unmatchedKey: key = '' } of listUnmatchedResponses(db)) {
    const instanceId = idOf.get(key);
    if (instanceId !== undefined && isAnswered.get(instanceId, modelId) === undefined) {
      match(id, instanceId);
      markDirty(instanceId);
      linked += 1;
      continue;
    }
    const file = pathOf.get(fileId) ?? '';
    const problem = instanceId === undefined ? unmatched(key) : duplicate(key);
    writeProblem(
      { ...problem, file, line, key, message: `${problem.message} "${file}"` },
      { fileId },
    );
  }
  return linked;
}

type Draft = Pick<Problem, 'code' | 'severity' | 'message'>;

function unmatched(key: string): Draft {
  // the second record of an id stands for a second instance of it, which the dataset may not have
  const message =
    `Read a response to "${key}", which the dataset does not have: kept, and matched when the ` +
    'dataset grows.';
  return { code: 'unmatched-response', severity: 'warning', message };
}

function duplicate(key: string): Draft {
  const message =
    `Read a second response of the same model to "${key}": the first one is shown, this one is ` +
    'kept aside. Remove one of them.';
  return { code: 'duplicate-response', severity: 'warning', message };
}
