import type { DifficultyGradient } from '../../../shared/model/analysis.ts';
import { UNKNOWN_VALUE } from '../../../shared/model/filter.ts';
import { meanInterval } from '../../../shared/stats/interval.ts';
import { mean } from '../../../shared/stats/mean.ts';
import { welch } from '../../../shared/stats/welch.ts';
import type { AnalysisData, AnalysisModel } from './data.ts';
import { figuresOf, modelsNamed, supportedOf } from './figures.ts';
import { groupInstances } from './groups.ts';
import { notesOfMetrics, notesOfScope } from './notes.ts';

const LEVELS = ['1', '2', '3'] as const;

/** What a gradient is asked for. */
export interface GradientTask {
  readonly indexes: Uint32Array;
  readonly models: readonly string[];
  readonly metric: string;
}

/** How a metric falls from easy to hard, over the instances that each model supports. */
export function difficultyGradient(data: AnalysisData, task: GradientTask): DifficultyGradient {
  const { indexes, metric } = task;
  const groups = new Map(
    groupInstances(data, 'difficulty', indexes).map((group) => [group.name, group.indexes]),
  );
  const ofLevel = (level: string) => groups.get(level) ?? new Uint32Array(0);
  const notes = [...notesOfScope(data, indexes.length), ...notesOfMetrics(data, [metric])];
  if (indexes.length > 0 && LEVELS.every((level) => !groups.has(level))) {
    notes.push({ code: 'no-groups', message: 'No instance says how difficult it is.' });
  }
  return {
    metric,
    models: modelsNamed(data, task.models).map((model) => gradientOf(data, model, metric, ofLevel)),
    nUnknown: groups.get(UNKNOWN_VALUE)?.length ?? 0,
    notes,
  };
}

function gradientOf(
  data: AnalysisData,
  model: AnalysisModel,
  metric: string,
  ofLevel: (level: string) => Uint32Array,
): DifficultyGradient['models'][number] {
  const levels = LEVELS.map((difficulty) => {
    const supported = supportedOf(model, data, ofLevel(difficulty));
    return { difficulty, supported, values: figuresOf(model, metric, supported) };
  });
  const points = levels.map(({ difficulty, supported, values }) => {
    const average = mean(values);
    const interval = meanInterval(values);
    return {
      difficulty,
      ...(average === undefined ? {} : { mean: average }),
      ...(interval === undefined
        ? {}
        : { ci95: [...interval.ci95] as [number, number], method: interval.method }),
      n: values.length,
      nUnscored: supported.length - values.length,
    };
  });
  const test = welch(levels[0]?.values ?? [], levels[2]?.values ?? []);
  if (test === undefined) return { model: model.name, points };
  const drop = { value: test.difference, ci95: [...test.ci95] as [number, number], p: test.p };
  return { model: model.name, points, drop };
}
