import type { EChartsCoreOption } from 'echarts/core';
import type { RadarSpec } from '../chart-spec.ts';
import { headPx, lineStyle, sheetOption, type Sheet } from './sheet.ts';

/** Room for the names round the rim. */
const NAMES_PX = 34;
const POINT_PX = 9;

/** A polygon a series; intervals are in the table only. */
export function drawRadar(spec: RadarSpec, sheet: Sheet): EChartsCoreOption {
  const { theme, widthPx, heightPx, places } = sheet;
  const top = headPx(spec, sheet);
  const centre: [number, number] = [widthPx / 2, top + (heightPx - top) / 2];
  const radius = Math.max(20, Math.min(widthPx / 2 - 110, (heightPx - top) / 2 - NAMES_PX));
  spec.series.forEach(({ points }, series) => {
    points.forEach(({ value }, category) => {
      const [x, y] = spokeEnd(centre, (radius * (value ?? 0)) / spec.max, category, points.length);
      places.note(
        { series, category },
        { x: x - POINT_PX / 2, y: y - POINT_PX / 2, width: POINT_PX, height: POINT_PX },
      );
    });
  });
  return {
    ...sheetOption(spec, sheet),
    radar: {
      center: centre,
      radius,
      splitNumber: 4,
      indicator: spec.categories.map((name) => ({ name, max: spec.max, min: 0 })),
      axisName: {
        color: theme.dim,
        fontSize: 11,
        fontFamily: theme.font,
        width: 104,
        overflow: 'break',
      },
      axisNameGap: 8,
      axisLine: { lineStyle: { color: theme.line } },
      splitLine: { lineStyle: { color: theme.line } },
      splitArea: { show: false },
    },
    series: [
      {
        type: 'radar',
        silent: true,
        data: spec.series.map(({ name, tone, points }) => {
          const look = theme.tones[tone];
          return {
            name,
            value: points.map(({ value }) => value ?? '-'),
            symbol: look.symbol,
            symbolSize: POINT_PX - 2,
            itemStyle: { color: look.colour },
            lineStyle: lineStyle(look),
            areaStyle: { color: look.colour, opacity: 0.06 },
          };
        }),
      },
    ],
  };
}

/** End of a spoke: the first points up, the others follow against the clock. */
export function spokeEnd(
  [x, y]: readonly [number, number],
  lengthPx: number,
  index: number,
  count: number,
): [number, number] {
  const angle = Math.PI / 2 + (index * 2 * Math.PI) / count;
  return [x + lengthPx * Math.cos(angle), y - lengthPx * Math.sin(angle)];
}
