// Writes what a run found: a batch is one transaction, and writing a batch twice changes nothing. It
// never waits for another writer, because it runs on the thread that answers the API: when an import
// has the database, the batch stays in memory and is tried again.
import type { RunId } from '../../../../shared/model/run.ts';
import type { WritableDb } from '../../db/handle.ts';
import { prepareOutcomeWriter } from '../../db/outcomes.ts';
import { prepareRunItemWriter } from '../../db/run-items.ts';
import { addRunProgress, type UnscoredCounts } from '../../db/runs.ts';
import { isBusy } from './patient-write.ts';
import type { Settled } from './settled.ts';
import { prepareScoreUpdate } from './update-scores.ts';

const BATCH = 64;
const INTERVAL_MS = 250;
const RETRY_MS = 25;

/** What the writer tells of itself. */
export interface WriterEvents {
  /** A batch is committed. */
  readonly onWritten: () => void;
  /** Seconds spent on the run since this was last asked. */
  readonly takeSeconds: () => number;
  /** The disk is full or the like; what was not written is lost, and computed again on resume. */
  readonly onFailed: (error: unknown) => void;
}

export interface ResultWriter {
  readonly settle: (settled: Settled) => void;
  /** Something beside the results, written before those that follow; it may be written twice. */
  readonly note: (write: () => void) => void;
  /** Results that are not yet committed. */
  readonly backlog: () => number;
  /** Resolves when everything so far is committed, or could not be. */
  readonly flushed: () => Promise<void>;
}

/**
 * @param db  a connection of its own that does not wait (`busy_timeout` 0)
 * @param nowMs  milliseconds since 1970
 */
export function createResultWriter(
  db: WritableDb,
  runId: RunId,
  nowMs: () => number,
  events: WriterEvents,
): ResultWriter {
  const write = prepareBatch(db, runId, nowMs);
  let settled: Settled[] = [];
  let notes: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let waiters: (() => void)[] = [];
  let seconds = 0;

  function schedule(ms: number): void {
    timer ??= setTimeout(flush, ms);
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const batch = settled.slice(0, BATCH * 4);
    if (batch.length + notes.length > 0) {
      seconds += events.takeSeconds();
      try {
        write.immediate(batch, notes, seconds);
      } catch (error) {
        if (isBusy(error)) return schedule(RETRY_MS);
        settled = [];
        notes = [];
        release();
        return events.onFailed(error);
      }
      settled = settled.slice(batch.length);
      notes = [];
      seconds = 0;
      for (const one of batch) one.onWritten?.();
      events.onWritten();
    }
    if (settled.length > 0) schedule(0);
    else release();
  }

  function release(): void {
    const all = waiters;
    waiters = [];
    for (const done of all) done();
  }

  return {
    settle(one) {
      settled.push(one);
      if (settled.length === BATCH) {
        clearTimeout(timer);
        timer = undefined;
        schedule(0);
      } else schedule(INTERVAL_MS);
    },
    note(one) {
      notes.push(one);
      schedule(INTERVAL_MS);
    },
    backlog: () => settled.length,
    flushed: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        flush();
      }),
  };
}

function prepareBatch(db: WritableDb, runId: RunId, nowMs: () => number) {
  const saveOutcome = prepareOutcomeWriter(db);
  const items = prepareRunItemWriter(db);
  const updateScores = prepareScoreUpdate(db);
  return db.transaction(
    (settled: readonly Settled[], notes: readonly (() => void)[], seconds: number) => {
      const computedAt = new Date(nowMs()).toISOString();
      const counts = { scored: 0, cached: 0 };
      const unscored: UnscoredCounts = {};
      for (const note of notes) note();
      for (const one of settled) {
        const { itemId, outcome, kept, isCached } = one;
        const outcomeId =
          kept?.kind === 'new'
            ? saveOutcome(kept.key, kept.draft, kept.seconds, computedAt)
            : kept?.outcomeId;
        updateScores(one, outcomeId);
        if (outcome.status === 'unscored') {
          const { code, reason } = outcome;
          if (items.fail(itemId, code, reason, outcomeId)) {
            unscored[code] = (unscored[code] ?? 0) + 1;
          }
        } else if (items.remove(itemId)) counts[isCached ? 'cached' : 'scored'] += 1;
      }
      addRunProgress(db, runId, { ...counts, unscored, seconds, beatAt: nowMs() });
    },
  );
}
