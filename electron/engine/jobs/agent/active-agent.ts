// A run of the agent while this process works on it: chains side by side, one desk for all their
// questions, one writing connection. Whatever ends it, what was answered is kept and nothing is paid twice.
import type { AgentItem, AgentRunId, AgentRunState } from '../../../../shared/model/agent.ts';
import { getAgentItem, listWaiting, saveAgentOutcome } from '../../db/agent-items.ts';
import {
  addAgentSeconds,
  getAgentRun,
  saveAgentState,
  type StoredAgentRun,
} from '../../db/agent-runs.ts';
import { toHalt, type Halt } from '../scoring/run-state.ts';
import { createStopwatch } from '../scoring/stopwatch.ts';
import { loadAgentSetup } from './agent-setup.ts';
import { openTools, type AgentToolsOptions } from './agent-tools.ts';
import { workOnItem, type ItemWork } from './work-on-item.ts';
import { toPrediction, writePredictions } from './write-predictions.ts';

/** What a run needs of the project, and who hears of it. */
export interface ActiveAgentOptions extends AgentToolsOptions {
  /** Makes the answers in a prediction file those of a model. */
  readonly importPredictions: (model: string, path: string) => Promise<void>;
  readonly onChange: () => void;
  readonly onTraced: (key: string) => void;
}

export interface ActiveAgent {
  readonly id: AgentRunId;
  readonly describe: () => Pick<StoredAgentRun, 'state' | 'error'>;
  readonly isWorkedOn: (key: string) => boolean;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly end: (as: 'paused' | 'cancelled') => Promise<void>;
  /** Resolves when it is no longer worked on, whichever way. */
  readonly ended: Promise<void>;
}

const BEAT_MS = 30_000;

/** Begins to work on a run, or goes on with it. */
export function startAgent(id: AgentRunId, options: ActiveAgentOptions): ActiveAgent {
  const { db, log, clock, file } = options;
  const run = getAgentRun(db, id);
  const tools = openTools(run, options);
  const { own, write, gate, stopping } = tools;
  const watch = createStopwatch();
  const working = new Set<string>();
  let state: AgentRunState = 'running';
  let halt: Halt | undefined;
  let endAs: 'paused' | 'cancelled' | undefined;

  const become = async (next: AgentRunState) => {
    state = next;
    const isGoing = next === 'running';
    const seconds = watch.take();
    await write(() => {
      addAgentSeconds(own, id, seconds, clock());
      saveAgentState(own, id, {
        state,
        finishedAt: isGoing || next === 'paused' ? undefined : new Date(clock()).toISOString(),
        error: halt?.error,
        ownerPid: isGoing ? process.pid : undefined,
        beatAt: clock(),
      });
    });
    options.onChange();
  };
  const fail = (error: unknown) => {
    const known = toHalt(error, file);
    if (known === undefined) log.error({ err: error }, 'a run of the agent hit a bug');
    halt ??= known ?? BUG;
    stopping.abort(new Error('the run was stopped'));
  };

  async function keep(item: AgentItem, prediction: string | undefined): Promise<void> {
    const seconds = watch.take();
    await write(() => {
      saveAgentOutcome(own, id, item, prediction);
      addAgentSeconds(own, id, seconds, clock());
    });
    options.onChange();
  }

  async function answer(key: string): Promise<void> {
    const { item, rerun } = getAgentItem(db, id, key);
    const work: ItemWork = {
      run,
      key,
      attempt: item.attempts,
      setup: rerun === undefined ? tools.setup : loadAgentSetup(db, run.request, rerun.prompts),
    };
    const onGrown = () => options.onTraced(key);
    working.add(key);
    try {
      const done = await workOnItem(work, { ...tools, ...options, onGrown });
      const { result, instance } = done;
      const { verdict, reason, counts, rounds, missing, tokensIn, tokensOut } = result;
      await keep(
        {
          key,
          state: 'done',
          verdict,
          ...(reason !== undefined && { reason }),
          rounds,
          missing: [...missing],
          counts,
          tokensIn,
          tokensOut,
          ...(result.costUsd !== undefined && { costUsd: result.costUsd }),
          seconds: result.seconds,
          attempts: item.attempts,
        },
        instance && toPrediction(instance, result),
      );
    } finally {
      working.delete(key);
      options.onTraced(key);
    }
  }

  /** What ends the run ends it for all; a bug in one chain is this instance's. */
  async function onBroken(key: string, error: unknown): Promise<void> {
    if (stopping.signal.aborted) return;
    if (toHalt(error, file) !== undefined) return fail(error);
    log.error({ err: error, key }, 'a chain of the agent hit a bug');
    const { item } = getAgentItem(db, id, key);
    const reason = 'The chain hit a bug in Loupe. The log has its trace.';
    await keep({ ...item, state: 'done', verdict: 'failed', reason }, undefined).catch(fail);
  }

  async function work(): Promise<void> {
    watch.go();
    await become('running');
    const waiting = listWaiting(db, id);
    const next = async (): Promise<void> => {
      for (;;) {
        await gate.passed();
        const key = stopping.signal.aborted ? undefined : waiting.shift();
        if (key === undefined) return;
        await answer(key).catch((error: unknown) => onBroken(key, error));
      }
    };
    await Promise.all(Array.from({ length: run.request.concurrency }, next));
    if (stopping.signal.aborted) return;
    watch.stop();
    writePredictions(db, run.out);
    await options.importPredictions(run.model, run.out);
  }

  const beat = setInterval(() => {
    void write(() => addAgentSeconds(own, id, 0, clock())).catch(fail);
  }, BEAT_MS);
  const ended = work()
    .catch(fail)
    .then(async () => {
      clearInterval(beat);
      await tools.close();
      if (endAs !== 'paused') await keepWhatThereIs();
      await become(halt?.state ?? endAs ?? 'done');
    })
    // what could not be written down is found out when the project is opened again
    .catch((error: unknown) => log.warn({ err: error }, 'the end of a run could not be kept'))
    .finally(() => own.close());

  /** A run that was ended early leaves its answers, too. */
  async function keepWhatThereIs(): Promise<void> {
    if (endAs === undefined && halt === undefined) return;
    if (writePredictions(db, run.out) === 0) return;
    await options.importPredictions(run.model, run.out).catch(fail);
  }

  return {
    id,
    describe: () => ({ state, error: halt?.error }),
    isWorkedOn: (key) => working.has(key),
    pause() {
      gate.close();
      tools.desk.pause();
      watch.stop();
      if (state === 'running') become('paused').catch(fail);
    },
    resume() {
      gate.open();
      tools.desk.resume();
      watch.go();
      if (state === 'paused') become('running').catch(fail);
    },
    async end(as) {
      endAs ??= as;
      gate.open();
      stopping.abort(new Error('the run was ended'));
      await ended;
    },
    ended,
  };
}

const BUG: Halt = {
  state: 'failed',
  error: { code: 'internal', message: 'The run hit a bug in Loupe. The log has its trace.' },
};
