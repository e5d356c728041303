// The leaderboard as it is drawn: groups of rows, measured ones first, published ones behind them, the best
// measured figure of each column marked. Pure: takes what the engine said and reorders it, computes no figure.
import type { Leaderboard } from '../../../shared/model/analysis.ts';
import type { PublishedResults, PublishedRow } from '../../../shared/model/published.ts';
import type { GroupBy, IntervalMethod, ReportRow } from '../../../shared/model/report.ts';
import type { OverviewOptions } from '../../stores/overview-options.ts';

export interface LeaderCell {
  readonly metric: string;
  /** In [0, 1]; absent where there is none. */
  readonly value: number | undefined;
  readonly ci95: readonly [number, number] | undefined;
  readonly method: IntervalMethod | undefined;
  readonly n: number;
  readonly nUnscored: number;
  /** No measured figure of this group and metric is shown as a higher one. */
  readonly isBest: boolean;
}

export interface LeaderRow {
  readonly id: string;
  readonly model: string;
  readonly tau: number | undefined;
  readonly cells: readonly LeaderCell[];
  /** Absent for published rows: papers do not say by which rule. */
  readonly supportRule: ReportRow['supportRule'] | undefined;
  /** Where it was published, by its number in {@link publishedSources}; absent for what was measured here. */
  readonly source?: PublishedSource;
}

/** A set of published figures, as a footnote. */
export interface PublishedSource {
  readonly number: number;
  readonly text: string;
}

export interface LeaderGroup {
  /** `all` when nothing is grouped. */
  readonly group: string;
  readonly instances: number | undefined;
  readonly measured: readonly LeaderRow[];
  readonly published: readonly LeaderRow[];
}

type Order = Pick<OverviewOptions, 'scale' | 'order' | 'isAscending' | 'hasPublished'>;

/** `tau` shows the same rows: what differs is which column is shown. */
function modeOf({ scale }: Order): 'abs' | 'rel' {
  return scale === 'rel' ? 'rel' : 'abs';
}

export function leaderGroups(
  board: Leaderboard,
  published: PublishedResults | undefined,
  metrics: readonly string[],
  groupBy: GroupBy | undefined,
  order: Order,
): readonly LeaderGroup[] {
  const mode = modeOf(order);
  const rows = board.rows.filter((row) => row.mode === mode);
  const canBePublished = groupBy === undefined || groupBy === 'field';
  const sets = order.hasPublished && canBePublished ? (published?.sets ?? []) : [];
  return board.groups.map(({ group, instances }) => ({
    group,
    instances,
    measured: sorted(
      markBest(
        measuredRows(
          rows.filter((row) => row.group === group),
          metrics,
        ),
      ),
      order,
    ),
    published: sets.flatMap((set, index) =>
      sorted(
        publishedRows(
          set,
          sourceOf(set, index),
          set.rows.filter((row) => row.group === group),
          metrics,
          mode,
        ),
        order,
      ),
    ),
  }));
}

function sourceOf(
  { source, note }: PublishedResults['sets'][number],
  index: number,
): PublishedSource {
  const parts = [source, note].filter((part) => part !== undefined);
  return { number: index + 1, text: parts.map((part) => part.replace(/\.$/, '')).join('. ') };
}

/** The sources of the published rows shown, each once. */
export function publishedSources(groups: readonly LeaderGroup[]): readonly PublishedSource[] {
  const found = groups.flatMap(({ published }) => published.flatMap(({ source }) => source ?? []));
  return [...new Map(found.map((source) => [source.number, source])).values()].sort(
    (a, b) => a.number - b.number,
  );
}

/** Rows in the order in which things first come. */
function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const own = found.get(key(item));
    if (own === undefined) found.set(key(item), [item]);
    else own.push(item);
  }
  return found;
}

function measuredRows(rows: readonly ReportRow[], metrics: readonly string[]): LeaderRow[] {
  return [...grouped(rows, ({ model }) => model)].map(([model, own]) => ({
    id: `measured ${model}`,
    model,
    tau: own[0]?.tau,
    supportRule: own[0]?.supportRule,
    cells: metrics.map((metric) => {
      const row = own.find((each) => each.metric === metric);
      return {
        metric,
        value: row?.mean,
        ci95: row?.ci95,
        method: row?.method,
        n: row?.n ?? 0,
        nUnscored: row?.nUnscored ?? 0,
        isBest: false,
      };
    }),
  }));
}

function publishedRows(
  set: PublishedResults['sets'][number],
  source: PublishedSource,
  rows: readonly PublishedRow[],
  metrics: readonly string[],
  mode: 'abs' | 'rel',
): LeaderRow[] {
  return [...grouped(rows, ({ model }) => model)].map(([model, own]) => {
    // a table that does not say which of the two it prints prints one figure for both
    const find = (metric: string) =>
      own.find((row) => row.metric === metric && (row.mode ?? mode) === mode)?.percent;
    const tau = find('tau');
    return {
      id: `published ${set.id} ${model}`,
      model,
      source,
      tau: tau === undefined ? undefined : tau / 100,
      supportRule: undefined,
      cells: metrics.map((metric) => {
        const percent = find(metric);
        return {
          metric,
          value: percent === undefined ? undefined : percent / 100,
          ci95: undefined,
          method: undefined,
          n: 0,
          nUnscored: 0,
          isBest: false,
        };
      }),
    };
  });
}

/** To the digit that is shown, so that what reads the same is marked the same. */
const shown = (value: number) => Math.round(value * 1000);

function markBest(rows: readonly LeaderRow[]): LeaderRow[] {
  const best = (rows[0]?.cells ?? []).map((_, column) => {
    const values = rows.flatMap(({ cells }) => cells[column]?.value ?? []);
    return values.length < 2 ? undefined : shown(Math.max(...values));
  });
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => ({
      ...cell,
      isBest: cell.value !== undefined && shown(cell.value) === best[column],
    })),
  }));
}

/** By a column; rows without a figure come last, whichever way it is sorted. */
function sorted(rows: readonly LeaderRow[], { order, isAscending }: Order): readonly LeaderRow[] {
  if (order === undefined) return rows;
  const figure = ({ tau, cells }: LeaderRow) =>
    order === 'tau' ? tau : cells.find(({ metric }) => metric === order)?.value;
  return rows.toSorted((one, other) => {
    const [a, b] = [figure(one), figure(other)];
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    return isAscending ? a - b : b - a;
  });
}

/** Groups from the first on until they have about `most` rows; at least one. */
export function firstGroups(groups: readonly LeaderGroup[], most: number): readonly LeaderGroup[] {
  let rows = 0;
  const end = groups.findIndex(({ measured, published }) => {
    rows += measured.length + published.length;
    return rows > most;
  });
  return end === -1 ? groups : groups.slice(0, Math.max(1, end));
}
