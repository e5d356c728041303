// Brushing by keys: the arrows lead a cursor over the square, with Shift they draw a rectangle from where
// the cursor stood.
import { areaBetween, type Area } from './scatter-area.ts';

export type Spot = readonly [a: number, b: number];

export interface CursorState {
  readonly cursor: Spot;
  /** Where the rectangle that is being drawn began. */
  readonly anchor: Spot | undefined;
}

const STEP = 0.02;
const STEPS: Readonly<Record<string, readonly [a: number, b: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
  PageUp: [0, 5 * STEP],
  PageDown: [0, -5 * STEP],
};
const MIDDLE: Spot = [0.5, 0.5];

const inside = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;

/** Where a key leads; undefined when it leads nowhere. Home and End are the ends of A. */
export function moveCursor(
  from: CursorState | undefined,
  key: string,
  isDrawing: boolean,
): CursorState | undefined {
  const isEnd = key === 'Home' || key === 'End';
  const step = STEPS[key];
  if (step === undefined && !isEnd) return undefined;
  if (from === undefined) return { cursor: MIDDLE, anchor: undefined };
  const [a, b] = from.cursor;
  const cursor: Spot = isEnd
    ? [key === 'Home' ? 0 : 1, b]
    : [inside(a + (step?.[0] ?? 0)), inside(b + (step?.[1] ?? 0))];
  return { cursor, anchor: isDrawing ? (from.anchor ?? from.cursor) : undefined };
}

/** The rectangle that is being drawn. */
export function areaOf({ cursor, anchor }: CursorState): Area | undefined {
  return anchor === undefined ? undefined : areaBetween(anchor, cursor);
}
