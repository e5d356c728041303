import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useSize } from '../parts/use-size.ts';
import type { ViewerLink } from '../viewer-link.ts';
import {
  bringIntoSight,
  centre,
  fit,
  fromRelative,
  keepInside,
  stepScale,
  toRelative,
  WHOLE,
  zoomAt,
  type Part,
  type Placement,
  type RelativeZoom,
  type Size,
} from './zoom.ts';

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
  /** Moves it only where the part is not in sight. */
  readonly showPart: (part: Part) => void;
}

/** Own doing keeps its pixels when the pane changes; what was heard is placed anew. */
type Chosen =
  | { readonly kind: 'placed'; readonly placement: Placement }
  | { readonly kind: 'heard'; readonly zoom: RelativeZoom };

interface Layout {
  readonly placement: Placement;
  readonly fitted: Placement;
  readonly picture: Size;
  readonly pane: Size;
}

/**
 * @param wheel  `always`: the wheel zooms, and fitting enlarges; `withCtrl`: only with Ctrl, so that
 *   the page can scroll, and fitting never enlarges
 * @param link  told of what is done here, and followed; what is heard is never told on
 */
export function useZoom(
  pane: RefObject<HTMLElement | null>,
  picture: Size | undefined,
  wheel: 'always' | 'withCtrl',
  link?: ViewerLink,
): Zoom {
  const size = useSize(pane);
  // undefined: fitted, whatever the pane's size becomes
  const [chosen, setChosen] = useState<Chosen>();
  const layout = layOut(chosen, picture, size, wheel === 'always');
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  });

  const change = useCallback(
    (next: Placement | undefined) => {
      const from = latest.current;
      if (from === undefined) return;
      // a second event before the next drawing goes on from here
      latest.current = { ...from, placement: next ?? from.fitted };
      setChosen(next && { kind: 'placed', placement: next });
      const { fitted, picture: of, pane: inside } = from;
      const told = next === undefined ? WHOLE : toRelative(next, fitted, of, inside);
      link?.tell('zoom', told, latest);
    },
    [link],
  );
  useEffect(
    () =>
      link?.hear('zoom', latest, (zoom) => {
        const isWhole = zoom.scale === 1 && zoom.x === 0.5 && zoom.y === 0.5;
        setChosen(isWhole ? undefined : { kind: 'heard', zoom });
      }),
    [link],
  );

  const zoomTo = useCallback(
    (scale: number, at?: { x: number; y: number }) => {
      const from = latest.current;
      if (from === undefined) return;
      const point = at ?? { x: from.pane.width / 2, y: from.pane.height / 2 };
      change(zoomAt(from.placement, scale, point, from.picture, from.pane));
    },
    [change],
  );
  const showFitted = useCallback(() => change(undefined), [change]);
  const showAt = useCallback(
    (scale: number) => {
      const from = latest.current;
      if (from !== undefined) change(centre(from.picture, from.pane, scale));
    },
    [change],
  );
  const panBy = useCallback(
    (x: number, y: number) => {
      const from = latest.current;
      if (from === undefined) return;
      const moved = { ...from.placement, x: from.placement.x + x, y: from.placement.y + y };
      change(keepInside(moved, from.picture, from.pane));
    },
    [change],
  );

  const showPart = useCallback(
    (part: Part) => {
      const from = latest.current;
      if (from === undefined) return;
      const next = bringIntoSight(from.placement, part, from.picture, from.pane);
      if (next !== from.placement) change(next);
    },
    [change],
  );

  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      if (wheel === 'withCtrl' && !event.ctrlKey && !event.metaKey) return;
      if ((event.target as Element).closest('dl') !== null) return; // facts scroll by themselves
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0022));
      const scale = (latest.current?.placement.scale ?? 1) * factor;
      zoomTo(scale, { x: event.clientX - box.left, y: event.clientY - box.top });
    };
    // React's own wheel listener is passive and could not keep the page from zooming
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [pane, wheel, zoomTo]);

  const step = useCallback(
    (direction: 1 | -1) => zoomTo(stepScale(latest.current?.placement.scale ?? 1, direction)),
    [zoomTo],
  );
  const toggle = useCallback(
    (at: { x: number; y: number }) => {
      const from = latest.current;
      if (from === undefined) return;
      if (chosen === undefined) zoomTo(from.placement.scale < 0.99 ? 1 : 2, at);
      else showFitted();
    },
    [chosen, showFitted, zoomTo],
  );
  return {
    placement: layout?.placement,
    isFitted: chosen === undefined,
    showFitted,
    showAt,
    step,
    toggle,
    panBy,
    showPart,
  };
}

function layOut(
  chosen: Chosen | undefined,
  picture: Size | undefined,
  pane: Size,
  mayEnlarge: boolean,
): Layout | undefined {
  if (picture === undefined || pane.width === 0 || pane.height === 0) return undefined;
  const fitted = fit(picture, pane, mayEnlarge);
  const placement =
    chosen === undefined
      ? fitted
      : chosen.kind === 'placed'
        ? keepInside(chosen.placement, picture, pane)
        : fromRelative(chosen.zoom, fitted, picture, pane);
  return { placement, fitted, picture, pane };
}
