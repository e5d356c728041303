import type { EChartsCoreOption } from 'echarts/core';
import type { ChartSpec } from '../chart-spec.ts';
import { drawBars } from './bars.ts';
import { drawGradient } from './gradient.ts';
import { drawHeat } from './heat.ts';
import { drawHistogram } from './histogram.ts';
import { drawRadar } from './radar.ts';
import type { Sheet } from './sheet.ts';

/** What ECharts is to draw for a chart. */
export function drawChart(spec: ChartSpec, sheet: Sheet): EChartsCoreOption {
  switch (spec.kind) {
    case 'bar':
      return drawBars(spec, sheet);
    case 'heat':
      return drawHeat(spec, sheet);
    case 'radar':
      return drawRadar(spec, sheet);
    case 'gradient':
      return drawGradient(spec, sheet);
    case 'histogram':
      return drawHistogram(spec, sheet);
  }
}
