import type { RunId } from '../../../../shared/model/run.ts';
import type { WritableDb } from '../../db/handle.ts';
import { listSpending, sumSpending } from '../../db/spending.ts';
import type { Endpoints } from '../../judges/define.ts';
import type { AskQueue } from '../scoring/ask-queue.ts';
import type { PatientWrite } from '../scoring/patient-write.ts';
import type { ResultWriter } from '../scoring/result-writer.ts';
import { createBudget, NO_BUDGET } from './budget.ts';
import { createCallDesk, type CallDesk } from './call-desk.ts';
import { createCaptioner } from './captioner.ts';
import { createCaptionKeeper } from './caption-keeper.ts';
import type { JudgeHands } from './judge-hands.ts';
import type { JudgeSetup } from './judge-setup.ts';

/** What judging needs of the run that it belongs to. */
export interface JudgingOptions {
  /** The run's writing connection. */
  readonly db: WritableDb;
  readonly write: PatientWrite;
  readonly writer: Pick<ResultWriter, 'note'>;
  readonly runId: RunId;
  readonly budgetUsd: number | undefined;
  readonly setup: JudgeSetup;
  readonly endpoints: Endpoints;
  readonly ask: AskQueue;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** The models that a run asks, for as long as it goes on. */
export interface OpenJudging extends Pick<CallDesk, 'pause' | 'resume' | 'close'> {
  readonly hands: JudgeHands;
}

/** Asks nothing by itself. */
export function openJudging(options: JudgingOptions): OpenJudging {
  const { db, writer, runId, budgetUsd, setup, ask } = options;
  const { costUsd = 0, calls } = sumSpending(listSpending(db, runId));
  const budget = budgetUsd === undefined ? NO_BUDGET : createBudget(budgetUsd, { costUsd, calls });
  const desk = createCallDesk({ ...options, budget });
  const captioner = createCaptioner(setup, desk, ask);
  const keeper = createCaptionKeeper(db, writer);
  const { pause, resume, close } = desk;
  return { hands: { desk, captioner, keeper, ask }, pause, resume, close };
}
