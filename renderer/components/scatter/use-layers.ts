import { useEffect, useMemo, useState, type RefObject } from 'react';
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

interface Layers {
  readonly scales: RefObject<HTMLCanvasElement | null>;
  readonly points: RefObject<HTMLCanvasElement | null>;
  readonly brushed: RefObject<HTMLCanvasElement | null>;
}

/** What marks the place that the pointer or the keys are at. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/**
 * Draws all points once, and what is brushed on a canvas above: a brush that moves does not draw what
 * does not change.
 */
export function useLayers(
  { scales, points: all, brushed }: Layers,
  shown: Omit<ScatterPicture, 'plot' | 'style'>,
  plot: Plot | undefined,
  brush: { readonly area: Area | undefined; readonly chosen: Uint32Array | undefined },
  ring: Ring | undefined,
): void {
  const { points, theme, nameA, nameB, metric } = shown;
  const picture = useMemo(
    () =>
      plot === undefined
        ? undefined
        : { points, theme, nameA, nameB, metric, plot, style: markStyleOf(points, plot) },
    [points, theme, nameA, nameB, metric, plot],
  );
  useEffect(() => {
    const [below, pen] = [penOn(scales.current, picture), penOn(all.current, picture)];
    if (below === undefined || pen === undefined || picture === undefined) return;
    drawScales(below, picture);
    drawPoints(pen, picture);
  }, [scales, all, picture]);
  const { area, chosen } = brush;
  useEffect(() => {
    const pen = penOn(brushed.current, picture);
    if (pen === undefined || picture === undefined) return;
    if (area !== undefined && chosen !== undefined) drawBrushed(pen, picture, area, chosen);
    drawDiagonal(pen, picture);
    if (ring !== undefined) pen.ring(ring.x, ring.y, ring.radius, theme.text, 1.5);
  }, [brushed, picture, theme, area, chosen, ring]);
}

function penOn(canvas: HTMLCanvasElement | null, picture: ScatterPicture | undefined) {
  if (canvas === null || picture === undefined) return undefined;
  const { widthPx, heightPx } = picture.plot;
  const context = contextFor(canvas, widthPx, heightPx);
  return context === undefined ? undefined : createCanvasPen(context, picture.theme.font);
}
