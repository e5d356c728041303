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

export interface ColumnChoice {
  readonly models: readonly ChosenModel[];
  readonly metrics: readonly MetricDescriptor[];
  /** Metric of the A − B column. */
  readonly deltaMetric: string;
}

export function buildColumns({ models, metrics, deltaMetric }: ColumnChoice) {
  const delta = deltaColumn(models, metrics, deltaMetric);
  return helper.columns([
    helper.display({
      id: 'id',
      header: 'Instance',
      size: 136,
      minSize: 90,
      meta: {
        title: 'Subdomain and id',
        sort: { by: 'key', descending: false },
        align: 'start',
        draw: (row) => <IdCell row={row} />,
      },
    }),
    helper.display({
      id: 'task',
      header: 'Task',
      size: 190,
      enableResizing: false,
      meta: {
        title: 'Flag, notes and tags; beginning of the task',
        align: 'start',
        draw: (row) => <TaskCell row={row} />,
      },
    }),
    helper.display({
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
    }),
    ...models.map((model, index) => modelGroup(model, index, metrics)),
    ...delta,
    helper.display({
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
    }),
  ]);
}

function modelGroup(model: ChosenModel, index: number, metrics: readonly MetricDescriptor[]) {
  const { tone, name } = model;
  const own = metrics.filter((metric) => model.metrics.includes(metric.id));
  return helper.group({
    id: `model-${tone}`,
    header: name,
    meta: { title: name, tone, align: 'start', draw: () => null, isFirstOfGroup: true },
    columns: helper.columns([
      helper.display({
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
      }),
      ...own.map((metric) =>
        helper.display({
          id: `${tone}-${metric.id}`,
          header: metric.label,
          size: 48,
          minSize: 44,
          meta: {
            title: `${name}: ${metric.title}`,
            // version 0: not computed here but imported
            isExample: model.hasExampleScores && metric.version === 0,
            tone,
            align: 'end',
            // the worst first: a table of scores is opened to find what went wrong
            sort: {
              by: 'score',
              metric: metric.id,
              model: name,
              descending: metric.better === 'lower',
            },
            draw: (row) => <ScoreCell row={row} index={index} metric={metric.id} />,
          },
        }),
      ),
    ]),
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
