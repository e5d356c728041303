import type { Leaderboard } from '../../shared/model/analysis.ts';
import type { MetricDescriptor } from '../../shared/model/score.ts';

/** What says most about an answer comes first. */
const TELLING = ['SQCS', 'ICS', 'SC', 'GQ', 'StS', 'LeS'];

/** Metrics that somebody has figures of, in the order in which tables list them. */
export function measuredMetrics(
  board: Leaderboard | undefined,
  all: readonly MetricDescriptor[],
): readonly string[] {
  if (board === undefined) return [];
  const found = new Set(board.rows.filter(({ n }) => n > 0).map(({ metric }) => metric));
  const listed = all.map(({ id }) => id).filter((id) => found.has(id));
  return [...listed, ...[...found].filter((id) => !listed.includes(id))];
}

/** The metric of the charts: the one asked for, else the most telling that there is. */
export function chartMetric(
  metrics: readonly string[],
  asked: string | undefined,
): string | undefined {
  if (asked !== undefined && metrics.includes(asked)) return asked;
  return TELLING.find((id) => metrics.includes(id)) ?? metrics[0];
}
