// Takes the items of a run that one doer computes one after another to their outcome. Knows no state of
// a run but its items.
import type { RunId } from '../../../../shared/model/run.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { prepareOutcomeFinder } from '../../db/outcomes.ts';
import { listPendingItems, type PendingItem } from '../../db/run-items.ts';
import { isKept, type ScorerInfo } from '../queue.ts';
import { createBreather } from './breathe.ts';
import { noTask, type Computed, type Doer, type NoTask, type Task } from './define-doer.ts';
import { modalityOfTag } from './item-tag.ts';
import { whyNoScorer } from './list-work.ts';
import { keyText } from './outcome-key.ts';
import type { ResultWriter } from './result-writer.ts';
import type { Settled } from './settled.ts';

const ITEMS_A_ROUND = 256;
/** Results that may wait to be written before no further item is begun. */
const MAX_BACKLOG = 1024;

/** What the items of a run need on their way. */
export interface ScoringContext {
  readonly db: ReadableDb;
  readonly runId: RunId;
  /** Of all doers. */
  readonly scorers: readonly ScorerInfo[];
  readonly doer: Doer;
  readonly writer: ResultWriter;
}

/** Goes through the items that wait for a doer. */
export interface ItemScoring {
  /** Resolves when every item is settled and written, or when it was stopped; rejects with what ends the run. */
  readonly ended: Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Begins no further item, and waits for none. */
  readonly stop: () => void;
}

/** Begins at once. */
export function scoreItems(context: ScoringContext): ItemScoring {
  const { db, runId, doer, writer } = context;
  const settle = createSettler(context);
  let open = 0;
  let isPaused = false;
  let isStopped = false;
  let wake = Promise.withResolvers<undefined>();
  const changed = () => {
    wake.resolve(undefined);
    wake = Promise.withResolvers<undefined>();
  };
  const until = async (isSo: () => boolean) => {
    while (!isSo() && !isStopped) await wake.promise;
  };

  let problem: { readonly error: unknown } | undefined;

  async function one(item: PendingItem): Promise<void> {
    try {
      const settled = await settle(item);
      if (!isStopped) writer.settle(settled);
    } catch (error) {
      if (!isStopped) problem ??= { error };
      isStopped = true;
    }
    open -= 1;
    changed();
  }

  async function run(): Promise<void> {
    const breathe = createBreather();
    for (let after = 0; ;) {
      const items = listPendingItems(db, runId, doer.id, after, ITEMS_A_ROUND);
      if (items.length === 0) break;
      after = items.at(-1)?.id ?? after;
      for (const item of items) {
        await until(() => !isPaused && open < doer.window);
        while (writer.backlog() > MAX_BACKLOG) await writer.flushed();
        if (isStopped) return;
        open += 1;
        void one(item);
        await breathe();
      }
    }
    await until(() => open === 0);
    if (!isStopped) await writer.flushed();
  }

  return {
    ended: run().then(() => {
      if (problem !== undefined) throw problem.error;
    }),
    pause: () => {
      isPaused = true;
    },
    resume() {
      isPaused = false;
      changed();
    },
    stop() {
      isStopped = true;
      changed();
    },
  };
}

function createSettler(context: ScoringContext): (item: PendingItem) => Promise<Settled> {
  const { db, doer, scorers } = context;
  const findOutcome = prepareOutcomeFinder(db);
  /** Being computed, or computed and perhaps not yet written. */
  const computing = new Map<string, Promise<Computed>>();

  async function settle(item: PendingItem): Promise<Settled> {
    const { id, tag, metric, response } = item;
    const target = response && { responseId: response.responseId, tag, metric };
    const modality = modalityOfTag(tag);
    const scorer = scorers.find(
      (known) => known.metric === metric && known.modality === modality && known.doer === doer.id,
    );
    const head = { itemId: id, target, version: scorer?.version ?? 0 };
    const without = ({ draft }: NoTask): Settled => ({
      ...head,
      outcome: draft,
      kept: undefined,
      isCached: false,
    });
    if (response === undefined) {
      return without(noTask('not-run', 'The response is not in the project any more.'));
    }
    if (scorer === undefined) return without(noTask('not-run', whyNoScorer(metric, modality)));
    const task = await doer.prepare({ tag, metric, response }, scorer);
    return task.kind === 'none' ? without(task) : { ...head, ...(await outcomeOf(task)) };
  }

  async function outcomeOf(
    task: Task<void>,
  ): Promise<Pick<Settled, 'outcome' | 'kept' | 'isCached' | 'onWritten'>> {
    const { key } = task;
    if (key === undefined) throw new Error('an item of a run is read before it is computed');
    const known = findOutcome(key);
    if (known !== undefined) {
      task.found?.();
      return { outcome: known, kept: { kind: 'there', outcomeId: known.id }, isCached: true };
    }
    const name = keyText(key);
    const begun = computing.get(name);
    const computed = begun ?? task.compute();
    computing.set(name, computed);
    const { draft, seconds } = await computed;
    // from the commit on the database knows it
    const forget = () => void computing.delete(name);
    if (!isKept(draft)) {
      forget();
      // it was the other file that changed or went away
      if (begun !== undefined) return await outcomeOf(task);
      return { outcome: draft, kept: undefined, isCached: false };
    }
    const kept = { kind: 'new', key, draft, seconds } as const;
    return begun === undefined
      ? { outcome: draft, kept, isCached: false, onWritten: forget }
      : { outcome: draft, kept, isCached: true };
  }

  return settle;
}
