// The instances of a run, several at a time, each from its trace to its answer in the database.
import type { AgentItem } from '../../../../shared/model/agent.ts';
import { getAgentItem, listWaiting, saveAgentOutcome } from '../../db/agent-items.ts';
import { addAgentSeconds, type StoredAgentRun } from '../../db/agent-runs.ts';
import type { ChainResult } from '../../agent/define.ts';
import { toHalt } from '../scoring/run-state.ts';
import { loadAgentSetup } from './agent-setup.ts';
import type { AgentTools, AgentToolsOptions } from './agent-tools.ts';
import { workOnItem } from './work-on-item.ts';
import { toPrediction } from './write-predictions.ts';

export interface AnsweringOptions extends AgentToolsOptions {
  readonly run: StoredAgentRun;
  readonly tools: AgentTools;
  readonly takeSeconds: () => number;
  readonly onChange: () => void;
  readonly onTraced: (key: string) => void;
  readonly onFailed: (error: unknown) => void;
}

/** Works on what waits. */
export interface Answering {
  /** Resolves when nothing waits any more, or the run is stopped. */
  readonly all: () => Promise<void>;
  readonly isWorkedOn: (key: string) => boolean;
}

/** Begins nothing yet. */
export function createAnswering(options: AnsweringOptions): Answering {
  const { run, tools, db, log, file, clock, onTraced, onFailed } = options;
  const { own, write, gate, stopping } = tools;
  const { id, request } = run;
  const working = new Set<string>();

  async function keep(item: AgentItem, prediction: string | undefined): Promise<void> {
    const seconds = options.takeSeconds();
    await write(() => {
      saveAgentOutcome(own, id, item, prediction);
      addAgentSeconds(own, id, seconds, clock());
    });
    options.onChange();
  }

  async function answer(key: string): Promise<void> {
    const { item, rerun } = getAgentItem(db, id, key);
    const setup = rerun === undefined ? tools.setup : loadAgentSetup(db, request, rerun.prompts);
    const onGrown = () => onTraced(key);
    working.add(key);
    try {
      const work = { run, key, attempt: item.attempts, setup };
      const { result, instance } = await workOnItem(work, { ...tools, db, clock, onGrown });
      await keep(toItem(item, result), instance && toPrediction(instance, result));
    } finally {
      working.delete(key);
      onTraced(key);
    }
  }

  /** What ends the run ends it for all; a bug in one chain is this instance's. */
  async function onBroken(key: string, error: unknown): Promise<void> {
    if (stopping.signal.aborted) return;
    if (toHalt(error, file) !== undefined) return onFailed(error);
    log.error({ err: error, key }, 'a chain of the agent hit a bug');
    const { item } = getAgentItem(db, id, key);
    const reason = 'The chain hit a bug in Loupe. The log has its trace.';
    await keep({ ...item, state: 'done', verdict: 'failed', reason }, undefined).catch(onFailed);
  }

  return {
    isWorkedOn: (key) => working.has(key),
    async all() {
      const waiting = listWaiting(db, id);
      const next = async (): Promise<void> => {
        for (;;) {
          await gate.passed();
          const key = stopping.signal.aborted ? undefined : waiting.shift();
          if (key === undefined) return;
          await answer(key).catch((error: unknown) => onBroken(key, error));
        }
      };
      await Promise.all(Array.from({ length: chainsFor(request.concurrency) }, next));
    },
  };
}

/** A few more chains than questions at once, so that no turn is lost while a chain is prepared or kept. */
const chainsFor = (concurrency: number) => concurrency + Math.floor(concurrency / 4);

function toItem({ key, attempts }: AgentItem, result: ChainResult): AgentItem {
  const { verdict, reason, counts, rounds, missing, tokensIn, tokensOut, costUsd } = result;
  return {
    ...{ key, state: 'done', verdict, rounds, counts, tokensIn, tokensOut, attempts },
    ...(reason !== undefined && { reason }),
    ...(costUsd !== undefined && { costUsd }),
    missing: [...missing],
    seconds: result.seconds,
  };
}
