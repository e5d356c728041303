import { saveFile } from '../whole-page/hand-over.ts';
import { fileStem } from '../chart/save-chart.ts';
import { contextFor, createCanvasPen } from './canvas-pen.ts';
import { drawBrushed, drawScatter, type ScatterPicture } from './draw-scatter.ts';
import { markStyleOf } from './marks.ts';
import type { Pen } from './pen.ts';
import { plotFor } from './plot.ts';
import type { Area } from './scatter-area.ts';
import { createSvgPen } from './svg-pen.ts';

const TITLE_PX = 28;
/** Pixels of a saved picture for each of the page. */
const PNG_SCALE = 2;

/** What is brushed when a picture is saved. */
export interface SavedBrush {
  readonly area: Area;
  readonly chosen: Uint32Array;
}

/** Offers the scatter as a picture with its title. @throws what kept the picture from being made */
export async function saveScatter(
  kind: 'svg' | 'png',
  title: string,
  shown: Omit<ScatterPicture, 'plot' | 'style'>,
  widthPx: number,
  brush: SavedBrush | undefined,
): Promise<void> {
  const plot = plotFor(widthPx, TITLE_PX);
  const picture = { ...shown, plot, style: markStyleOf(shown.points, plot) };
  const draw = (pen: Pen) => {
    pen.rect(0, 0, plot.widthPx, plot.heightPx, shown.theme.panel);
    const look = { colour: shown.theme.text, sizePx: 13, isBold: true };
    pen.text(title, plot.left, 18, look);
    drawScatter(pen, picture);
    if (brush !== undefined) drawBrushed(pen, picture, brush.area, brush.chosen);
  };
  saveFile(await pictureOf(kind, draw, plot, shown.theme.font), `${fileStem(title)}.${kind}`);
}

async function pictureOf(
  kind: 'svg' | 'png',
  draw: (pen: Pen) => void,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  font: string,
): Promise<Blob> {
  if (kind === 'svg') {
    const pen = createSvgPen(widthPx, heightPx, font);
    draw(pen);
    return new Blob([pen.finish()], { type: 'image/svg+xml' });
  }
  const canvas = document.createElement('canvas');
  const context = contextFor(canvas, widthPx, heightPx, { scale: PNG_SCALE });
  if (context === undefined) throw new Error('the browser gives no canvas');
  draw(createCanvasPen(context, font));
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the browser made no PNG')) : resolve(blob)),
      'image/png',
    );
  });
}
