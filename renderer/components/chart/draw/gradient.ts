import type { CustomSeriesOption } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';
import type { GradientSpec, ChartSeries } from '../chart-spec.ts';
import { mixColours } from '../colour.ts';
import {
  categoryAxis,
  gridOption,
  lineStyle,
  sheetOption,
  valueAxis,
  valueRows,
  type Sheet,
} from './sheet.ts';
import { runsOf } from './runs-of.ts';
import { symbolShape } from './symbol-shape.ts';

const POINT_PX = 9;

/** A line a series over ordered categories, its intervals as a band; a missing value breaks both. */
export function drawGradient(spec: GradientSpec, sheet: Sheet): EChartsCoreOption {
  return {
    ...sheetOption(spec, sheet),
    grid: gridOption(spec, sheet, { right: 8 }),
    xAxis: categoryAxis(spec.categories, sheet),
    yAxis: valueAxis(spec, sheet),
    series: spec.series.flatMap((series, index) => [
      bandSeries(series, sheet),
      lineSeries(series, index, sheet),
    ]),
  };
}

function bandSeries(series: ChartSeries, { theme }: Sheet): CustomSeriesOption {
  const { colour } = theme.tones[series.tone];
  const runs = runsOf(series.points, ({ interval }) => interval !== undefined);
  return {
    type: 'custom',
    silent: true,
    z: 1,
    data: valueRows(series),
    encode: { x: 0, y: [1, 2, 3] },
    renderItem({ dataIndexInside: category }, api) {
      const run = runs.find(([first]) => first === category);
      if (run === undefined) return null;
      const edge = (end: 0 | 1) =>
        run.map((index) => api.coord([index, series.points[index]?.interval?.[end] ?? 0]));
      return {
        type: 'polygon',
        shape: { points: [...edge(0), ...edge(1).reverse()] },
        style: { fill: colour, opacity: 0.14 },
      };
    },
  };
}

function lineSeries(series: ChartSeries, index: number, sheet: Sheet): CustomSeriesOption {
  const { theme, places } = sheet;
  const look = theme.tones[series.tone];
  const runs = runsOf(series.points, ({ value }) => value !== undefined);
  return {
    type: 'custom',
    name: series.name,
    silent: true,
    clip: false,
    z: 2,
    itemStyle: { color: look.colour },
    data: valueRows(series),
    encode: { x: 0, y: [1, 2, 3] },
    renderItem({ dataIndexInside: category }, api) {
      const value = series.points[category]?.value;
      const [x = 0, y = 0] = api.coord([category, value ?? 0]);
      places.note(
        { series: index, category },
        { x: x - POINT_PX / 2, y: y - POINT_PX / 2, width: POINT_PX, height: POINT_PX },
      );
      if (value === undefined) return null;
      const run = runs.find(([first]) => first === category);
      const line = lineStyle(look);
      return {
        type: 'group',
        children: [
          ...(run === undefined || run.length < 2
            ? []
            : [
                {
                  type: 'polyline' as const,
                  shape: {
                    points: run.map((at) => api.coord([at, series.points[at]?.value ?? 0])),
                  },
                  style: {
                    stroke: line.color,
                    lineWidth: line.width,
                    fill: 'none',
                    ...(look.dash === 'solid' ? {} : { lineDash: [...look.dash] }),
                  },
                },
              ]),
          {
            ...symbolShape(look.symbol, x, y, POINT_PX),
            style: {
              fill: mixColours(theme.panel, look.colour, 1),
              stroke: theme.panel,
              lineWidth: 1,
            },
          },
        ],
      };
    },
  };
}
