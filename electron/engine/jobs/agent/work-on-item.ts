import type { StoredAgentRun } from '../../db/agent-runs.ts';
import type { StoredInstance } from '../../db/instances.ts';
import type { ChainResult, ChainTask } from '../../agent/define.ts';
import { createJournal } from '../../agent/journal.ts';
import { runChain } from '../../agent/run-chain.ts';
import { openTrace } from '../../agent/trace.ts';
import { untilAborted } from '../../judges/endpoint/until-aborted.ts';
import type { JudgeSetup } from '../judging/judge-setup.ts';
import { tracePath } from './agent-places.ts';
import type { AgentTools, AgentToolsOptions } from './agent-tools.ts';
import { createHands, toTaskItems } from './chain-hands.ts';

/** One instance of a run. */
export interface ItemWork {
  readonly run: StoredAgentRun;
  readonly key: string;
  /** From 1. */
  readonly attempt: number;
  readonly setup: JudgeSetup;
}

type Surroundings = AgentTools &
  Pick<AgentToolsOptions, 'db' | 'clock'> & { readonly onGrown: () => void };

/** Runs the chain of an instance, from where its trace ends. @throws what ends the whole run */
export async function workOnItem(
  { run, key, attempt, setup }: ItemWork,
  around: Surroundings,
): Promise<{ readonly result: ChainResult; readonly instance: StoredInstance | undefined }> {
  const task = around.readTask(key);
  if (task === undefined) return { result: GONE, instance: undefined };
  const { signal } = around.stopping;
  const { hands, close } = createHands({
    ...around,
    setup,
    task,
    repeat: attempt - 1,
    signal,
  });
  const trace = openTrace(tracePath(around.places, task.instance, attempt));
  const journal = createJournal(trace, hands, around.clock, around.onGrown);
  try {
    const result = await untilAborted(runChain(toChain(run, task, key), hands, journal), signal);
    return { result, instance: task.instance };
  } finally {
    await close();
  }
}

function toChain(
  { request, model }: StoredAgentRun,
  task: Parameters<typeof toTaskItems>[0],
  key: string,
): ChainTask {
  const { label, maxRounds, ablate } = request;
  const { content } = task;
  return { key, content, items: toTaskItems(task), model, label, maxRounds, ablate };
}

const GONE: ChainResult = {
  verdict: 'failed',
  reason: 'The project has no such instance any more.',
  counts: {},
  rounds: 0,
  missing: [],
  tokensIn: 0,
  tokensOut: 0,
  costUsd: 0,
  seconds: 0,
};
