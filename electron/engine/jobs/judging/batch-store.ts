import type { RunId } from '../../../../shared/model/run.ts';
import { prepareBatchFinder, prepareBatchWriter } from '../../db/batches.ts';
import type { WritableDb } from '../../db/handle.ts';
import type { BatchStore } from '../../judges/endpoint/batch/define.ts';
import type { PatientWrite } from '../scoring/patient-write.ts';

/** Batches of a run in the project's database, where the next start finds them. */
export function createBatchStore(
  db: WritableDb,
  write: PatientWrite,
  runId: RunId,
  clock: () => number,
): BatchStore {
  const batches = prepareBatchWriter(db);
  return {
    find: prepareBatchFinder(db),
    async add(batch) {
      const submittedAt = new Date(clock()).toISOString();
      let id = 0;
      await write(() => {
        id = batches.add({ ...batch, runId, submittedAt });
      });
      return id;
    },
    setRemoteId: async (id, remoteId) => await write(() => batches.setRemoteId(id, remoteId)),
    forget: async (callKeys) => await write(() => batches.remove(callKeys)),
  };
}
