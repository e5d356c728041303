import type { PairComparison, PairMetric } from '../model/comparison.ts';
import { INTERVAL_NOTE, interval, NONE, percent, probability, type Sheet } from './sheet.ts';

/** A paired comparison as a table. */
export function compareSheet(comparison: PairComparison): Sheet {
  const { a, b, metrics, threshold, notes } = comparison;
  return {
    title: `UniM Loupe: ${a} against ${b}`,
    tables: [
      {
        title: `${a} (A) against ${b} (B) on the same instances.`,
        headings: [
          'Metric',
          'n',
          'A',
          'B',
          'A − B',
          '95 % interval',
          'Wins',
          'Ties',
          'Losses',
          'p sign',
          'p Wilcoxon',
          'p Holm',
          'Effect',
          'Improved',
          'Regressed',
        ],
        numericFrom: 1,
        rows: metrics.map((metric) => ({ cells: cellsOf(metric) })),
      },
    ],
    notes: [
      'Scores ×100; a difference is A minus B, over instances with a figure of both. Wins are A’s. ' +
        'Tests are two-sided; p Holm is Wilcoxon’s after Holm’s correction over these metrics; ' +
        'Effect is the rank-biserial correlation. Improved and regressed: B is better or worse than ' +
        `A by ${percent(threshold)} or more.`,
      INTERVAL_NOTE,
      ...notes.map(({ message }) => message),
    ],
  };
}

function cellsOf(row: PairMetric): string[] {
  return [
    row.metric,
    String(row.n),
    percent(row.meanA),
    percent(row.meanB),
    percent(row.meanDiff),
    interval(row.ci95, row.method),
    String(row.wins),
    String(row.ties),
    String(row.losses),
    probability(row.pSign),
    probability(row.pWilcoxon),
    probability(row.pHolm),
    row.effect?.toFixed(2) ?? NONE,
    String(row.improved),
    String(row.regressed),
  ];
}
