import type { HandlerInput } from '../../../shared/api/contract.ts';
import type {
  DatasetStatistics,
  DifficultyGradient,
  HeatMatrix,
  Leaderboard,
} from '../../../shared/model/analysis.ts';
import { createAnalysisThreads } from '../analysis/analysis-thread.ts';
import type { Emit } from '../context.ts';
import type { Log } from '../log.ts';
import { createAnalysisContext, type AnalysisSource } from './analysis-context.ts';
import { createComparisons, type Comparisons } from './comparisons.ts';
import { createLeaderboards, type LeaderboardQuery } from './leaderboards.ts';

/** Analyses of the open project, by the methods of the contract. */
export interface AnalysisService extends Comparisons {
  readonly leaderboard: (query: LeaderboardQuery) => Promise<Leaderboard>;
  /** The same, when every interval is there. */
  readonly completeLeaderboard: (query: LeaderboardQuery) => Promise<Leaderboard>;
  readonly heat: (input: HandlerInput<'analysis.heat'>) => Promise<HeatMatrix>;
  readonly gradient: (input: HandlerInput<'analysis.gradient'>) => Promise<DifficultyGradient>;
  readonly dataset: (input: HandlerInput<'analysis.dataset'>) => Promise<DatasetStatistics>;
  readonly close: () => Promise<void>;
}

/** Makes the service of one open project; threads start with the first question. */
export function createAnalysisService(
  source: AnalysisSource,
  emit: Emit,
  log: Log,
): AnalysisService {
  const threads = createAnalysisThreads(log);
  const context = createAnalysisContext(source, threads, () => leaderboards.stop());
  const { run, indexesOf, sizesOf, metricOr, check, refresh } = context;
  const leaderboards = createLeaderboards(
    threads,
    ({ filter, models, metrics, groupBy }) => ({
      indexes: indexesOf(filter, models),
      models,
      metrics,
      groupBy,
    }),
    {
      onComplete: () => emit('analysis.changed', {}),
      onFailed: (error) => log.warn({ err: error }, 'intervals of a leaderboard were not computed'),
    },
  );
  const prepare = ({ metrics }: LeaderboardQuery) => {
    check(...metrics);
    refresh();
  };
  return {
    ...createComparisons(context),
    leaderboard(query) {
      prepare(query);
      return leaderboards.get(query);
    },
    completeLeaderboard(query) {
      prepare(query);
      return leaderboards.complete(query);
    },
    heat: ({ filter, models, metric, by, mode }) => {
      const indexes = indexesOf(filter, models);
      return run('heat', { indexes, models, metric: metricOr(metric), by, mode });
    },
    gradient: ({ filter, models, metric }) =>
      run('gradient', { indexes: indexesOf(filter, models), models, metric: metricOr(metric) }),
    async dataset({ filter }) {
      const indexes = indexesOf(filter, []);
      return { ...(await run('dataset', { indexes })), sizes: sizesOf(indexes) };
    },
    async close() {
      leaderboards.stop();
      await threads.close();
    },
  };
}
