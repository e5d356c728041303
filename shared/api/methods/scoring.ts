// Runs, and what is behind their judgements.
import { z } from 'zod';
import { EndpointMap } from '../../model/endpoint.ts';
import { Judgement, JudgementLabel, JudgementVerdict, Spending } from '../../model/judge.ts';
import { Budget, Run, RunFailure, RunId, RunPlan, RunRequest } from '../../model/run.ts';
import { UnscoredCode } from '../../model/score.ts';
import { Done, None, command, query } from './define.ts';

export const scoringMethods = {
  /** What a run would do; nothing is written. */
  'runs.plan': query(RunRequest, z.object({ plan: RunPlan })),

  /** One run at a time goes on in a project ('busy'); its items are listed behind the answer. */
  'runs.start': command(RunRequest, z.object({ runId: RunId })),
  'runs.pause': command(z.object({ runId: RunId }), Done),

  /** Another budget, or other endpoints, hold from now on. */
  'runs.resume': command(
    z.object({ runId: RunId, budgetUsd: Budget.optional(), endpoints: EndpointMap.optional() }),
    Done,
  ),

  /** Ends what is being computed; what was written stays. */
  'runs.cancel': command(z.object({ runId: RunId }), Done),

  /** Newest first. */
  'runs.list': query(None, z.object({ runs: z.array(Run) })),
  'runs.get': query(
    z.object({ runId: RunId }),
    /** Failures: the most frequent first. Spending: by role, in their order. */
    z.object({ run: Run, failures: z.array(RunFailure), spending: z.array(Spending) }),
  ),

  /**
   * Tries the unscored items again, or those of one code; the run goes on with them. Failed calls behind
   * them are asked, and paid, again.
   */
  'runs.retry': command(
    z.object({ runId: RunId, code: UnscoredCode.optional() }),
    z.object({ retried: z.int().min(0) }),
  ),

  /** What is behind the judged figures of one response, in the order of the metrics. */
  'judgements.get': query(
    z.object({ key: z.string(), model: z.string() }),
    z.object({ judgements: z.array(Judgement) }),
  ),

  /** Says what a person thinks of a judgement; without a verdict what was said is taken back. */
  'judgements.label': command(
    z.object({
      id: z.string().max(3000),
      verdict: JudgementVerdict.optional(),
      note: z.string().max(4000).default(''),
    }),
    z.object({ labels: z.array(JudgementLabel) }),
  ),
} as const;
