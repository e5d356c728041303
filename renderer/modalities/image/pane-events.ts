import type { KeyboardEvent, PointerEvent } from 'react';
import { isKeyOf } from '../../hooks/key-match.ts';
import type { Zoom } from './use-zoom.ts';

const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
};

/**
 * Keys of a zoomed pane: `+`, `−`, `0`, arrows, and `1` for the actual size where digits are free.
 *
 * @returns true when it was one of them
 */
export function onZoomKey(event: KeyboardEvent, zoom: Zoom, hasDigits = true): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const pan = PANS[event.key];
  if (isKeyOf('large.zoomIn', event)) zoom.step(1);
  else if (isKeyOf('large.zoomOut', event)) zoom.step(-1);
  else if (isKeyOf('large.fit', event)) zoom.showFitted();
  else if (hasDigits && isKeyOf('large.actual', event)) zoom.showAt(1);
  else if (pan !== undefined) zoom.panBy(...pan);
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

/** Moves the picture with the pointer until it is let go. */
export function startPan(event: PointerEvent<HTMLElement>, zoom: Zoom): void {
  if (event.button !== 0 || zoom.isFitted) return;
  if ((event.target as Element).closest('button,dl') !== null) return;
  const element = event.currentTarget;
  element.setPointerCapture(event.pointerId);
  let { clientX, clientY } = event;
  const move = (next: globalThis.PointerEvent) => {
    zoom.panBy(next.clientX - clientX, next.clientY - clientY);
    ({ clientX, clientY } = next);
  };
  element.addEventListener('pointermove', move);
  element.addEventListener(
    'lostpointercapture',
    () => element.removeEventListener('pointermove', move),
    { once: true },
  );
}
