// Adds up a figure over every slice at once: each instance counts for all slices that it is in, so a
// table of thousands costs one pass over the instances a depth.
import type { Moments } from '../../../shared/stats/welch.ts';
import type { SliceFeatures } from './slice-features.ts';

/** Features that stand for a slice, ascending. */
export interface CountedSlice {
  readonly members: readonly number[];
  readonly inside: Moments;
  readonly outside: Moments;
}

export interface SliceTable {
  readonly slices: readonly CountedSlice[];
  readonly nTooSmall: number;
}

interface Sums {
  readonly members: readonly number[];
  n: number;
  /** Of the values less the overall mean, which keeps their digits. */
  sum: number;
  squares: number;
}

/**
 * Every slice of at least `minSupport` values that leaves as many outside, up to `depth` dimensions; one
 * that holds the same instances as a wider one is left out.
 */
export function countSlices(
  { features, of }: SliceFeatures,
  indexes: Uint32Array,
  values: Float64Array,
  { depth, minSupport }: { readonly depth: number; readonly minSupport: number },
): SliceTable {
  const n = values.length;
  const centre = values.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const all = { n, mean: centre, squares };
  const held = Array.from(indexes, of);
  const found = new Map<string, Sums>();
  let nTooSmall = 0;
  for (let size = 1; size <= depth; size++) {
    // only what is frequent enough by itself can be so together with something else
    const isFrequent = (members: readonly number[]) =>
      size === 1 || partsOf(members).every((part) => found.has(nameOf(part)));
    const table = new Map<string, Sums>();
    const dimensionOf = (feature: number) => features[feature]?.dimension;
    held.forEach((own, at) => {
      const value = (values[at] ?? 0) - centre;
      eachCombination(own, size, dimensionOf, (members) => {
        const name = nameOf(members);
        let sums = table.get(name);
        if (sums === undefined) {
          sums = { members: isFrequent(members) ? [...members] : [], n: 0, sum: 0, squares: 0 };
          table.set(name, sums);
        }
        sums.n += 1;
        sums.sum += value;
        sums.squares += value * value;
      });
    });
    for (const [name, sums] of table) {
      if (sums.n < minSupport || sums.members.length === 0) nTooSmall += 1;
      else found.set(name, sums);
    }
  }
  const slices = [...found.values()]
    .filter((sums) => n - sums.n >= Math.max(2, minSupport) && !isWiderTheSame(sums, found))
    .map((sums) => toSlice(sums, all));
  return { slices, nTooSmall };
}

/** The same with one feature less, each in turn. */
export const partsOf = (members: readonly number[]): number[][] =>
  members.length < 2 ? [] : members.map((_, left) => members.filter((__, at) => at !== left));

export const nameOf = (members: readonly number[]): string => members.join(' ');

function isWiderTheSame(sums: Sums, found: ReadonlyMap<string, Sums>): boolean {
  return partsOf(sums.members).some((part) => found.get(nameOf(part))?.n === sums.n);
}

function toSlice(
  { members, n, sum, squares }: Sums,
  all: { readonly n: number; readonly mean: number; readonly squares: number },
): CountedSlice {
  const momentsOf = (count: number, total: number, ofSquares: number): Moments => ({
    n: count,
    mean: all.mean + total / count,
    variance: Math.max(0, (ofSquares - total ** 2 / count) / (count - 1)),
  });
  return {
    members,
    inside: momentsOf(n, sum, squares),
    outside: momentsOf(all.n - n, -sum, all.squares - squares),
  };
}

/** All ways to take `size` features of different dimensions; `visit` must not keep the array. */
function eachCombination(
  own: readonly number[],
  size: number,
  dimensionOf: (feature: number) => string | undefined,
  visit: (members: readonly number[]) => void,
): void {
  const taken: number[] = [];
  const take = (from: number) => {
    if (taken.length === size) return visit(taken);
    for (let at = from; at <= own.length - (size - taken.length); at++) {
      const feature = own[at] ?? 0;
      const isTaken = taken.some((other) => dimensionOf(other) === dimensionOf(feature));
      if (isTaken) continue;
      taken.push(feature);
      take(at + 1);
      taken.pop();
    }
    return undefined;
  };
  take(0);
}
