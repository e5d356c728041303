import sharp from 'sharp';
import type { LocalTool } from '../define.ts';
import { readData, writeMade } from '../write-made.ts';
import { ChartSpec } from './chart-spec.ts';

/** Draws charts from figures: PNG of 1024 × 640. */
export const chartTool: LocalTool = {
  id: 'chart',
  modality: 'image',
  description:
    'Draws a chart as an image. data: {"kind": "bar"|"line"|"pie", "title", "xLabel", "yLabel", ' +
    '"labels": [text], "series": [{"name", "values": [number or null, one a label]}]} or ' +
    '{"kind": "scatter", "title", "xLabel", "yLabel", "series": [{"name", "points": [[x, y]]}]}.',
  isGeneral: false,
  async make({ tag, data }, dir, signal) {
    const read = readData(ChartSpec, data, 'chart');
    if (read.status === 'failed') return read;
    signal.throwIfAborted();
    const { drawChart } = await import('./draw-chart.ts'); // brings a reader of fonts
    const png = await sharp(Buffer.from(drawChart(read.value)))
      .png()
      .toBuffer();
    signal.throwIfAborted();
    return await writeMade(dir, tag, 'png', png);
  },
};
