// Where the points of a drawn chart lie. The drawing notes them; hovering, the focus ring and clicks read
// them, so that pointer and keys mean the same points.
import type { PointAt } from './chart-spec.ts';

/** In pixels from the top left corner of the chart. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Places {
  readonly note: (at: PointAt, place: Place) => void;
  readonly get: (at: PointAt) => Place | undefined;
  /** The point under the pointer, or the nearest within reach. */
  readonly nearest: (x: number, y: number) => PointAt | undefined;
  readonly clear: () => void;
}

/** How far beside a point the pointer may be and still mean it. */
const REACH_PX = 14;

export function createPlaces(): Places {
  const noted = new Map<string, { readonly at: PointAt; readonly place: Place }>();
  const id = ({ series, category }: PointAt) => `${series}/${category}`;
  return {
    note: (at, place) => void noted.set(id(at), { at, place }),
    get: (at) => noted.get(id(at))?.place,
    nearest(x, y) {
      let best: PointAt | undefined;
      let bestPx = REACH_PX;
      for (const { at, place } of noted.values()) {
        const px = distancePx(place, x, y);
        if (px > bestPx || (px === bestPx && best !== undefined)) continue;
        best = at;
        bestPx = px;
      }
      return best;
    },
    clear: () => noted.clear(),
  };
}

/** 0 inside. */
function distancePx({ x, y, width, height }: Place, atX: number, atY: number): number {
  const beside = Math.max(x - atX, 0, atX - (x + width));
  const above = Math.max(y - atY, 0, atY - (y + height));
  return Math.hypot(beside, above);
}
