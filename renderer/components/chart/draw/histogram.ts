import type { EChartsCoreOption } from 'echarts/core';
import type { CustomSeriesOption } from 'echarts/charts';
import type { HistogramSpec } from '../chart-spec.ts';
import { barStyle, gridOption, sheetOption, valueAxis, type Sheet } from './sheet.ts';

const GAP_PX = 1;

/** Counts between edges on a scale of values; several series stand beside each other in each bin. */
export function drawHistogram(spec: HistogramSpec, sheet: Sheet): EChartsCoreOption {
  const { theme } = sheet;
  const scale = valueAxis(spec, sheet);
  return {
    ...sheetOption(spec, sheet),
    grid: gridOption(spec, sheet, { right: 8 }),
    xAxis: {
      ...scale,
      min: spec.edges[0],
      max: spec.edges.at(-1),
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: theme.lineStrong } },
      axisLabel: { color: theme.dim, fontSize: 11, formatter: spec.formatEdge, hideOverlap: true },
    },
    yAxis: { ...scale, minInterval: 1 },
    series: spec.series.map((_, index) => binSeries(spec, sheet, index)),
  };
}

function binSeries(spec: HistogramSpec, sheet: Sheet, index: number): CustomSeriesOption {
  const { theme, places } = sheet;
  const series = spec.series[index];
  const style = barStyle(theme.tones[series?.tone ?? 'neutral'], theme);
  const count = spec.series.length;
  return {
    type: 'custom',
    name: series?.name ?? '',
    itemStyle: style,
    silent: true,
    data: (series?.points ?? []).map(({ value }, bin) => [
      spec.edges[bin] ?? 0,
      spec.edges[bin + 1] ?? 0,
      value ?? 0,
    ]),
    encode: { x: [0, 1], y: 2 },
    renderItem({ dataIndexInside: category }, api) {
      const value = series?.points[category]?.value ?? 0;
      const [left = 0, top = 0] = api.coord([spec.edges[category] ?? 0, value]);
      const [right = 0, bottom = 0] = api.coord([spec.edges[category + 1] ?? 0, 0]);
      const width = (right - left - GAP_PX) / count;
      const bar = {
        x: left + GAP_PX / 2 + index * width,
        y: top,
        width: Math.max(1, width),
        height: bottom - top,
      };
      // the whole column answers, so that a low bar can be pointed at
      const highest = (api.coord([0, 0])[1] ?? 0) - bottom;
      places.note(
        { series: index, category },
        { ...bar, height: Math.max(4, bar.height + highest) },
      );
      return { type: 'rect', shape: bar, style: { fill: style.color, ...decalOf(style) } };
    },
  };
}

function decalOf(style: ReturnType<typeof barStyle>) {
  return 'decal' in style ? { decal: style.decal } : {};
}
