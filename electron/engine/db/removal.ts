import { markWaiting } from './files.ts';
import type { WritableDb } from './handle.ts';
import { listOutdatedInstances } from './instances.ts';
import { listResponsesOf, listResponsesOfFile, prepareResponseWriter } from './responses.ts';
import { listScoreFiles, prepareScoreWriter } from './scores.ts';
import { prepareDirtyMark } from './search-rows.ts';
import { prepareSequenceWriter } from './sequence-rows.ts';
import { sequenceId } from './sequences.ts';

/**
 * Removes the instances that a file no longer holds. Their responses stay, without an instance;
 * files of which figures or captions went with them are tried again when the dataset grows.
 *
 * @returns their keys
 */
export function removeOutdatedInstances(
  db: WritableDb,
  fileId: number,
  generation: number,
): string[] {
  const outdated = listOutdatedInstances(db, fileId, generation);
  const sequences = prepareSequenceWriter(db);
  const responses = prepareResponseWriter(db);
  const scores = prepareScoreWriter(db);
  const markDirty = prepareDirtyMark(db);
  const captionFiles = db
    .prepare<[number], number>('SELECT DISTINCT file_id FROM captions WHERE instance_id = ?')
    .pluck();
  const removeCaptions = db.prepare('DELETE FROM captions WHERE instance_id = ?');
  const removeInstance = db.prepare('DELETE FROM instances WHERE id = ?');
  const models = db.prepare<[], number>('SELECT id FROM models').pluck().all();
  for (const { id, key } of outdated) {
    for (const response of listResponsesOf(db, id)) responses.unmatch(response.id, key);
    for (const modelId of models) {
      markWaiting(db, listScoreFiles(db, id, modelId));
      scores.removeOfInstance(id, modelId);
    }
    markWaiting(db, captionFiles.all(id));
    removeCaptions.run(id);
    sequences.remove(sequenceId('task', id));
    sequences.remove(sequenceId('reference', id));
    removeInstance.run(id);
    markDirty(id);
  }
  return outdated.map(({ key }) => key);
}

/** Removes what was read from a file of predictions or results, before it is read anew. */
export function removeRowsOfFile(db: WritableDb, fileId: number): void {
  const sequences = prepareSequenceWriter(db);
  const responses = prepareResponseWriter(db);
  const scores = prepareScoreWriter(db);
  const markDirty = prepareDirtyMark(db);
  for (const { id, instanceId, modelId } of listResponsesOfFile(db, fileId)) {
    sequences.remove(sequenceId('response', id));
    responses.remove(id);
    if (instanceId === undefined) continue;
    scores.removeComputed(instanceId, modelId);
    markDirty(instanceId);
  }
  for (const instanceId of captionedInstances(db, fileId)) markDirty(instanceId);
  for (const table of ['scores', 'captions', 'ratings', 'capabilities', 'problems']) {
    db.prepare(`DELETE FROM ${table} WHERE file_id = ?`).run(fileId);
  }
}

function captionedInstances(db: WritableDb, fileId: number): number[] {
  return db
    .prepare<[number], number>('SELECT DISTINCT instance_id FROM captions WHERE file_id = ?')
    .pluck()
    .all(fileId);
}
