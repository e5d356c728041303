import { useRef, type PointerEvent } from 'react';
import { isInPlot, type Plot } from './plot.ts';
import { areaBetween, movedArea, type Area } from './scatter-area.ts';

type Spot = readonly [a: number, b: number];

/** A press: where it began, and the brush that it takes along when it began inside one. */
interface Press {
  readonly spot: Spot;
  readonly taken: Area | undefined;
  readonly x: number;
  readonly y: number;
  isDrag: boolean;
}

/** A press that moves less is a click. */
const DRAG_PX = 4;

export interface PointerBrush {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
}

interface Heard {
  readonly plot: Plot | undefined;
  readonly area: Area | undefined;
  readonly onArea: (area: Area | undefined, isFinal: boolean) => void;
  readonly onClick: (x: number, y: number) => void;
  readonly onHover: (x: number, y: number) => void;
}

/** Draws a rectangle by dragging, or moves the one that is there. */
export function usePointerBrush({ plot, area, onArea, onClick, onHover }: Heard): PointerBrush {
  const press = useRef<Press>(undefined);
  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top] as const;
  };
  const dragged = ({ spot, taken }: Press, [a, b]: Spot) =>
    taken === undefined ? areaBetween(spot, [a, b]) : movedArea(taken, a - spot[0], b - spot[1]);
  return {
    onPointerDown(event) {
      if (plot === undefined || event.button !== 0) return;
      const [x, y] = placeOf(event);
      if (!isInPlot(plot, x, y)) return;
      const spot = [plot.a(x), plot.b(y)] as const;
      press.current = { spot, taken: takenBy(area, spot), x, y, isDrag: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event) {
      if (plot === undefined) return;
      const [x, y] = placeOf(event);
      const own = press.current;
      if (own === undefined) return onHover(x, y);
      own.isDrag ||= Math.hypot(x - own.x, y - own.y) >= DRAG_PX;
      if (own.isDrag) onArea(dragged(own, [plot.a(x), plot.b(y)]), false);
    },
    onPointerUp(event) {
      const own = press.current;
      press.current = undefined;
      if (plot === undefined || own === undefined) return;
      const [x, y] = placeOf(event);
      if (own.isDrag) onArea(dragged(own, [plot.a(x), plot.b(y)]), true);
      else onClick(x, y);
    },
    onPointerCancel() {
      press.current = undefined;
    },
  };
}

function takenBy(area: Area | undefined, [a, b]: Spot): Area | undefined {
  if (area === undefined) return undefined;
  const isInside = a >= area.minA && a <= area.maxA && b >= area.minB && b <= area.maxB;
  return isInside ? area : undefined;
}
