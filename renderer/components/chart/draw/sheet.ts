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
  /** Left free at the edges. */
  readonly marginPx: number;
}

const LEGEND_PX = 24;
export const TITLE_PX = 28;

/** Height taken by title and legend, above everything else. */
export function headPx(spec: ChartSpec, sheet: Sheet): number {
  const legend = hasLegend(spec) ? LEGEND_PX : 0;
  return sheet.marginPx + legend + (sheet.title === undefined ? 0 : TITLE_PX);
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
            left: sheet.marginPx,
            top: sheet.marginPx,
            padding: 0,
            textStyle: { color: theme.text, fontSize: 13, fontWeight: 600, fontFamily: theme.font },
          },
        }),
    ...(hasLegend(spec) ? { legend: legendOption(spec, sheet) } : {}),
  };
}

function legendOption(spec: ChartSpec, { theme, title, marginPx }: Sheet) {
  const areBars = spec.kind === 'bar' || spec.kind === 'histogram';
  return {
    left: marginPx,
    top: marginPx + (title === undefined ? 0 : TITLE_PX),
    padding: 0,
    itemGap: 16,
    itemWidth: 12,
    itemHeight: 10,
    selectedMode: false,
    textStyle: { color: theme.text, fontSize: 12, fontFamily: theme.font },
    data: spec.series.map(({ name, tone }) => {
      const look = theme.tones[tone];
      return areBars
        ? { name, itemStyle: barStyle(look, theme) }
        : { name, icon: look.symbol, itemStyle: { color: look.colour } };
    }),
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

/** Above this share of the highest possible value the axis ends at that. */
const NEAR_LIMIT = 0.8;
const PARTS = 5;

export function valueAxis(spec: ChartSpec, { theme }: Sheet) {
  return {
    type: 'value',
    min: ({ min }: { readonly min: number }) => Math.min(0, min),
    ...upToLimit(spec),
    splitNumber: 4,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.line } },
    axisLabel: {
      color: theme.faint,
      fontSize: 11,
      formatter: (value: number) => spec.format(value).replace(/\.0+$/, ''),
    },
  };
}

/** The end of an axis that would else go beyond what there can be. */
function upToLimit({ limit, series }: ChartSpec): { max: number; interval: number } | undefined {
  if (limit === undefined) return undefined;
  const highest = series.flatMap(({ points }) =>
    points.map(({ value, interval }) => Math.max(value ?? 0, interval?.[1] ?? 0)),
  );
  return Math.max(0, ...highest) > limit * NEAR_LIMIT
    ? { max: limit, interval: limit / PARTS }
    : undefined;
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

/** For the tails of letters under the axis. */
const UNDER_PX = 3;

/** Where the axes lie: everything below the head, the names of the axes included. */
export function gridOption(
  spec: ChartSpec,
  sheet: Sheet,
  { above = 8, right = 0 }: { readonly above?: number; readonly right?: number } = {},
) {
  const { marginPx } = sheet;
  const bounds = {
    left: marginPx,
    right: marginPx + right,
    top: headPx(spec, sheet) + above,
    bottom: marginPx + UNDER_PX,
  };
  return {
    ...bounds,
    outerBoundsMode: 'same',
    outerBoundsContain: 'axisLabel',
    outerBounds: bounds,
  };
}
