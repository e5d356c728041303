import { setTimeout as delay } from 'node:timers/promises';
import type { AnalysisScope, Leaderboard } from '../../../shared/model/analysis.ts';
import type { GroupBy } from '../../../shared/model/report.ts';
import type { MeanInterval } from '../../../shared/stats/interval.ts';
import type { AnalysisThreads } from '../analysis/analysis-thread.ts';
import type { LeaderboardMeans, LeaderboardTask } from '../analysis/leaderboard.ts';

/** What a leaderboard is asked for. */
export type LeaderboardQuery = AnalysisScope & { readonly groupBy?: GroupBy | undefined };

/** Leaderboards of one state of the project, each computed once. */
export interface Leaderboards {
  /** Answers with what there is after a moment; {@link LeaderboardEvents.onComplete} follows. */
  readonly get: (query: LeaderboardQuery) => Promise<Leaderboard>;
  /** Answers when it is complete. */
  readonly complete: (query: LeaderboardQuery) => Promise<Leaderboard>;
  /** Stops what is still computed. */
  readonly stop: () => void;
}

export interface LeaderboardEvents {
  /** A leaderboard that was answered without its intervals has them now. */
  readonly onComplete: () => void;
  readonly onFailed: (error: unknown) => void;
}

/** So long an answer may wait for its intervals: most tables need no second one then. */
const PATIENCE_MS = 120;

interface Entry {
  /** Other groupings of the same instances are wanted beside it; of other instances instead of it. */
  readonly scope: string;
  readonly abort: AbortController;
  /** The whole one, once it is there: one table is kept and not two. */
  means: Promise<Leaderboard>;
  readonly whole: Promise<Leaderboard | undefined>;
  isAnsweredEarly: boolean;
  isAwaited: boolean;
}

/** @param taskOf  which instances a query is about */
export function createLeaderboards(
  threads: AnalysisThreads,
  taskOf: (query: LeaderboardQuery) => LeaderboardTask,
  events: LeaderboardEvents,
): Leaderboards {
  const entries = new Map<string, Entry>();

  function entryOf(query: LeaderboardQuery): Entry {
    const name = JSON.stringify([query.filter, query.models, query.metrics, query.groupBy]);
    const scope = JSON.stringify([query.filter, query.models]);
    const known = entries.get(name);
    if (known !== undefined && !known.abort.signal.aborted) return known;
    dropOthers(scope);
    const entry = begin(query, scope);
    entries.set(name, entry);
    entry.whole.then(
      (whole) => {
        if (whole === undefined) {
          entries.delete(name);
          return;
        }
        entry.means = Promise.resolve(whole);
        if (entry.isAnsweredEarly) events.onComplete();
      },
      (error: unknown) => {
        entries.delete(name);
        if (!entry.isAwaited) events.onFailed(error);
      },
    );
    return entry;
  }

  /** What nobody looks at any more gives way; what somebody waits for is finished. */
  function dropOthers(scope: string): void {
    for (const [name, entry] of entries) {
      if (entry.scope === scope || entry.isAwaited) continue;
      entry.abort.abort();
      entries.delete(name);
    }
  }

  function begin(query: LeaderboardQuery, scope: string): Entry {
    const task = taskOf(query);
    const abort = new AbortController();
    const means = threads.run('means', task).then((found) => toLeaderboard(task, found, undefined));
    const whole = means.then(async (known) => {
      const intervals = await threads.intervals(task, abort.signal);
      return intervals === undefined ? undefined : toLeaderboard(task, known, intervals);
    });
    return { scope, abort, means, whole, isAnsweredEarly: false, isAwaited: false };
  }

  return {
    async get(query) {
      const entry = entryOf(query);
      const means = await entry.means;
      const early = delay(PATIENCE_MS, undefined, { ref: false });
      const whole = await Promise.race([entry.whole, early]);
      if (whole !== undefined) return whole;
      entry.isAnsweredEarly = true;
      return means;
    },
    async complete(query) {
      const entry = entryOf(query);
      entry.isAwaited = true;
      const whole = await entry.whole;
      return whole ?? (await this.complete(query));
    },
    stop() {
      for (const { abort } of entries.values()) abort.abort();
      entries.clear();
    },
  };
}

function toLeaderboard(
  { indexes }: LeaderboardTask,
  { rows, groups, notes }: LeaderboardMeans,
  intervals: readonly (MeanInterval | undefined)[] | undefined,
): Leaderboard {
  return {
    rows: rows.map((row, at) => {
      const interval = intervals?.[at];
      if (interval === undefined) return row;
      return {
        ...row,
        ci95: [interval.ci95[0], interval.ci95[1]] as [number, number],
        method: interval.method,
      };
    }),
    groups: [...groups],
    instances: indexes.length,
    isComplete: intervals !== undefined,
    notes: [...notes],
  };
}
