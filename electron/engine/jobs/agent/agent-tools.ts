// What the chains of a run share while this process works on it.
import { mkdirSync } from 'node:fs';
import PQueue from 'p-queue';
import type { AgentCommands } from '../../../../shared/model/agent.ts';
import type { ChainHands, Maker } from '../../agent/define.ts';
import { spendingIdOf, type StoredAgentRun } from '../../db/agent-runs.ts';
import type { ReadableDb, WritableDb } from '../../db/handle.ts';
import { openWritable } from '../../db/open.ts';
import { listSpending, prepareSpendingWriter, sumSpending } from '../../db/spending.ts';
import type { KeyRing } from '../../judges/define.ts';
import { createEndpoints } from '../../judges/endpoint/create-endpoints.ts';
import type { AskingTools } from '../../judges/endpoint/lane.ts';
import { PATIENCE, wait } from '../../judges/endpoint/patience.ts';
import type { Log } from '../../log.ts';
import type { MediaReader } from '../../query/item-media.ts';
import { createBudget, NO_BUDGET } from '../judging/budget.ts';
import { createCallDesk, type CallDesk } from '../judging/call-desk.ts';
import { settingsOf, type JudgeSetup } from '../judging/judge-setup.ts';
import { createAskQueue, type AskQueue } from '../scoring/ask-queue.ts';
import { createPatientWrite, type PatientWrite } from '../scoring/patient-write.ts';
import { createWorkerPool } from '../worker-pool.ts';
import { placesOf, type AgentPlaces } from './agent-places.ts';
import { loadAgentSetup } from './agent-setup.ts';
import { createAsk } from './ask-questions.ts';
import { createGate, type Gate } from './gate.ts';
import { createMakers } from './makers.ts';
import { createTaskReader } from './read-task.ts';

export interface AgentToolsOptions {
  /** The project's database; a connection of the run's own is opened. */
  readonly file: string;
  readonly db: ReadableDb;
  readonly log: Log;
  readonly keys: KeyRing;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly media: () => MediaReader;
  /** Named by whoever started the run; a project keeps none. */
  readonly commands: AgentCommands;
  /** An endpoint is left alone for a while, or answers again. */
  readonly onWaiting: NonNullable<AskingTools['onWaiting']>;
}

/** Threads that get items ready for captioners. */
const WORKERS = 2;

/** What chains share. */
export interface AgentTools {
  readonly own: WritableDb;
  readonly write: PatientWrite;
  readonly setup: JudgeSetup;
  readonly desk: CallDesk;
  /** Workers. */
  readonly ask: AskQueue;
  /** Models. */
  readonly askModel: ChainHands['ask'];
  readonly makers: readonly Maker[];
  readonly gate: Gate;
  readonly stopping: AbortController;
  readonly readTask: ReturnType<typeof createTaskReader>;
  readonly places: AgentPlaces;
  readonly close: () => Promise<void>;
}

/** Opens them; nothing is asked yet. */
export function openTools(run: StoredAgentRun, options: AgentToolsOptions): AgentTools {
  const { file, db, log, clock, keys, onWaiting } = options;
  const own = openWritable(file);
  const places = placesOf(run.out, run.id);
  mkdirSync(places.files, { recursive: true });
  own.pragma('busy_timeout = 0');
  const write = createPatientWrite(own);
  const setup = loadAgentSetup(db, run.request);
  const endpoints = createEndpoints({ endpoints: setup.endpoints, keys, clock, log, onWaiting });
  const runId = spendingIdOf(run.id);
  const { budgetUsd } = run.request;
  const { costUsd = 0, calls } = sumSpending(listSpending(db, runId));
  const budget = budgetUsd === undefined ? NO_BUDGET : createBudget(budgetUsd, { costUsd, calls });
  const desk = createCallDesk({ db: own, write, runId, setup, clock, endpoints, budget });
  const queue = createWorkerPool({ concurrency: WORKERS, log });
  const spending = prepareSpendingWriter(own);
  const gate = createGate();
  const stopping = new AbortController();
  const asking = {
    ...{ keys, clock, log, wait, random: Math.random, onWaiting },
    patience: PATIENCE,
    closed: stopping.signal,
  };
  const models = new PQueue({ concurrency: run.request.concurrency });
  const askModel = createAsk(own, write, desk, endpoints, stopping.signal);
  const makers = createMakers(setup, options.commands, {
    inTurn: (work) => models.add(work),
    tools: asking,
    enter: async () => {
      await gate.passed();
      return await budget.enter();
    },
    onSpent(role, spent) {
      const model = settingsOf(setup, role)?.model ?? '';
      void write(() => spending.add(runId, { ...spent, role, model })).catch((error: unknown) =>
        log.warn({ err: error }, 'what an item has cost could not be kept'),
      );
    },
  });
  return {
    ...{ own, write, setup, desk, makers, gate, stopping },
    ask: createAskQueue(queue, `agent-${run.id}`),
    askModel: (question) => models.add(() => askModel(question)),
    readTask: createTaskReader(db, options.media),
    places,
    async close() {
      await desk.close();
      await queue.close();
    },
  };
}
