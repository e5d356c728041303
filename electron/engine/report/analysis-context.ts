// Which instances and metrics an analysis means, and the threads that hold the figures of now.
import { AppError } from '../../../shared/api/errors.ts';
import type { SizeHistogram } from '../../../shared/model/analysis.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import type { AnalysisThreads } from '../analysis/analysis-thread.ts';
import { sizeHistogram } from '../analysis/size-histogram.ts';
import type { TaskInput, TaskName, TaskOutput } from '../analysis/tasks.ts';
import { listMetrics } from '../metrics/index.ts';
import type { Columns } from '../query/columns.ts';
import type { FilterSources } from '../query/filter-sources.ts';
import type { InstanceList } from '../query/instance-list.ts';
import { makeAnalysisData } from './analysis-data.ts';

/** Where the project's columns and lists come from; each is made anew when rows changed. */
export interface AnalysisSource {
  readonly columns: () => Columns;
  readonly list: () => InstanceList;
  readonly sources: () => FilterSources;
}

/** What every analysis goes through. */
export interface AnalysisContext {
  /** Gives the threads what changed since they were asked last. */
  readonly refresh: () => void;
  readonly run: <T extends TaskName>(name: T, input: TaskInput<T>) => Promise<TaskOutput<T>>;
  /** Places of the instances that a filter means, in the order of their keys. */
  readonly indexesOf: (filter: InstanceFilter, models: readonly string[]) => Uint32Array;
  readonly keyOf: (index: number) => string;
  /** Characters of each task. */
  readonly taskLengths: () => Float64Array;
  /** How tasks, or references, are spread by size. */
  readonly sizesOf: (indexes: Uint32Array) => SizeHistogram[];
  /** @throws AppError 'not-found' for a metric that Loupe does not know */
  readonly check: (...metrics: readonly string[]) => void;
  /** The metric named, else the first that somebody has figures of. */
  readonly metricOr: (metric: string | undefined) => string;
}

const BY_KEY = { by: 'key', descending: false } as const;
/** Shown where no metric is named and nobody has figures. */
const FIRST_METRIC = 'StS';

/** @param onOther  called when lists of instances may hold others than before */
export function createAnalysisContext(
  source: AnalysisSource,
  threads: AnalysisThreads,
  onOther: () => void,
): AnalysisContext {
  const known = listMetrics().map(({ id }) => id);
  let seen: { readonly columns: Columns; readonly list: InstanceList } | undefined;

  function refresh(): void {
    const [columns, list] = [source.columns(), source.list()];
    if (seen?.columns !== columns) threads.load(makeAnalysisData(columns));
    // an annotation changes which instances a filter means, but no figure
    if (seen?.list !== list) onOther();
    seen = { columns, list };
  }

  function check(...metrics: readonly string[]): void {
    const { models } = source.columns();
    const isThere = (metric: string) =>
      known.includes(metric) || models.some(({ scores }) => scores.has(metric));
    const wrong = metrics.find((metric) => !isThere(metric));
    if (wrong === undefined) return;
    const message = `Cannot analyse: there is no such metric. There is ${known.join(', ')}. "${wrong}"`;
    throw new AppError('not-found', message);
  }

  return {
    refresh,
    check,
    run(name, input) {
      refresh();
      return threads.run(name, input);
    },
    indexesOf(filter, models) {
      const { count } = source.columns();
      if (Object.keys(filter).length === 0)
        return Uint32Array.from({ length: count }, (_, at) => at);
      return Uint32Array.from(source.list().slice({ filter, models }, BY_KEY, 0, count).indexes);
    },
    keyOf: (index) => source.columns().keys[index] ?? '',
    taskLengths: () => source.sources().sides().lengths('task'),
    sizesOf(indexes) {
      const { lengths, items } = source.sources().sides();
      return (['task', 'reference'] as const).flatMap((side) => [
        { side, of: 'characters' as const, ...sizeHistogram(lengths(side), indexes) },
        { side, of: 'items' as const, ...sizeHistogram(items(side), indexes) },
      ]);
    },
    metricOr(metric) {
      if (metric !== undefined) check(metric);
      const { models } = source.columns();
      const isScored = (id: string) => models.some(({ scores }) => scores.has(id));
      return metric ?? known.find(isScored) ?? FIRST_METRIC;
    },
  };
}
