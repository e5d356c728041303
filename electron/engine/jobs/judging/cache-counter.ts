import type { RoleId } from '../../../../shared/model/endpoint.ts';
import type { RunId } from '../../../../shared/model/run.ts';
import type { WritableDb } from '../../db/handle.ts';
import { prepareSpendingWriter } from '../../db/spending.ts';
import type { PatientWrite } from '../scoring/patient-write.ts';

/** Counts questions that were answered before. */
export interface CacheCounter {
  readonly count: (role: RoleId) => void;
  /** Counts no further, and resolves when what was counted is written. */
  readonly close: () => Promise<void>;
}

/** Written together: there may be thousands at once. */
export function createCacheCounter(
  db: WritableDb,
  write: PatientWrite,
  runId: RunId,
  modelOf: (role: RoleId) => string,
): CacheCounter {
  const spending = prepareSpendingWriter(db);
  const counts = new Map<RoleId, number>();
  let writing: Promise<void> | undefined;
  let isClosed = false;

  async function save(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    writing = undefined;
    const counted = [...counts];
    counts.clear();
    await write(() => {
      for (const [role, count] of counted) {
        spending.addFromCache(runId, role, modelOf(role), count);
      }
    });
  }

  return {
    count(role) {
      if (isClosed) return;
      counts.set(role, (counts.get(role) ?? 0) + 1);
      writing ??= save();
    },
    async close() {
      isClosed = true;
      await writing;
    },
  };
}
