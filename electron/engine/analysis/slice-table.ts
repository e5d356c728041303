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
  /** Every wider slice is frequent enough: else this one cannot be. */
  readonly canCount: boolean;
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
  { features, held: all }: SliceFeatures,
  values: Float64Array,
  { depth, minSupport }: { readonly depth: number; readonly minSupport: number },
): SliceTable {
  const n = values.length;
  const centre = values.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  const overall = {
    n,
    mean: centre,
    squares: values.reduce((sum, value) => sum + (value - centre) ** 2, 0),
  };
  const nameOf = namesOf(features.length);
  const dimensions = features.map(({ dimension }) => dimension);
  let held = all;
  const found = new Map<number, Sums>();
  let nTooSmall = 0;
  for (let size = 1; size <= depth; size++) {
    const table = new Map<number, Sums>();
    const count = (members: readonly number[], value: number) => {
      const name = nameOf(members);
      let sums = table.get(name);
      if (sums === undefined) {
        const canCount = partsOf(members).every((part) => found.has(nameOf(part)));
        sums = { members: [...members], canCount, n: 0, sum: 0, squares: 0 };
        table.set(name, sums);
      }
      sums.n += 1;
      sums.sum += value;
      sums.squares += value * value;
    };
    held.forEach((own, at) => {
      const value = (values[at] ?? 0) - centre;
      eachCombination(own, size, dimensions, (members) => count(members, value));
    });
    for (const [name, sums] of table) {
      if (sums.n >= minSupport && sums.canCount) found.set(name, sums);
      else nTooSmall += 1;
    }
    // what is rare by itself is rare together with anything
    if (size === 1) held = held.map((own) => own.filter((member) => found.has(nameOf([member]))));
  }
  const hasWiderTwin = ({ members, n: own }: Sums) =>
    partsOf(members).some((part) => found.get(nameOf(part))?.n === own);
  const slices = [...found.values()]
    .filter((sums) => n - sums.n >= Math.max(2, minSupport) && !hasWiderTwin(sums))
    .map((sums) => toSlice(sums, overall));
  return { slices, nTooSmall };
}

/** The same with one feature less, each in turn. */
export const partsOf = (members: readonly number[]): number[][] =>
  members.length < 2 ? [] : members.map((_, left) => members.filter((__, at) => at !== left));

/** A number for every set of up to four of so many features: digits to the base of their number. */
export function namesOf(features: number): (members: readonly number[]) => number {
  return (members) => {
    let name = 0;
    for (const member of members) name = name * (features + 1) + member + 1;
    return name;
  };
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
  dimensions: readonly string[],
  visit: (members: readonly number[]) => void,
): void {
  const taken: number[] = [];
  const take = (from: number) => {
    if (taken.length === size) return visit(taken);
    for (let at = from; at <= own.length - (size - taken.length); at++) {
      const feature = own[at] ?? 0;
      // those of one dimension stand beside each other
      const last = taken.at(-1);
      if (last !== undefined && dimensions[last] === dimensions[feature]) continue;
      taken.push(feature);
      take(at + 1);
      taken.pop();
    }
    return undefined;
  };
  take(0);
}
