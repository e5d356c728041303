import type { CustomSeriesOption } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';
import type { BarSpec, ChartPoint } from '../chart-spec.ts';
import { barSlot, toRect } from './bar-slot.ts';
import {
  barStyle,
  categoryAxis,
  gridOption,
  sheetOption,
  valueAxis,
  valueRows,
  type Sheet,
} from './sheet.ts';

/** Bars beside each other, each with its error bar, its figure where there is room. */
export function drawBars(spec: BarSpec, sheet: Sheet): EChartsCoreOption {
  const areRows = spec.orientation === 'rows';
  const names = categoryAxis(spec.categories, sheet);
  const values = valueAxis(spec, sheet);
  return {
    ...sheetOption(spec, sheet),
    grid: gridOption(spec, sheet, { right: areRows ? 44 : 4 }),
    xAxis: areRows ? { ...values, position: 'top' } : names,
    yAxis: areRows ? { ...names, inverse: true } : values,
    series: spec.series.map((_, index) => barSeries(spec, sheet, index)),
  };
}

function barSeries(spec: BarSpec, sheet: Sheet, index: number): CustomSeriesOption {
  const series = spec.series[index];
  if (series === undefined) throw new Error(`no series ${index}`);
  const areRows = spec.orientation === 'rows';
  const { theme, places } = sheet;
  const style = barStyle(theme.tones[series.tone], theme);
  return {
    type: 'custom',
    name: series.name,
    itemStyle: style,
    silent: true,
    clip: false,
    data: valueRows(series),
    encode: areRows ? { x: [1, 2, 3], y: 0 } : { x: 0, y: [1, 2, 3] },
    renderItem({ dataIndexInside: category }, api) {
      const point = series.points[category];
      const at = (value: number) => api.coord(areRows ? [value, category] : [category, value]);
      const size = api.size?.([1, 1]);
      const band = Array.isArray(size) ? (size[areRows ? 1 : 0] ?? 0) : 0;
      const slot = barSlot(band, spec.series.length, index);
      const bar = toRect(at(0), at(point?.value ?? 0), slot, areRows);
      places.note({ series: index, category }, atLeast(bar, 4));
      if (point?.value === undefined) return nothingHere(bar, areRows, theme.faint);
      const children = [
        { type: 'rect' as const, shape: bar, style: { fill: style.color, ...decalOf(style) } },
        ...errorBar(point, at, slot, areRows, sheet),
        ...figure(spec, point, bar, at, slot.width, sheet),
      ];
      return { type: 'group', children };
    },
  };
}

function decalOf(style: ReturnType<typeof barStyle>) {
  return 'decal' in style ? { decal: style.decal } : {};
}

/** A dash where a bar would begin. */
function nothingHere(bar: { x: number; y: number }, areRows: boolean, fill: string) {
  const verticalAlign = areRows ? ('top' as const) : ('bottom' as const);
  const style = { text: '—', fill, align: 'left' as const, verticalAlign };
  return { type: 'text' as const, x: areRows ? bar.x + 4 : bar.x, y: bar.y, style };
}

type AtValue = (value: number) => number[];
type Slot = ReturnType<typeof barSlot>;

/** A line from end to end of the interval, with caps. */
function errorBar(point: ChartPoint, at: AtValue, slot: Slot, areRows: boolean, { theme }: Sheet) {
  if (point.interval === undefined) return [];
  const [low, high] = point.interval.map((end) => at(end)[areRows ? 0 : 1] ?? 0);
  const middle = (at(0)[areRows ? 1 : 0] ?? 0) + slot.offset + slot.width / 2;
  const cap = Math.min(4, slot.width / 3);
  const line = (along1: number, across1: number, along2: number, across2: number) => ({
    type: 'line' as const,
    shape: areRows
      ? { x1: along1, y1: across1, x2: along2, y2: across2 }
      : { x1: across1, y1: along1, x2: across2, y2: along2 },
    style: { stroke: theme.text, lineWidth: 1 },
  });
  if (low === undefined || high === undefined) return [];
  return [
    line(low, middle, high, middle),
    line(low, middle - cap, low, middle + cap),
    line(high, middle - cap, high, middle + cap),
  ];
}

/** The value beside the bar, behind its error bar. */
function figure(
  spec: BarSpec,
  point: ChartPoint,
  bar: { x: number; y: number; width: number; height: number },
  at: AtValue,
  widthPx: number,
  { theme }: Sheet,
) {
  const areRows = spec.orientation === 'rows';
  const text = spec.format(point.value ?? 0);
  const hasRoom = areRows ? widthPx >= 10 : widthPx >= text.length * 6;
  if (!hasRoom) return [];
  const end = at(Math.max(point.value ?? 0, point.interval?.[1] ?? 0));
  const style = { text, fill: theme.text, fontSize: 11, fontFamily: theme.font };
  return [
    areRows
      ? {
          type: 'text' as const,
          x: (end[0] ?? 0) + 6,
          y: bar.y + bar.height / 2,
          style: { ...style, align: 'left' as const, verticalAlign: 'middle' as const },
        }
      : {
          type: 'text' as const,
          x: bar.x + bar.width / 2,
          y: (end[1] ?? 0) - 4,
          style: { ...style, align: 'center' as const, verticalAlign: 'bottom' as const },
        },
  ];
}

function atLeast(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  px: number,
) {
  return {
    x: x - Math.max(0, px - width) / 2,
    y: y - Math.max(0, px - height) / 2,
    width: Math.max(px, width),
    height: Math.max(px, height),
  };
}
