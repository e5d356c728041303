import type { RunMetric } from '../../../../shared/model/run.ts';

/** Metrics under which what a run computes stands in `scores`: one question may have two figures. */
export function figureMetrics(metric: RunMetric): readonly string[] {
  return metric === 'coherence' ? ['HC', 'SH'] : [metric];
}
