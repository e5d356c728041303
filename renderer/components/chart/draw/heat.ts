import type { CustomSeriesOption } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';
import { inkOn, mixColours } from '../colour.ts';
import type { HeatSpec } from '../chart-spec.ts';
import { categoryAxis, gridOption, headPx, sheetOption, type Sheet } from './sheet.ts';

const GROUP_PX = 22;
const GAP_PX = 1;
/** Narrower than this, a cell drops what stands behind the point. */
const ROOM_FOR_TENTHS_PX = 34;
/** The palest and the strongest cell, as shares of the accent in the panel. */
const PALEST = 0.06;
const STRONGEST = 0.9;

/** The colour of a value: more accent for more of it. */
export function heatColour(
  value: number,
  [low, high]: HeatSpec['range'],
  { panel, accent }: Pick<Sheet['theme'], 'panel' | 'accent'>,
): string {
  const share = high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0.5;
  return mixColours(panel, accent, PALEST + (STRONGEST - PALEST) * share);
}

/** Series as rows, categories as columns, each cell with its figure in it. */
export function drawHeat(spec: HeatSpec, sheet: Sheet): EChartsCoreOption {
  const { theme } = sheet;
  const above = spec.groups === undefined ? 0 : GROUP_PX;
  const columns = categoryAxis(spec.categories, sheet);
  const rows = categoryAxis(
    spec.series.map(({ name }) => name),
    sheet,
  );
  return {
    ...sheetOption(spec, sheet),
    grid: gridOption(spec, sheet, { above }),
    xAxis: {
      ...columns,
      axisLine: { show: false },
      axisLabel: {
        ...columns.axisLabel,
        interval: 0,
        rotate: columnsNeedTurning(spec, sheet) ? 55 : 0,
      },
    },
    yAxis: {
      ...rows,
      inverse: true,
      axisLine: { show: false },
      axisLabel: { ...rows.axisLabel, color: theme.text, width: 150, overflow: 'truncate' },
    },
    series: [
      ...spec.series.map((_, index) => heatRow(spec, sheet, index)),
      ...groupHeads(spec, sheet),
    ],
  };
}

/** Names that are longer than their column stand at an angle. */
function columnsNeedTurning(spec: HeatSpec, { widthPx }: Sheet): boolean {
  const columnPx = (widthPx - 120) / Math.max(1, spec.categories.length);
  return spec.categories.some((name) => name.length * 6.2 > columnPx);
}

function heatRow(spec: HeatSpec, sheet: Sheet, index: number): CustomSeriesOption {
  const { theme, places } = sheet;
  const series = spec.series[index];
  return {
    type: 'custom',
    name: series?.name ?? '',
    silent: true,
    data: spec.categories.map((_, category) => [category, index]),
    encode: { x: 0, y: 1 },
    renderItem({ dataIndexInside: category }, api) {
      const [x = 0, y = 0] = api.coord([category, index]);
      const size = api.size?.([1, 1]);
      const [width = 0, height = 0] = Array.isArray(size) ? size : [];
      const cell = {
        x: x - width / 2 + GAP_PX / 2,
        y: y - height / 2 + GAP_PX / 2,
        width: Math.max(1, width - GAP_PX),
        height: Math.max(1, height - GAP_PX),
      };
      places.note({ series: index, category }, cell);
      const value = series?.points[category]?.value;
      const fill = value === undefined ? theme.panel : heatColour(value, spec.range, theme);
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: { ...cell, r: 2 },
            style: value === undefined ? emptyStyle(sheet) : { fill },
          },
          {
            type: 'text',
            x,
            y,
            style: {
              text: cellText(spec, value, width),
              fill: value === undefined ? theme.faint : inkOn(fill),
              align: 'center',
              verticalAlign: 'middle',
              fontSize: 11,
              fontFamily: theme.font,
            },
          },
        ],
      };
    },
  };
}

function emptyStyle({ theme }: Sheet) {
  return { fill: theme.panel, stroke: theme.line, lineWidth: 1, lineDash: [3, 3] };
}

function cellText({ format }: HeatSpec, value: number | undefined, widthPx: number): string {
  if (value === undefined) return '—';
  const text = format(value);
  return widthPx >= ROOM_FOR_TENTHS_PX ? text : Number(text).toFixed(0);
}

/** A heading over the columns that belong together, with a rule under it. */
function groupHeads(spec: HeatSpec, sheet: Sheet): CustomSeriesOption[] {
  const { groups } = spec;
  if (groups === undefined) return [];
  const { theme } = sheet;
  const starts = groups.map((_, index) =>
    groups.slice(0, index).reduce((sum, { size }) => sum + size, 0),
  );
  return [
    {
      type: 'custom',
      name: 'groups',
      silent: true,
      clip: false,
      data: starts.map((start) => [start, 0]),
      encode: { x: 0, y: 1 },
      renderItem({ dataIndexInside: index }, api) {
        const group = groups[index];
        if (group === undefined) return null;
        const start = starts[index] ?? 0;
        const size = api.size?.([1, 1]);
        const width = Array.isArray(size) ? (size[0] ?? 0) : 0;
        const left = (api.coord([start, 0])[0] ?? 0) - width / 2 + 1;
        const right = left + width * group.size - 4;
        const y = headPx(spec, sheet);
        return {
          type: 'group',
          children: [
            {
              type: 'text',
              x: left,
              y: y + 2,
              style: {
                text: group.label,
                fill: theme.dim,
                fontSize: 11,
                fontFamily: theme.font,
                width: right - left,
                overflow: 'truncate',
              },
            },
            {
              type: 'line',
              shape: { x1: left, x2: right, y1: y + GROUP_PX - 4, y2: y + GROUP_PX - 4 },
              style: { stroke: theme.lineStrong, lineWidth: 1 },
            },
          ],
        };
      },
    },
  ];
}
