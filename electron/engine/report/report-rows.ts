import { setImmediate as pause } from 'node:timers/promises';
import type { GroupBy, ReportRow } from '../../../shared/model/report.ts';
import { meanInterval, type Interval } from '../../../shared/stats/interval.ts';
import { mean } from '../../../shared/stats/mean.ts';
import { maskOfAll } from '../db/masks.ts';
import { listMetrics } from '../metrics/index.ts';
import type { Columns, ModelColumns } from '../query/columns.ts';
import { groupInstances, type Group } from './groups.ts';

/**
 * Aggregates of every metric that has figures, for each model and group: abs over the supported
 * instances, rel = τ · abs. A model supports an instance when its manifest says that it takes all
 * modalities of the input; without a manifest when it has a response to it. Composites are means of
 * the composites, not composites of means. Lets other calls in between, because a bootstrap takes its
 * time.
 */
export async function reportRows(
  columns: Columns,
  groupBy: GroupBy | undefined,
): Promise<ReportRow[]> {
  const metrics = listMetrics()
    .map(({ id }) => id)
    .filter((id) => columns.models.some(({ scores }) => scores.has(id)));
  const rows: ReportRow[] = [];
  const groups = groupInstances(columns, groupBy);
  const resamples = groups.length <= FEW_GROUPS ? 10_000 : 2_000;
  for (const group of groups) {
    for (const model of columns.models) {
      const supported = group.indexes.filter(supports(model, columns));
      for (const metric of metrics)
        rows.push(...rowsOf({ group, model, supported }, metric, resamples));
      await pause();
    }
  }
  return rows;
}

/** With more of them each interval is drawn from fewer resamples: a table of 30 rows is not to take 10 s. */
const FEW_GROUPS = 10;

/** Whether a model supports the instance of an index. Text is no modality that one could lack. */
function supports(
  { takesMask, hasResponse }: ModelColumns,
  { inputMasks }: Columns,
): (index: number) => boolean {
  if (takesMask === undefined) return (index) => hasResponse[index] === 1;
  const lacking = ~(takesMask | maskOfAll(['text']));
  return (index) => ((inputMasks[index] ?? 0) & lacking) === 0;
}

interface Supported {
  readonly group: Group;
  readonly model: ModelColumns;
  /** Indexes of the group that the model supports. */
  readonly supported: Uint32Array;
}

function rowsOf(
  { group, model, supported }: Supported,
  metric: string,
  resamples: number,
): ReportRow[] {
  const scores = model.scores.get(metric);
  const values = Float64Array.from(supported, (index) => scores?.[index] ?? Number.NaN);
  const scored = values.filter((value) => !Number.isNaN(value));
  const tau = group.indexes.length === 0 ? 0 : supported.length / group.indexes.length;
  const head = {
    model: model.name,
    group: group.name,
    metric,
    n: scored.length,
    nUnscored: supported.length - scored.length,
    tau,
    supportRule: model.takesMask === undefined ? ('has-response' as const) : ('manifest' as const),
  };
  const abs = mean(scored);
  if (abs === undefined)
    return [
      { ...head, mode: 'abs' },
      { ...head, mode: 'rel' },
    ];
  const interval = meanInterval(scored, { resamples }) ?? [abs, abs];
  return [
    { ...head, mode: 'abs', mean: clamp(abs), ci95: scale(interval, 1) },
    { ...head, mode: 'rel', mean: clamp(tau * abs), ci95: scale(interval, tau) },
  ];
}

/** The normal approximation may reach over the ends of the range. */
const clamp = (value: number) => Math.min(1, Math.max(0, value));
const scale = ([low, high]: Interval, by: number): [number, number] => [
  clamp(low * by),
  clamp(high * by),
];
