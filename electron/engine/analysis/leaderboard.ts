import type { AnalysisNote } from '../../../shared/model/analysis.ts';
import type { GroupBy, ReportRow } from '../../../shared/model/report.ts';
import { meanIntervals, type MeanInterval } from '../../../shared/stats/interval.ts';
import { mean } from '../../../shared/stats/mean.ts';
import type { AnalysisData, AnalysisModel } from './data.ts';
import { figuresOf, modelsNamed, supportedOf } from './figures.ts';
import { groupInstances, type Group } from './groups.ts';
import { createSimdAdder } from './simd-adder.ts';
import { notesOfMetrics, notesOfScope } from './notes.ts';

/** What a leaderboard is asked for; of no model or metric in particular means of all. */
export interface LeaderboardTask {
  readonly indexes: Uint32Array;
  readonly models: readonly string[];
  readonly metrics: readonly string[];
  readonly groupBy: GroupBy | undefined;
}

/** A leaderboard without, or with, its intervals. */
export interface LeaderboardMeans {
  readonly rows: readonly ReportRow[];
  readonly groups: readonly { readonly group: string; readonly instances: number }[];
  readonly notes: readonly AnalysisNote[];
}

/**
 * abs is the mean over the supported instances that have a figure, rel = τ · abs. Composites are means of
 * the composites, not composites of means.
 */
export function leaderboardMeans(data: AnalysisData, task: LeaderboardTask): LeaderboardMeans {
  const groups = groupInstances(data, task.groupBy, task.indexes);
  const notes = [
    ...notesOfScope(data, task.indexes.length),
    ...notesOfMetrics(data, task.metrics),
    ...notesOfGroups(task, groups),
  ];
  return {
    rows: cellsOf(data, task, groups).flatMap(rowsOf),
    groups: groups.map(({ name, indexes }) => ({ group: name, instances: indexes.length })),
    notes,
  };
}

/** The groups of a leaderboard, in their order. */
export function groupsOfLeaderboard(data: AnalysisData, task: LeaderboardTask): Group[] {
  return groupInstances(data, task.groupBy, task.indexes);
}

/**
 * Intervals of one group, in the order of its rows: one of abs and one of rel for each mean. τ is how many
 * instances the model was made for: a property of the set and not a sample, so it only scales.
 */
export function intervalsOfGroup(
  data: AnalysisData,
  task: LeaderboardTask,
  group: Group,
): (MeanInterval | undefined)[] {
  const cells = cellsOf(data, task, [group]);
  const intervals = meanIntervals(
    cells.map(({ values, nUnscored }) => ({ values, drawnFrom: values.length + nUnscored })),
    { createAdder: createSimdAdder },
  );
  return cells.flatMap(({ tau }, at) => {
    const interval = intervals[at];
    if (interval === undefined) return [undefined, undefined];
    const { ci95, method } = interval;
    return [interval, { method, ci95: [ci95[0] * tau, ci95[1] * tau] as const }];
  });
}

interface Cell {
  readonly model: AnalysisModel;
  readonly group: Group;
  readonly metric: string;
  readonly values: Float64Array;
  readonly nUnscored: number;
  readonly tau: number;
}

function cellsOf(data: AnalysisData, task: LeaderboardTask, groups: readonly Group[]): Cell[] {
  const metrics = task.metrics.length === 0 ? data.metrics : task.metrics;
  const models = modelsNamed(data, task.models);
  return groups.flatMap((group) =>
    models.flatMap((model) => {
      const supported = supportedOf(model, data, group.indexes);
      const tau = group.indexes.length === 0 ? 0 : supported.length / group.indexes.length;
      return metrics.map((metric) => {
        const values = figuresOf(model, metric, supported);
        return { model, group, metric, values, tau, nUnscored: supported.length - values.length };
      });
    }),
  );
}

function rowsOf({ model, group, metric, values, nUnscored, tau }: Cell): ReportRow[] {
  const head = {
    model: model.name,
    group: group.name,
    metric,
    n: values.length,
    nUnscored,
    tau,
    supportRule: model.takesMask === undefined ? ('has-response' as const) : ('manifest' as const),
  };
  const abs = mean(values);
  if (abs === undefined) {
    return [
      { ...head, mode: 'abs' },
      { ...head, mode: 'rel' },
    ];
  }
  return [
    { ...head, mode: 'abs', mean: abs },
    { ...head, mode: 'rel', mean: tau * abs },
  ];
}

function notesOfGroups({ groupBy, indexes }: LeaderboardTask, groups: readonly Group[]) {
  if (groupBy === undefined || indexes.length === 0) return [];
  if (groups.length === 0) {
    const message = `No instance says its ${groupBy}: there is nothing to group by.`;
    return [{ code: 'no-groups' as const, message }];
  }
  const single = groups.filter((group) => group.indexes.length === 1).length;
  if (single === 0) return [];
  const message = `${single} of ${groups.length} groups hold one instance: their means have no spread.`;
  return [{ code: 'one-instance' as const, message }];
}
