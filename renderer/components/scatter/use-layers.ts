import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { ChartTheme } from '../chart/chart-theme.ts';
import { contextFor, createCanvasPen } from './canvas-pen.ts';
import { drawBrushed, drawScatter, type ScatterPicture } from './draw-scatter.ts';
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
  readonly base: RefObject<HTMLCanvasElement | null>;
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
  { base, brushed }: Layers,
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
    const pen = penOn(base.current, picture, theme);
    if (pen !== undefined && picture !== undefined) drawScatter(pen, picture);
  }, [base, picture, theme]);
  const { area, chosen } = brush;
  useEffect(() => {
    const pen = penOn(brushed.current, picture, theme);
    if (pen === undefined || picture === undefined) return;
    if (area !== undefined && chosen !== undefined) drawBrushed(pen, picture, area, chosen);
    if (ring !== undefined) pen.ring(ring.x, ring.y, ring.radius, theme.text, 1.5);
  }, [brushed, picture, theme, area, chosen, ring]);
}

function penOn(
  canvas: HTMLCanvasElement | null,
  picture: ScatterPicture | undefined,
  theme: ChartTheme,
) {
  if (canvas === null || picture === undefined) return undefined;
  const { widthPx, heightPx } = picture.plot;
  const context = contextFor(canvas, widthPx, heightPx);
  return context === undefined ? undefined : createCanvasPen(context, theme.font);
}
