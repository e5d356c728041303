// Takes the items of a run one after another to their outcome: what is it made of, was it computed
// before, is an equal file being computed just now, else a job. Knows no state of a run but its items.
import { parseTagName } from '../../../../shared/interleave/parse.ts';
import type { RunId, RunSettings } from '../../../../shared/model/run.ts';
import type { UnscoredCode } from '../../../../shared/model/score.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { prepareOutcomeFinder, type OutcomeDraft } from '../../db/outcomes.ts';
import { listPendingItems, type PendingItem } from '../../db/run-items.ts';
import { isKept, type FileState, type JobInput, type ScorerInfo } from '../queue.ts';
import type { AskQueue } from './ask-queue.ts';
import { createBreather } from './breathe.ts';
import {
  createContentHasher,
  toComputed,
  type Computed,
  type ContentHash,
  type Source,
} from './content-hasher.ts';
import type { ItemFinder } from './find-item.ts';
import { whyNoScorer } from './list-work.ts';
import { keyText, outcomeKey } from './outcome-key.ts';
import type { ResultWriter, Settled } from './result-writer.ts';

const ITEMS_A_ROUND = 256;
/** Results that may wait to be written before no further item is begun. */
const MAX_BACKLOG = 1024;

/** What the items of a run need on their way. */
export interface ScoringContext {
  readonly db: ReadableDb;
  readonly runId: RunId;
  readonly settings: RunSettings;
  readonly scorers: readonly ScorerInfo[];
  readonly findItem: ItemFinder;
  readonly ask: AskQueue;
  readonly writer: ResultWriter;
  /** How many items may be on their way at once. */
  readonly window: number;
}

/** Goes through the items that wait. */
export interface ItemScoring {
  /** Resolves when every item is settled and written, or when it was stopped; rejects on a bug. */
  readonly ended: Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Begins no further item, and waits for none. */
  readonly stop: () => void;
}

/** Begins at once. */
export function scoreItems(context: ScoringContext): ItemScoring {
  const { db, runId, writer } = context;
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

  let bug: { readonly error: unknown } | undefined;

  async function one(item: PendingItem): Promise<void> {
    try {
      const settled = await settle(item);
      if (!isStopped) writer.settle(settled);
    } catch (error) {
      bug ??= { error };
      isStopped = true;
    }
    open -= 1;
    changed();
  }

  async function run(): Promise<void> {
    const breathe = createBreather();
    for (let after = 0; ;) {
      const items = listPendingItems(db, runId, after, ITEMS_A_ROUND);
      if (items.length === 0) break;
      after = items.at(-1)?.id ?? after;
      for (const item of items) {
        await until(() => !isPaused && open < context.window);
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
      if (bug !== undefined) throw bug.error;
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
  const { db, ask, writer, settings, findItem } = context;
  const findOutcome = prepareOutcomeFinder(db);
  /** Being computed, or computed and perhaps not yet written. */
  const computing = new Map<string, Promise<Computed>>();
  const hashOf = createContentHasher(db, ask, writer);

  async function settle(item: PendingItem): Promise<Settled> {
    const { id, tag, metric, response } = item;
    const target = response && { responseId: response.responseId, tag, metric };
    const modality = parseTagName(tag)?.modality;
    const scorer = context.scorers.find(
      (known) => known.metric === metric && known.modality === modality,
    );
    const version = scorer?.version ?? 0;
    const without = (draft: OutcomeDraft): Settled => ({
      itemId: id,
      target,
      version,
      outcome: draft,
      kept: undefined,
      isCached: false,
    });
    if (response === undefined || modality === undefined) {
      return without(unscored('not-run', 'The response is not in the project any more.'));
    }
    if (scorer === undefined) return without(unscored('not-run', whyNoScorer(modality)));
    const found = findItem(response, tag);
    if (found.kind === 'none') return without(unscored(found.code, found.reason));
    const hashed = await hashOf(found);
    if (hashed.kind === 'none') return without(hashed.draft);
    return { itemId: id, target, version, ...(await outcomeOf(scorer, found, hashed)) };
  }

  async function outcomeOf(
    scorer: ScorerInfo,
    found: Source,
    hashed: Extract<ContentHash, { kind: 'hash' }>,
  ): Promise<Pick<Settled, 'outcome' | 'kept' | 'isCached' | 'onWritten'>> {
    const key = outcomeKey(scorer, found, hashed.contentHash);
    const known = findOutcome(key);
    if (known !== undefined) {
      return { outcome: known, kept: { kind: 'there', outcomeId: known.id }, isCached: true };
    }
    const name = keyText(key);
    const begun = computing.get(name);
    const computed = begun ?? compute(scorer, found, hashed.state);
    computing.set(name, computed);
    const { draft, seconds } = await computed;
    // from the commit on the database knows it
    const forget = () => void computing.delete(name);
    if (!isKept(draft)) {
      forget();
      // it was the other file that changed or went away
      if (begun !== undefined) return await outcomeOf(scorer, found, hashed);
      return { outcome: draft, kept: undefined, isCached: false };
    }
    const kept = { kind: 'new', key, draft, seconds } as const;
    return begun === undefined
      ? { outcome: draft, kept, isCached: false, onWritten: forget }
      : { outcome: draft, kept, isCached: true };
  }

  async function compute(
    { metric, modality, version, timeLimitMs }: ScorerInfo,
    found: Source,
    state: FileState | undefined,
  ): Promise<Computed> {
    const input = inputOf(found, state);
    return toComputed(
      await ask({ kind: 'score', metric, modality, version, timeLimitMs, settings, input }),
    );
  }

  return settle;
}

function inputOf(found: Source, state: FileState | undefined): JobInput {
  if (found.kind === 'inline') return found;
  if (state === undefined) throw new Error('a file is hashed before it is scored');
  return { kind: 'file', path: found.path, state };
}

const unscored = (code: UnscoredCode, reason: string): OutcomeDraft => ({
  status: 'unscored',
  code,
  reason,
});
