import type { AnalysisNote } from '../../../shared/model/analysis.ts';
import type { ModelMatrix } from '../../../shared/model/comparison.ts';
import { meanInterval } from '../../../shared/stats/interval.ts';
import { mean } from '../../../shared/stats/mean.ts';
import type { AnalysisData, AnalysisModel } from './data.ts';
import { figuresOf, modelsNamed } from './figures.ts';
import { noteOfOneModel, notesOfMetrics, notesOfScope } from './notes.ts';
import { pairFigures } from './pair-figures.ts';
import { testPair, withHolm } from './pair.ts';

/** Up to eight models by every metric. */
export interface MatrixTask {
  readonly indexes: Uint32Array;
  readonly models: readonly string[];
  readonly metrics: readonly string[];
}

/** More columns than that are no matrix to read. */
const MOST_MODELS = 8;

/** Scores by model on what all have in common, and every pair. */
export function compareMatrix(data: AnalysisData, task: MatrixTask): ModelMatrix {
  const { indexes } = task;
  const models = modelsNamed(data, task.models).slice(0, MOST_MODELS);
  const metrics =
    task.metrics.length > 0
      ? task.metrics
      : data.metrics.filter((metric) => models.some(({ scores }) => scores.has(metric)));
  const rows = metrics.map((metric) => rowOf(models, metric, indexes));
  const tests = withHolm(rows.flatMap(({ pairs }) => pairs.map(({ test }) => test)));
  let at = 0;
  const notes = [...notesOfScope(data, indexes.length), ...notesOfMetrics(data, metrics)];
  const [first, second] = models;
  if (first !== undefined && second === undefined) notes.push(noteOfOneModel(first.name));
  return {
    models: models.map(({ name }) => name),
    instances: indexes.length,
    rows: rows.map(({ pairs, ...row }) => ({
      ...row,
      pairs: pairs.map(({ a, b, test }) => ({ a, b, ...(tests[at++] ?? test) })),
    })),
    notes: [...notes, ...rows.flatMap((row) => notesOfRow(data, row, models))],
  };
}

function rowOf(models: readonly AnalysisModel[], metric: string, indexes: Uint32Array) {
  const columns = models.map(({ scores }) => scores.get(metric));
  const common = indexes.filter((index) =>
    columns.every((column) => !Number.isNaN(column?.[index] ?? Number.NaN)),
  );
  return {
    metric,
    nCommon: common.length,
    cells: models.map((model) => cellOf(model, metric, common, indexes)),
    pairs: models.flatMap((a, at) =>
      models.slice(at + 1).map((b) => ({
        a: a.name,
        b: b.name,
        test: testPair(pairFigures(a, b, metric, indexes)),
      })),
    ),
  };
}

function cellOf(
  model: AnalysisModel,
  metric: string,
  common: Uint32Array,
  indexes: Uint32Array,
): ModelMatrix['rows'][number]['cells'][number] {
  const own = figuresOf(model, metric, indexes);
  const shared = figuresOf(model, metric, common);
  const [average, averageOwn] = [mean(shared), mean(own)];
  const interval = meanInterval(shared);
  return {
    model: model.name,
    n: own.length,
    ...(averageOwn === undefined ? {} : { meanOwn: averageOwn }),
    ...(average === undefined || interval === undefined
      ? {}
      : {
          mean: average,
          ci95: [interval.ci95[0], interval.ci95[1]] as [number, number],
          method: interval.method,
        }),
  };
}

function notesOfRow(
  data: AnalysisData,
  { metric, nCommon, cells }: ReturnType<typeof rowOf>,
  models: readonly AnalysisModel[],
): AnalysisNote[] {
  if (nCommon > 0 || models.length < 2 || !data.metrics.includes(metric)) return [];
  const without = cells.filter(({ n }) => n === 0).map(({ model }) => `"${model}"`);
  const why =
    without.length > 0
      ? `${without.join(', ')} ${without.length === 1 ? 'has' : 'have'} no figure of it.`
      : 'Each lacks some.';
  return [
    {
      code: 'no-overlap',
      metric,
      models: models.map(({ name }) => name),
      message: `No instance has a figure of ${metric} for all ${models.length} models. ${why} Pairs are compared where both have one.`,
    },
  ];
}
