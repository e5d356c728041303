import type { RunId } from '../../../../shared/model/run.ts';
import type { ReadableDb, WritableDb } from '../../db/handle.ts';
import { prepareRunItemWriter } from '../../db/run-items.ts';
import { saveRunListed, type UnscoredCounts } from '../../db/runs.ts';
import { listWork, type WorkScope } from './list-work.ts';
import type { PatientWrite } from './patient-write.ts';

/**
 * Writes down the items of a run, round by round; a run is only worked on when all are there. Cut off
 * and done again it writes the same.
 *
 * @param isWanted  false ends it before its end
 */
export async function listRun(
  db: ReadableDb,
  writable: WritableDb,
  write: PatientWrite,
  runId: RunId,
  scope: WorkScope,
  isWanted: () => boolean,
): Promise<void> {
  const { add } = prepareRunItemWriter(writable);
  let planned = 0;
  let notRun = 0;
  for await (const round of listWork(db, scope)) {
    if (!isWanted()) return;
    planned += round.length;
    const work = round.filter(({ scorer }) => scorer !== undefined);
    notRun += round.length - work.length;
    if (work.length === 0) continue;
    await write(() => {
      for (const { response, tag, metric } of work) add(runId, response.responseId, tag, metric);
    });
  }
  const unscored: UnscoredCounts = notRun === 0 ? {} : { 'not-run': notRun };
  await write(() => saveRunListed(writable, runId, planned, unscored));
}
