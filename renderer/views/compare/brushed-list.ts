import type { ComparedPoints } from '../../stores/compare-store.ts';

/** An instance of a list: both figures and their difference. */
export interface ListedPoint {
  readonly key: string;
  readonly a: number;
  readonly b: number;
  readonly delta: number;
}

/** The points at some places, the largest difference first; equal ones in the order of the instances. */
export function largestOf(
  { keys, as, bs }: Pick<ComparedPoints, 'keys' | 'as' | 'bs'>,
  places: Uint32Array,
  most: number,
): readonly ListedPoint[] {
  const size = (at: number) => Math.abs((as[at] ?? 0) - (bs[at] ?? 0));
  const sorted = places.slice().sort((x, y) => size(y) - size(x) || x - y);
  return [...sorted.subarray(0, most)].map((at) => {
    const [a, b] = [as[at] ?? 0, bs[at] ?? 0];
    return { key: keys[at] ?? '', a, b, delta: a - b };
  });
}

/** A key without the field, which is its least telling part. */
export function shortKey(key: string): string {
  return key.split('/').slice(1).join(' / ');
}
