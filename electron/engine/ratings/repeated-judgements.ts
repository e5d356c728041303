import { RatedMetric } from '../../../shared/model/rating.ts';
import { mean } from '../../../shared/stats/mean.ts';
import type { JudgeRepeats } from '../db/judge-repeats.ts';
import type { RepeatedJudgement } from './measure-consistency.ts';

/** Which key of the reply is the figure; of quality it is the mean of all. */
const KEYS = { SC: 'score', HC: 'coherence', SH: 'style_consistency' } as const;

/** What the judge said again and again, on the scale of 1..5. */
export function toRepeatedJudgements(repeats: readonly JudgeRepeats[]): RepeatedJudgement[] {
  return repeats.flatMap(({ metric: name, raws }): RepeatedJudgement[] => {
    const metric = RatedMetric.safeParse(name);
    if (!metric.success) return [];
    const levels =
      metric.data === 'GQ' ? qualityLevels(Object.values(raws)) : raws[KEYS[metric.data]];
    return levels === undefined ? [] : [{ metric: metric.data, levels }];
  });
}

/** Parts of 1..5 are levels; parts of 0..100 become such by 1 + part/25. */
function qualityLevels(parts: readonly (readonly number[])[]): number[] {
  const isPercent = parts.some((part) => part.some((value) => value > 5));
  return (parts[0] ?? []).map((_, repeat) => {
    const overall = mean(parts.map((part) => part[repeat] ?? 0)) ?? 0;
    return isPercent ? 1 + overall / 25 : overall;
  });
}
