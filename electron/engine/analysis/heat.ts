import type { HeatBy, HeatMatrix } from '../../../shared/model/analysis.ts';
import { mean } from '../../../shared/stats/mean.ts';
import type { AnalysisData } from './data.ts';
import { figuresOf, modelsNamed, supportedOf } from './figures.ts';
import { groupInstances } from './groups.ts';
import { notesOfMetrics, notesOfScope } from './notes.ts';

/** What a heat map is asked for. */
export interface HeatTask {
  readonly indexes: Uint32Array;
  readonly models: readonly string[];
  readonly metric: string;
  readonly by: HeatBy;
  readonly mode: 'abs' | 'rel';
}

/** Means of one metric, model × group. */
export function heatMatrix(data: AnalysisData, task: HeatTask): HeatMatrix {
  const { indexes, metric, by, mode } = task;
  const models = modelsNamed(data, task.models);
  const groups = groupInstances(data, by, indexes);
  const cells = models.flatMap((model) =>
    groups.map((group) => {
      const supported = supportedOf(model, data, group.indexes);
      const values = figuresOf(model, metric, supported);
      const tau = supported.length / group.indexes.length;
      const abs = mean(values);
      return {
        model: model.name,
        group: group.name,
        ...(abs === undefined ? {} : { mean: mode === 'abs' ? abs : tau * abs }),
        n: values.length,
        nUnscored: supported.length - values.length,
        tau,
      };
    }),
  );
  const notes = [...notesOfScope(data, indexes.length), ...notesOfMetrics(data, [metric])];
  if (groups.length === 0 && indexes.length > 0) {
    notes.push({ code: 'no-groups', message: `No instance says its ${by}.` });
  }
  return {
    metric,
    by,
    mode,
    models: models.map(({ name }) => name),
    groups: groups.map(({ name, indexes: own }) => ({
      group: name,
      instances: own.length,
      ...(by === 'subdomain' ? { field: fieldOf(data, own) } : {}),
    })),
    cells,
    notes,
  };
}

/** A subdomain belongs to the field of its instances. */
function fieldOf({ field }: AnalysisData, indexes: Uint32Array): string {
  return field.values[field.codes[indexes[0] ?? 0] ?? 0] ?? '';
}
