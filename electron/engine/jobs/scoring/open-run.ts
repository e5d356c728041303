// Everything that works on a run while this process does: worker threads, the models that are asked, and
// the way of each item from one to the other.
import { prepareHashWriter } from '../../db/file-hashes.ts';
import type { ReadableDb, WritableDb } from '../../db/handle.ts';
import type { StoredRun } from '../../db/runs.ts';
import type { Endpoints } from '../../judges/define.ts';
import type { BatchStore } from '../../judges/endpoint/batch/define.ts';
import type { MediaReader } from '../../query/item-media.ts';
import { createBatchStore } from '../judging/batch-store.ts';
import { judgeWindow, type JudgeSetup } from '../judging/judge-setup.ts';
import { openJudging, type OpenJudging } from '../judging/open-judging.ts';
import type { JobQueue, ScorerInfo } from '../queue.ts';
import { createAskQueue } from './ask-queue.ts';
import { createContentHasher } from './content-hasher.ts';
import { createDoer, type Doer } from './define-doer.ts';
import type { PatientWrite } from './patient-write.ts';
import { createPreparers } from './preparers.ts';
import type { ResultWriter } from './result-writer.ts';
import { scoreItems, type ItemScoring } from './score-items.ts';

/** What is known when the items of a run are listed. */
export interface OpenRunOptions {
  readonly run: StoredRun;
  readonly db: ReadableDb;
  /** The run's writing connection. */
  readonly own: WritableDb;
  readonly write: PatientWrite;
  readonly writer: ResultWriter;
  readonly queue: JobQueue;
  readonly media: () => MediaReader;
  readonly scorers: readonly ScorerInfo[];
  readonly setup: JudgeSetup;
  /** Made when models have to be asked. */
  readonly openEndpoints: (batches: BatchStore) => Endpoints;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** A run that is worked on. */
export interface OpenRun {
  /** Resolves when every item is settled, or it was stopped; rejects with what ends the run. */
  readonly ended: Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Begins nothing further, and waits for nothing. */
  readonly stop: () => void;
  /** Waits a while for answers that are paid for. */
  readonly close: () => Promise<void>;
}

/** Enough for every worker to find the next job waiting. */
const ITEMS_A_WORKER = 3;

/** Begins at once. */
export function openRun(options: OpenRunOptions): OpenRun {
  const { run, db, own, write, writer, queue, scorers, clock } = options;
  const ask = createAskQueue(queue, String(run.id));
  const saveHash = prepareHashWriter(own);
  const hashOf = createContentHasher(db, ask, ({ path, state, contentHash }) =>
    writer.note(() => saveHash(path, state, contentHash)),
  );
  const { settings } = run.request;
  const preparers = createPreparers(db, options.media, options.setup, settings, hashOf);
  const window = run.concurrency * ITEMS_A_WORKER;
  const doers: Doer[] = [createDoer('worker', window, preparers.worker, ask)];
  let judging: OpenJudging | undefined;
  if (scorers.some(({ doer }) => doer === 'judge')) {
    const { budgetUsd } = run.request;
    const batches = createBatchStore(own, write, run.id, clock);
    const endpoints = options.openEndpoints(batches);
    judging = openJudging({ ...options, db: own, runId: run.id, budgetUsd, endpoints, ask });
    doers.push(createDoer('judge', judgeWindow(options.setup), preparers.judge, judging.hands));
  }
  const all = doers.map((doer) => scoreItems({ db, runId: run.id, scorers, doer, writer }));
  const each = (act: (scoring: ItemScoring) => void) => all.forEach(act);
  const stop = () => each((scoring) => scoring.stop());
  return {
    ended: endOf(all, stop),
    pause() {
      queue.pause();
      judging?.pause();
      each((scoring) => scoring.pause());
    },
    resume() {
      queue.resume();
      judging?.resume();
      each((scoring) => scoring.resume());
    },
    stop,
    async close() {
      await judging?.close();
    },
  };
}

/** What ends one doer's part ends the others'. */
async function endOf(all: readonly ItemScoring[], stop: () => void): Promise<void> {
  const ends = all.map(async ({ ended }) => {
    try {
      await ended;
    } catch (error) {
      stop();
      throw error;
    }
  });
  const settled = await Promise.allSettled(ends);
  const failed = settled.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
