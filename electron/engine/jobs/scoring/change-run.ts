// What is written about a run while nobody works on it.
import type { RunId, RunRequest } from '../../../../shared/model/run.ts';
import type { UnscoredCode } from '../../../../shared/model/score.ts';
import { retryFailedItems } from '../../db/run-items.ts';
import {
  addRunProgress,
  getRun,
  insertRun,
  saveRunRequest,
  saveRunState,
  type UnscoredCounts,
} from '../../db/runs.ts';
import { writeNow } from './write-now.ts';

/** Notes a new run, of which nothing is listed yet. */
export function addRun(
  file: string,
  request: RunRequest,
  concurrency: number,
  nowMs: number,
): RunId {
  const createdAt = new Date(nowMs).toISOString();
  return writeNow(file, (db) => insertRun(db, { request, createdAt, concurrency }));
}

/** Changes what holds when a run goes on. */
export function changeRequest(
  file: string,
  id: RunId,
  change: Pick<RunRequest, 'budgetUsd' | 'endpoints'>,
): void {
  writeNow(file, (db) => saveRunRequest(db, id, { ...getRun(db, id).request, ...change }));
}

/** Ends a run that waits; what it wrote stays. */
export function cancelRun(file: string, id: RunId, nowMs: number): void {
  const finishedAt = new Date(nowMs).toISOString();
  writeNow(file, (db) => saveRunState(db, id, { state: 'cancelled', finishedAt, beatAt: nowMs }));
}

/** Lets unscored items wait again. @returns how many */
export function retryItems(
  file: string,
  id: RunId,
  code: UnscoredCode | undefined,
  nowMs: number,
): number {
  return writeNow(file, (db) => {
    const again = Object.entries(retryFailedItems(db, id, code));
    const unscored: UnscoredCounts = Object.fromEntries(
      again.map(([name, count]) => [name, -count]),
    );
    addRunProgress(db, id, { scored: 0, cached: 0, unscored, seconds: 0, beatAt: nowMs });
    return again.reduce((sum, [, count]) => sum + count, 0);
  });
}
