import type { ChartSpec, PointAt } from './chart-spec.ts';

export type MoveKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

const STEPS: Readonly<Record<Exclude<MoveKey, 'Home' | 'End'>, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function isMoveKey(key: string): key is MoveKey {
  return Object.hasOwn(STEPS, key) || key === 'Home' || key === 'End';
}

/** Whether the categories of a chart go down the page; keys move the way the eye does. */
function goesDown(spec: ChartSpec): boolean {
  return spec.kind === 'bar' && spec.orientation === 'rows';
}

/**
 * The point that a key leads to: along the categories, or to the same category of the next series.
 * At the edge it stays where it is.
 */
export function movePoint(spec: ChartSpec, from: PointAt, key: MoveKey): PointAt {
  const last = { series: spec.series.length - 1, category: spec.categories.length - 1 };
  if (key === 'Home') return { ...from, category: 0 };
  if (key === 'End') return { ...from, category: last.category };
  const [right, down] = STEPS[key];
  const [along, across] = goesDown(spec) ? [down, right] : [right, down];
  return {
    series: clamp(from.series + across, last.series),
    category: clamp(from.category + along, last.category),
  };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
