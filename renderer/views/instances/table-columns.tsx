// The columns of the instances table: pure, from the models and metrics chosen. TanStack Table keeps
// their widths and groups; the rows are drawn by `TableRow`, which needs no row model of 31,000 rows.
import {
  columnResizingFeature,
  columnSizingFeature,
  createColumnHelper,
  metaHelper,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { InstanceRow } from '../../../shared/model/instance.ts';
import type { MetricDescriptor } from '../../../shared/model/score.ts';
import type { ChosenModel, ModelTone } from '../../stores/chosen-models.ts';
import type { Sort } from '../../stores/route-sort.ts';
import type { ColumnState } from './columns/use-columns.ts';
import {
  DeltaCell,
  FlowCell,
  IdCell,
  ProblemsCell,
  ScoreCell,
  StripCell,
  TaskCell,
} from './cells.tsx';

export interface ColumnMeta {
  readonly title: string;
  /** What a click on the header sorts by; undefined where there is no order. */
  readonly sort?: Sort;
  readonly tone?: ModelTone;
  readonly align: 'start' | 'end';
  readonly draw: (row: InstanceRow) => ReactNode;
  /** Its figures are hand-written examples; said wherever they show. */
  readonly isExample?: boolean;
  /** First column of a model: a line parts it from what is before. */
  readonly isFirstOfGroup?: boolean;
}

export const features = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnMeta: metaHelper<ColumnMeta>(),
});
const helper = createColumnHelper<typeof features, InstanceRow>();

/** What the columns follow from. */
export type ColumnChoice = Pick<
  ColumnState,
  'models' | 'offered' | 'metrics' | 'shown' | 'deltaMetric'
>;

export function buildColumns({ models, offered, metrics, shown, deltaMetric }: ColumnChoice) {
  return helper.columns([
    helper.display({
      id: 'id',
      header: 'Instance',
      size: 152,
      minSize: 104,
      meta: {
        title: 'Subdomain and id',
        sort: { by: 'key', descending: false },
        align: 'start',
        draw: (row) => <IdCell row={row} />,
      },
    }),
    ...(shown.has('task') ? [taskColumn(models)] : []),
    ...(shown.has('flow') ? [flowColumn()] : []),
    ...models.flatMap((model, index) => modelGroup(model, index, metrics, shown.has('strip'))),
    ...(shown.has('delta') ? deltaColumn(models, offered, deltaMetric) : []),
    ...(shown.has('problems') ? [problemsColumn()] : []),
  ]);
}

function taskColumn(models: readonly ChosenModel[]) {
  return helper.display({
    id: 'task',
    header: 'Task',
    size: 190,
    enableResizing: false,
    meta: {
      title: 'Flag, notes and tags; beginning of the task, or what was searched for',
      align: 'start',
      draw: (row) => <TaskCell row={row} models={models} />,
    },
  });
}

function flowColumn() {
  return helper.display({
    id: 'flow',
    header: 'In → out',
    size: 98,
    minSize: 70,
    meta: {
      title: 'Modalities of the input and of the reference',
      sort: { by: 'combination', descending: false },
      align: 'start',
      draw: (row) => <FlowCell row={row} />,
    },
  });
}

function problemsColumn() {
  return helper.display({
    id: 'problems',
    header: '!',
    size: 34,
    minSize: 30,
    meta: {
      title: 'Problems noticed while reading',
      sort: { by: 'problems', descending: true },
      align: 'end',
      draw: (row) => <ProblemsCell count={row.problems} />,
    },
  });
}

/** A model with neither figures nor structure to show has no columns. */
function modelGroup(
  model: ChosenModel,
  index: number,
  metrics: readonly MetricDescriptor[],
  hasStrip: boolean,
) {
  const { tone, name } = model;
  const own = metrics.filter((metric) => model.metrics.includes(metric.id));
  if (own.length === 0 && !hasStrip) return [];
  const group = helper.group({
    id: `model-${tone}`,
    header: name,
    meta: { title: name, tone, align: 'start', draw: () => null, isFirstOfGroup: true },
    columns: helper.columns([
      ...(hasStrip ? [stripColumn(model, index)] : []),
      ...own.map((metric, at) => scoreColumn(model, index, metric, at === 0 && !hasStrip)),
    ]),
  });
  return [group];
}

function stripColumn({ tone, name }: ChosenModel, index: number) {
  return helper.display({
    id: `${tone}-strip`,
    header: 'Structure',
    size: 94,
    minSize: 60,
    meta: {
      title: `${name}: structure of the response, by what is wrong with it`,
      tone,
      align: 'start',
      sort: { by: 'marks', model: name, descending: true },
      draw: (row) => <StripCell row={row} index={index} />,
      isFirstOfGroup: true,
    },
  });
}

function scoreColumn(
  { tone, name, hasExampleScores }: ChosenModel,
  index: number,
  metric: MetricDescriptor,
  isFirstOfGroup: boolean,
) {
  return helper.display({
    id: `${tone}-${metric.id}`,
    header: metric.label,
    size: 48,
    minSize: 44,
    meta: {
      title: `${name}: ${metric.title}`,
      // version 0: not computed here but imported
      isExample: hasExampleScores && metric.version === 0,
      tone,
      align: 'end',
      isFirstOfGroup,
      // the worst first: a table of scores is opened to find what went wrong
      sort: {
        by: 'score',
        metric: metric.id,
        model: name,
        descending: metric.better === 'lower',
      },
      draw: (row) => <ScoreCell row={row} index={index} metric={metric.id} />,
    },
  });
}

function deltaColumn(
  models: readonly ChosenModel[],
  metrics: readonly MetricDescriptor[],
  deltaMetric: string,
) {
  const [a, b] = models;
  const metric = metrics.find((each) => each.id === deltaMetric) ?? metrics[0];
  if (a === undefined || b === undefined || metric === undefined) return [];
  return [
    helper.display({
      id: 'delta',
      header: `A−B ${metric.label}`,
      size: 68,
      minSize: 56,
      meta: {
        title: `${metric.title}: ${a.name} minus ${b.name}`,
        align: 'end',
        isFirstOfGroup: true,
        sort: { by: 'delta', metric: metric.id, modelA: a.name, modelB: b.name, descending: false },
        draw: (row) => <DeltaCell row={row} metric={metric.id} />,
      },
    }),
  ];
}
