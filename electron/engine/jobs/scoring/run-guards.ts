// What has to be so before a run begins.
import { AppError } from '../../../../shared/api/errors.ts';
import type { RunRequest } from '../../../../shared/model/run.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { listRuns } from '../../db/runs.ts';
import { loadJudgeSetup } from '../judging/load-setup.ts';
import { requirePrices } from '../judging/price-check.ts';
import { metricsOf } from './list-work.ts';
import { isWorkedOnElsewhere } from './owner.ts';

/** What is looked at. */
export interface Surroundings {
  /** Path of the database, for messages. */
  readonly file: string;
  readonly isReadOnly: boolean;
  readonly isImporting: () => boolean;
  readonly db: ReadableDb;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/**
 * @param isActive  a run is worked on by this process
 * @throws AppError 'read-only', 'busy'
 */
export function requireFree(surroundings: Surroundings, isActive: boolean): void {
  const { isReadOnly, isImporting, file, db, clock } = surroundings;
  if (isReadOnly) {
    throw new AppError(
      'read-only',
      `Cannot score: the project can only be read. Copy it to a folder you can write to. "${file}"`,
    );
  }
  if (isImporting()) {
    throw new AppError('busy', 'Cannot score: an import is running. Wait until it is done.');
  }
  if (!isActive && !listRuns(db).some((run) => isWorkedOnElsewhere(run, clock()))) return;
  throw new AppError('busy', 'Cannot score: another run is going on. Wait, or cancel it.');
}

/** @throws AppError 'bad-input' for a budget that nobody can keep to */
export function requireBudgetable(db: ReadableDb, request: RunRequest): void {
  if (request.budgetUsd === undefined) return;
  requirePrices(loadJudgeSetup(db, request.endpoints), metricsOf(request));
}
