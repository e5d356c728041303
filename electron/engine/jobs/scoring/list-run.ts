import type { RunId } from '../../../../shared/model/run.ts';
import type { ReadableDb, WritableDb } from '../../db/handle.ts';
import { prepareOutcomeFinder } from '../../db/outcomes.ts';
import { prepareRunItemWriter } from '../../db/run-items.ts';
import { saveRunListed, type UnscoredCounts } from '../../db/runs.ts';
import { forgetJudgements } from '../judging/forget-judgements.ts';
import type { Task } from './define-doer.ts';
import { listWork, type Work, type WorkScope } from './list-work.ts';
import type { PatientWrite } from './patient-write.ts';
import type { Preparers } from './preparers.ts';

/** What the listing of a run needs. */
export interface ListRunOptions {
  readonly runId: RunId;
  readonly db: ReadableDb;
  readonly writable: WritableDb;
  readonly write: PatientWrite;
  readonly scope: WorkScope;
  /** Those that read no file. */
  readonly preparers: Pick<Preparers, 'judge'>;
  /** False ends it before its end. */
  readonly isWanted: () => boolean;
}

/**
 * Writes down the items of a run, round by round; a run is only worked on when all are there. Cut off
 * and done again it writes the same. What is to be judged again is forgotten with it.
 */
export async function listRun(options: ListRunOptions): Promise<void> {
  const { runId, db, writable, write, scope, isWanted } = options;
  const { again } = scope.request;
  const { add } = prepareRunItemWriter(writable);
  let planned = 0;
  let notRun = 0;
  for await (const round of listWork(db, scope)) {
    if (!isWanted()) return;
    planned += round.length;
    const work = round.filter(({ scorer }) => scorer !== undefined);
    notRun += round.length - work.length;
    if (work.length === 0) continue;
    const forgotten = again === undefined ? [] : await findJudgements(options, work);
    await write(() => {
      for (const { response, tag, metric, scorer } of work) {
        const { responseId } = response;
        if (scorer !== undefined) add(runId, { responseId, tag, metric, doer: scorer.doer });
      }
      if (again !== undefined) forgetJudgements(writable, forgotten, again);
    });
  }
  const unscored: UnscoredCounts = notRun === 0 ? {} : { 'not-run': notRun };
  await write(() => saveRunListed(writable, runId, planned, unscored));
}

/** Outcomes that a run would find for what it has to judge. */
async function findJudgements(
  { db, preparers }: ListRunOptions,
  work: readonly Work[],
): Promise<number[]> {
  const findOutcome = prepareOutcomeFinder(db);
  const found: number[] = [];
  for (const { response, tag, metric, scorer } of work) {
    if (scorer?.doer !== 'judge') continue;
    const prepared = await preparers.judge({ response, tag, metric }, scorer);
    const id = idOf(prepared.kind === 'task' ? prepared.key : undefined);
    if (id !== undefined) found.push(id);
  }
  return found;

  function idOf(key: Task<unknown>['key']): number | undefined {
    return key === undefined ? undefined : findOutcome(key)?.id;
  }
}
