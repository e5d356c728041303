import type { JudgeConsistency } from '../../../shared/model/agreement.ts';
import { RATED_METRICS, type RatedMetric } from '../../../shared/model/rating.ts';
import { bootstrap } from '../../../shared/stats/bootstrap.ts';
import { mean, standardDeviation } from '../../../shared/stats/mean.ts';
import { alphaOfMany, toCategory } from './agreement-figures.ts';

/** One question that the judge was asked more than once; what it said, on the scale of 1..5. */
export interface RepeatedJudgement {
  readonly metric: RatedMetric;
  readonly levels: readonly number[];
}

const RESAMPLES = 2_000;

/** How the judge agrees with itself; metrics without repeats are left out. */
export function measureConsistency(judgements: readonly RepeatedJudgement[]): JudgeConsistency[] {
  return RATED_METRICS.flatMap((metric): JudgeConsistency[] => {
    const own = judgements.filter((one) => one.metric === metric && one.levels.length > 1);
    if (own.length === 0) return [];
    const same = own.map(({ levels }) => shareOfSame(levels));
    const intervals = bootstrap(
      own.length,
      (drawn) => mean(Array.from(drawn, (at) => same[at] ?? 0)),
      {
        resamples: RESAMPLES,
      },
    );
    const repeats = Math.max(...own.map(({ levels }) => levels.length));
    const byRepeat = Array.from({ length: repeats }, (_, repeat) =>
      own.map(({ levels }) => {
        const level = levels[repeat];
        return level === undefined ? undefined : toCategory(level);
      }),
    );
    const spread = mean(own.map(({ levels }) => standardDeviation(levels) ?? 0));
    return [
      {
        metric,
        items: own.length,
        sameShare: {
          value: mean(same) ?? 0,
          ...(intervals === undefined ? {} : { ci95: [...intervals.percentile] }),
        },
        alphaOrdinal: alphaOfMany(byRepeat, RESAMPLES),
        ...(spread === undefined ? {} : { meanSpread: spread }),
      },
    ];
  });
}

/** Of all pairs of repeats. */
function shareOfSame(levels: readonly number[]): number {
  let [same, all] = [0, 0];
  levels.forEach((one, at) => {
    for (const other of levels.slice(at + 1)) {
      all += 1;
      if (one === other) same += 1;
    }
  });
  return same / all;
}
