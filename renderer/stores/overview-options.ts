// What the overview shows, as its address says it. Pure, so that what a link means can be tested.
import { HeatBy } from '../../shared/model/analysis.ts';
import { GroupBy } from '../../shared/model/report.ts';

export const SCALES = ['abs', 'rel', 'tau'] as const;
/** Means over supported instances, the same times the supporting rate, or the rate itself. */
export type Scale = (typeof SCALES)[number];

export interface OverviewOptions {
  readonly scale: Scale;
  /** Undefined: everything in one group. */
  readonly groupBy: GroupBy | undefined;
  /** Column that the models are sorted by, `tau` or a metric; undefined: as in the project. */
  readonly order: string | undefined;
  readonly isAscending: boolean;
  /** Metric of the charts; undefined: the first that says most. */
  readonly metric: string | undefined;
  readonly heatBy: HeatBy;
  readonly hasPublished: boolean;
}

type View = Readonly<Record<string, string>>;

/** Reads the parameters; what cannot be read is left out. */
export function parseOverview(view: View): OverviewOptions {
  const order = view['order'];
  return {
    scale: SCALES.find((scale) => scale === view['scale']) ?? 'abs',
    groupBy: GroupBy.options.find((id) => id === view['group']),
    order: order?.replace(/^-/, ''),
    isAscending: order !== undefined && !order.startsWith('-'),
    metric: view['metric'],
    heatBy: HeatBy.options.find((id) => id === view['across']) ?? 'subdomain',
    hasPublished: view['published'] !== 'no',
  };
}

/** The parameters after a change; what is as it is anyway is not said. */
export function changeOverview(view: View, change: Partial<OverviewOptions>): View {
  const { scale, groupBy, order, isAscending, metric, heatBy, hasPublished } = {
    ...parseOverview(view),
    ...change,
  };
  const said = {
    scale: scale === 'abs' ? undefined : scale,
    group: groupBy,
    order: order === undefined ? undefined : `${isAscending ? '' : '-'}${order}`,
    metric,
    across: heatBy === 'subdomain' ? undefined : heatBy,
    published: hasPublished ? undefined : 'no',
  };
  const kept = Object.entries(view).filter(([name]) => !(name in said));
  const own = Object.entries(said).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries([...kept, ...own]);
}
