import { useEffect, useRef, useState, type RefObject } from 'react';
import type { ChartSpec } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { ChartCanvas } from './draw/canvas.ts';

/** How far the drawing is: its code is loaded with the first chart. */
export type CanvasState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly canvas: ChartCanvas }
  | { readonly status: 'failed' };

/** Draws a chart into an element, again when the chart, the theme or the element's size changes. */
export function useChartCanvas(
  box: RefObject<HTMLElement | null>,
  spec: ChartSpec,
  theme: ChartTheme,
): CanvasState {
  const [state, setState] = useState<CanvasState>({ status: 'loading' });
  const shown = useRef({ spec, theme });
  useEffect(() => {
    shown.current = { spec, theme };
    if (state.status === 'ready') state.canvas.draw(spec, theme);
  }, [spec, theme, state]);
  useEffect(() => {
    let canvas: ChartCanvas | undefined;
    let isGone = false;
    const redraw = () => canvas?.draw(shown.current.spec, shown.current.theme);
    const observer = new ResizeObserver(redraw);
    import('./draw/canvas.ts').then(
      ({ createChartCanvas }) => {
        if (isGone || box.current === null) return;
        canvas = createChartCanvas(box.current);
        setState({ status: 'ready', canvas });
        observer.observe(box.current);
        // names are measured in the type that they are drawn in
        void document.fonts.ready.then(redraw);
      },
      () => setState({ status: 'failed' }),
    );
    return () => {
      isGone = true;
      observer.disconnect();
      canvas?.dispose();
    };
  }, [box]);
  return state;
}
