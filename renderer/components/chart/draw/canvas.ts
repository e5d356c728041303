// The only module that imports ECharts; loaded when the first chart is shown.
import { CustomChart, RadarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, RadarComponent, TitleComponent } from 'echarts/components';
import { init, use as includeParts, type EChartsType } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import type { ChartSpec } from '../chart-spec.ts';
import type { ChartTheme } from '../chart-theme.ts';
import { createPlaces, type Places } from '../places.ts';
import { drawChart } from './draw-chart.ts';
import { TITLE_PX } from './sheet.ts';

includeParts([
  CustomChart,
  RadarChart,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TitleComponent,
  SVGRenderer,
  CanvasRenderer,
]);

/** A drawn chart. */
export interface ChartCanvas {
  readonly draw: (spec: ChartSpec, theme: ChartTheme) => void;
  readonly places: Places;
  readonly dispose: () => void;
}

/** Draws into an element, as large as that is when `draw` is called. */
export function createChartCanvas(element: HTMLElement): ChartCanvas {
  const chart = init(element, undefined, { renderer: 'svg' });
  const places = createPlaces();
  return {
    places,
    draw(spec, theme) {
      const { clientWidth: widthPx, clientHeight: heightPx } = element;
      if (widthPx === 0 || heightPx === 0) return;
      places.clear();
      chart.resize({ width: widthPx, height: heightPx });
      const sheet = { theme, widthPx, heightPx, places, title: undefined, marginPx: 0 };
      chart.setOption(drawChart(spec, sheet), { notMerge: true });
    },
    dispose: () => chart.dispose(),
  };
}

/** Of the chart as it stands on the page; title and margin are added. */
export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Round a saved picture. */
const MARGIN_PX = 16;
/** Pixels of a saved picture for each of the page. */
const PNG_SCALE = 2;

/** The chart as a file of its own: with its title, on its ground. */
export async function chartPicture(
  kind: 'svg' | 'png',
  spec: ChartSpec,
  theme: ChartTheme,
  page: PictureSize,
): Promise<Blob> {
  const widthPx = page.widthPx + 2 * MARGIN_PX;
  const heightPx = page.heightPx + TITLE_PX + 2 * MARGIN_PX;
  const size = { width: widthPx, height: heightPx };
  const chart = init(document.createElement('div'), undefined, {
    renderer: kind === 'svg' ? 'svg' : 'canvas',
    ...(kind === 'svg' ? { ssr: true } : { devicePixelRatio: PNG_SCALE }),
    ...size,
  });
  try {
    const sheet = {
      theme,
      widthPx,
      heightPx,
      places: createPlaces(),
      title: spec.title,
      marginPx: MARGIN_PX,
    };
    chart.setOption(drawChart(spec, sheet), { notMerge: true });
    return kind === 'svg' ? svgOf(chart) : await pngOf(chart, theme);
  } finally {
    chart.dispose();
  }
}

function svgOf(chart: EChartsType): Blob {
  return new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' });
}

async function pngOf(chart: EChartsType, { panel }: ChartTheme): Promise<Blob> {
  const canvas = chart.renderToCanvas({ pixelRatio: PNG_SCALE, backgroundColor: panel });
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the browser made no PNG')) : resolve(blob)),
      'image/png',
    );
  });
}
