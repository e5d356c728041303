// What is said where a figure cannot be computed: the same words for every analysis.
import type { AnalysisNote } from '../../../shared/model/analysis.ts';
import type { AnalysisData } from './data.ts';

/** The filter leaves nothing, or the project has no model. */
export function notesOfScope(data: AnalysisData, instances: number): AnalysisNote[] {
  if (data.models.length === 0) {
    const message = 'There is no model in this project: import predictions to have figures.';
    return [{ code: 'no-models', message }];
  }
  if (instances > 0) return [];
  const message =
    data.count === 0
      ? 'There is no instance in this project: import a dataset.'
      : 'No instance fits the filter: nothing can be computed. Take a condition away.';
  return [{ code: 'no-instances', message }];
}

/** Nobody has figures of these metrics. */
export function notesOfMetrics(data: AnalysisData, metrics: readonly string[]): AnalysisNote[] {
  return metrics
    .filter((metric) => !data.metrics.includes(metric))
    .map((metric) => ({
      code: 'no-figures' as const,
      metric,
      message: `No model has a figure of ${metric}: it was neither computed nor imported. Start a run, or import results.`,
    }));
}

/** Only one model: a comparison needs two. */
export function noteOfOneModel(model: string): AnalysisNote {
  return {
    code: 'one-model',
    models: [model],
    message: `Only "${model}" is compared: differences and tests need a second model.`,
  };
}

/** Two models without an instance in common. */
export function noteOfNoOverlap(metric: string, a: string, b: string): AnalysisNote {
  return {
    code: 'no-overlap',
    metric,
    models: [a, b],
    message: `No instance has a figure of ${metric} for both "${a}" and "${b}": their difference cannot be computed.`,
  };
}

/** Nothing but ties. */
export function noteOfTies(metric: string, a: string, b: string, n: number): AnalysisNote {
  return {
    code: 'all-ties',
    metric,
    models: [a, b],
    message: `"${a}" and "${b}" have the same ${metric} on all ${n} instances: there is no difference to test.`,
  };
}

/** One instance is no sample. */
export function noteOfOne(metric: string, models: readonly string[]): AnalysisNote {
  return {
    code: 'one-instance',
    metric,
    models: [...models],
    message: `${metric} rests on one instance: its interval is that one figure and no test can tell anything.`,
  };
}
