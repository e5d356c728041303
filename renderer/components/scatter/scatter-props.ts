import type { PointIndex } from './point-index.ts';
import type { Area, ScatterPoints } from './scatter-area.ts';

/** What a scatter shows and what is brushed in it. */
export interface ScatterProps {
  readonly points: ScatterPoints;
  /** Of the same points. */
  readonly index: PointIndex;
  readonly nameA: string;
  readonly nameB: string;
  /** What the figures are of, e.g. `SQCS`. */
  readonly metric: string;
  readonly area: Area | undefined;
  /** Places of the points in the area. */
  readonly chosen: Uint32Array | undefined;
  /** Name of a point. */
  readonly labelOf: (at: number) => string;
  /** A figure as it is shown. */
  readonly format: (value: number) => string;
  /** Another area, or none; not final while it is still being drawn. */
  readonly onArea: (area: Area | undefined, isFinal: boolean) => void;
  /** Opens what one point stands for. */
  readonly onOpen: (at: number) => void;
}
