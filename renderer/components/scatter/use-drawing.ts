import { useEffect, useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { contextFor, createCanvasPen } from './canvas-pen.ts';
import {
  drawBrushed,
  drawDiagonal,
  drawPoints,
  drawScales,
  type ScatterPicture,
} from './draw-scatter.ts';
import { markStyleOf } from './marks.ts';
import { plotFor, type Plot } from './plot.ts';
import type { Area } from './scatter-area.ts';

/** Plot as large as an element allows; undefined until that has been measured. */
export function usePlot(box: RefObject<HTMLElement | null>): Plot | undefined {
  const [widthPx, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => setWidth(element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [box]);
  return useMemo(() => (widthPx === 0 ? undefined : plotFor(widthPx)), [widthPx]);
}

/** What marks the place that the pointer or the keys are at. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** How strong points are that are not brushed while others are. */
const FADED = 0.35;

/**
 * Draws all points once, strong and faded, and copies one of the two below what is brushed: a brush that
 * moves does not draw what does not change.
 */
export function useDrawing(
  canvas: RefObject<HTMLCanvasElement | null>,
  shown: Omit<ScatterPicture, 'plot' | 'style'>,
  plot: Plot | undefined,
  brush: { readonly area: Area | undefined; readonly chosen: Uint32Array | undefined },
  ring: Ring | undefined,
): void {
  const { points, theme, nameA, nameB, metric } = shown;
  const ground = useMemo(() => {
    if (plot === undefined) return undefined;
    const style = markStyleOf(points, plot);
    const picture = { points, theme, nameA, nameB, metric, plot, style };
    const all = drawn(picture, (context) =>
      drawPoints(createCanvasPen(context, theme.font), picture),
    );
    const over = (strength: number) =>
      drawn(picture, (context) => drawGround(context, picture, all, strength));
    return { picture, strong: over(1), faded: over(FADED) };
  }, [points, theme, nameA, nameB, metric, plot]);
  const { area, chosen } = brush;
  // before the page is painted: behind it, each step of a brush would cost two frames
  useLayoutEffect(() => {
    if (canvas.current === null || ground === undefined) return;
    const { picture, strong, faded } = ground;
    const { widthPx, heightPx } = picture.plot;
    const context = contextFor(canvas.current, widthPx, heightPx, { isOpaque: true });
    if (context === undefined) return;
    copy(context, area === undefined ? strong : faded, picture.plot);
    const pen = createCanvasPen(context, theme.font);
    if (area !== undefined && chosen !== undefined) drawBrushed(pen, picture, area, chosen);
    drawDiagonal(pen, picture);
    if (ring !== undefined) pen.ring(ring.x, ring.y, ring.radius, theme.text, 1.5);
  }, [canvas, ground, theme, area, chosen, ring]);
}

/** The scales, and above them all points at some strength. */
function drawGround(
  context: CanvasRenderingContext2D,
  picture: ScatterPicture,
  all: HTMLCanvasElement,
  strength: number,
): void {
  const { plot, theme } = picture;
  const pen = createCanvasPen(context, theme.font);
  pen.rect(0, 0, plot.widthPx, plot.heightPx, theme.bg);
  drawScales(pen, picture);
  context.globalAlpha = strength;
  copy(context, all, plot);
  context.globalAlpha = 1;
}

/** A picture beside the screen. */
function drawn(
  { plot }: ScatterPicture,
  draw: (context: CanvasRenderingContext2D) => void,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = contextFor(canvas, plot.widthPx, plot.heightPx);
  if (context !== undefined) draw(context);
  return canvas;
}

function copy(context: CanvasRenderingContext2D, from: HTMLCanvasElement, plot: Plot): void {
  context.drawImage(from, 0, 0, plot.widthPx, plot.heightPx);
}
