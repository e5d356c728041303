// What every kind of chart shares: its sheet, its axes, its legend, its type.
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartSeries, ChartSpec } from '../chart-spec.ts';
import type { ChartTheme, ToneLook } from '../chart-theme.ts';
import type { Places } from '../places.ts';

/** What a chart is drawn on. */
export interface Sheet {
  readonly theme: ChartTheme;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly places: Places;
  /** A title inside the picture: for pictures that leave the page. */
  readonly title: string | undefined;
}

const LEGEND_PX = 24;
const TITLE_PX = 28;

/** Height taken by title and legend, above everything else. */
export function headPx(spec: ChartSpec, sheet: Sheet): number {
  const legend = hasLegend(spec) ? LEGEND_PX : 0;
  return legend + (sheet.title === undefined ? 0 : TITLE_PX);
}

function hasLegend(spec: ChartSpec): boolean {
  return spec.kind !== 'heat' && spec.series.length > 1;
}

/** Type, title and legend; a chart adds its axes and series. */
export function sheetOption(spec: ChartSpec, sheet: Sheet): EChartsCoreOption {
  const { theme, title } = sheet;
  return {
    animation: false,
    textStyle: { fontFamily: theme.font, fontSize: 11, color: theme.dim },
    ...(title === undefined
      ? {}
      : {
          backgroundColor: theme.panel,
          title: {
            text: title,
            left: 0,
            top: 0,
            padding: 0,
            textStyle: { color: theme.text, fontSize: 13, fontWeight: 600, fontFamily: theme.font },
          },
        }),
    ...(hasLegend(spec) ? { legend: legendOption(spec, sheet) } : {}),
  };
}

function legendOption(spec: ChartSpec, { theme, title }: Sheet) {
  return {
    left: 0,
    top: title === undefined ? 0 : TITLE_PX,
    padding: 0,
    itemGap: 16,
    itemWidth: spec.kind === 'bar' || spec.kind === 'histogram' ? 12 : 24,
    itemHeight: 10,
    selectedMode: false,
    textStyle: { color: theme.text, fontSize: 12, fontFamily: theme.font },
    data: spec.series.map(({ name, tone }) => ({
      name,
      itemStyle: barStyle(theme.tones[tone], theme),
    })),
  };
}

/** Fill and hatching of a bar. */
export function barStyle(look: ToneLook, theme: ChartTheme) {
  return {
    color: look.colour,
    borderWidth: 0,
    ...(look.hatch === undefined
      ? {}
      : {
          decal: {
            color: theme.panel,
            dashArrayX: [1, 0],
            dashArrayY: [2, 4],
            rotation: look.hatch,
          },
        }),
  };
}

export function lineStyle(look: ToneLook) {
  return { color: look.colour, width: 2, type: look.dash === 'solid' ? 'solid' : [...look.dash] };
}

export function categoryAxis(names: readonly string[], { theme }: Sheet) {
  return {
    type: 'category',
    data: [...names],
    axisLine: { lineStyle: { color: theme.lineStrong } },
    axisTick: { show: false },
    axisLabel: { color: theme.dim, fontSize: 11, hideOverlap: false },
  };
}

export function valueAxis({ format }: Pick<ChartSpec, 'format'>, { theme }: Sheet) {
  return {
    type: 'value',
    min: ({ min }: { readonly min: number }) => Math.min(0, min),
    splitNumber: 4,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.line } },
    axisLabel: {
      color: theme.faint,
      fontSize: 11,
      formatter: (value: number) => format(value).replace(/\.0+$/, ''),
    },
  };
}

/** Rows of a custom series: category, value and interval, so that the axes make room for all of them. */
export function valueRows(series: ChartSeries): (number | null)[][] {
  return series.points.map(({ value, interval }, index) => [
    index,
    value ?? null,
    interval?.[0] ?? value ?? null,
    interval?.[1] ?? value ?? null,
  ]);
}
