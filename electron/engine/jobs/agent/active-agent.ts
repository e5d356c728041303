// A run of the agent while this process works on it: chains side by side, one desk for all their
// questions, one writing connection. Whatever ends it, what was answered is kept and nothing is paid twice.
import type { AgentRunId } from '../../../../shared/model/agent.ts';
import { addAgentSeconds, getAgentRun, type StoredAgentRun } from '../../db/agent-runs.ts';
import { createStopwatch } from '../scoring/stopwatch.ts';
import { createAgentState } from './agent-state.ts';
import { openTools, type AgentToolsOptions } from './agent-tools.ts';
import { createAnswering } from './answer-items.ts';
import { writePredictions } from './write-predictions.ts';

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
  const { db, log, clock } = options;
  const run = getAgentRun(db, id);
  const tools = openTools(run, options);
  const { own, write, gate, desk, stopping } = tools;
  const watch = createStopwatch();
  const stop = () => stopping.abort(new Error('the run was stopped'));
  const keeper = createAgentState(own, write, {
    ...options,
    id,
    takeSeconds: watch.take,
    onHalt: stop,
  });
  const { become, fail } = keeper;
  const shared = { ...options, run, tools, takeSeconds: watch.take, onFailed: fail };
  const answering = createAnswering(shared);
  let endAs: 'paused' | 'cancelled' | undefined;

  async function publish(): Promise<void> {
    watch.stop();
    if (writePredictions(db, run.out) > 0) await options.importPredictions(run.model, run.out);
  }

  async function work(): Promise<void> {
    watch.go();
    await become('running');
    await answering.all();
    if (!stopping.signal.aborted) await publish();
  }

  async function finish(): Promise<void> {
    clearInterval(beat);
    await tools.close();
    // a run that was ended early leaves its answers, too
    if (stopping.signal.aborted && endAs !== 'paused') await publish().catch(fail);
    await become(keeper.halt()?.state ?? endAs ?? 'done');
  }

  const beat = setInterval(() => {
    void write(() => addAgentSeconds(own, id, 0, clock())).catch(fail);
  }, BEAT_MS);
  const ended = work()
    .catch(fail)
    .then(finish)
    // what could not be written down is found out when the project is opened again
    .catch((error: unknown) => log.warn({ err: error }, 'the end of a run could not be kept'))
    .finally(() => own.close());

  return {
    id,
    describe: () => ({ state: keeper.state(), error: keeper.halt()?.error }),
    isWorkedOn: answering.isWorkedOn,
    pause() {
      gate.close();
      desk.pause();
      watch.stop();
      if (keeper.state() === 'running') become('paused').catch(fail);
    },
    resume() {
      gate.open();
      desk.resume();
      watch.go();
      if (keeper.state() === 'paused') become('running').catch(fail);
    },
    async end(as) {
      endAs ??= as;
      gate.open();
      stop();
      await ended;
    },
    ended,
  };
}
