import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useSize } from '../parts/use-size.ts';
import { centre, fit, keepInside, stepScale, zoomAt, type Placement, type Size } from './zoom.ts';

/** Zoom and pan of a picture in a pane: where it lies, and what moves it. */
export interface Zoom {
  /** Undefined until both sizes are known. */
  readonly placement: Placement | undefined;
  readonly isFitted: boolean;
  readonly showFitted: () => void;
  readonly showAt: (scale: number) => void;
  readonly step: (direction: 1 | -1) => void;
  readonly toggle: (at: { x: number; y: number }) => void;
  readonly panBy: (x: number, y: number) => void;
}

/**
 * @param wheel  `always`: the wheel zooms, and fitting enlarges; `withCtrl`: only with Ctrl, so that
 *   the page can scroll, and fitting never enlarges
 */
export function useZoom(
  pane: RefObject<HTMLElement | null>,
  picture: Size | undefined,
  wheel: 'always' | 'withCtrl',
): Zoom {
  const size = useSize(pane);
  // undefined: fitted, whatever the pane's size becomes
  const [chosen, setChosen] = useState<Placement>();
  const isKnown = picture !== undefined && size.width > 0 && size.height > 0;
  const placement = !isKnown
    ? undefined
    : chosen === undefined
      ? fit(picture, size, wheel === 'always')
      : keepInside(chosen, picture, size);
  const latest = useRef({ placement, picture, size });
  useEffect(() => {
    latest.current = { placement, picture, size };
  });

  const zoomTo = useCallback((scale: number, at?: { x: number; y: number }) => {
    const { placement: from, picture: of, size: inside } = latest.current;
    if (from === undefined || of === undefined) return;
    const point = at ?? { x: inside.width / 2, y: inside.height / 2 };
    setChosen(zoomAt(from, scale, point, of, inside));
  }, []);
  const showFitted = useCallback(() => setChosen(undefined), []);
  const showAt = useCallback((scale: number) => {
    const { picture: of, size: inside } = latest.current;
    if (of !== undefined) setChosen(centre(of, inside, scale));
  }, []);
  const panBy = useCallback((x: number, y: number) => {
    const { placement: from, picture: of, size: inside } = latest.current;
    if (from === undefined || of === undefined) return;
    setChosen(keepInside({ ...from, x: from.x + x, y: from.y + y }, of, inside));
  }, []);

  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      if (wheel === 'withCtrl' && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0022));
      const scale = (latest.current.placement?.scale ?? 1) * factor;
      zoomTo(scale, { x: event.clientX - box.left, y: event.clientY - box.top });
    };
    // React's own wheel listener is passive and could not keep the page from zooming
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [pane, wheel, zoomTo]);

  const step = useCallback(
    (direction: 1 | -1) => zoomTo(stepScale(latest.current.placement?.scale ?? 1, direction)),
    [zoomTo],
  );
  const toggle = useCallback(
    (at: { x: number; y: number }) => {
      const { placement: from } = latest.current;
      if (from === undefined) return;
      const isAtFit = chosen === undefined;
      if (isAtFit) zoomTo(from.scale < 0.99 ? 1 : 2, at);
      else showFitted();
    },
    [chosen, showFitted, zoomTo],
  );
  return { placement, isFitted: chosen === undefined, showFitted, showAt, step, toggle, panBy };
}
