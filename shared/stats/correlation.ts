import type { Numbers } from './mean.ts';
import { rank } from './ranks.ts';

/**
 * Pearson's correlation of pairs.
 *
 * @returns in [-1, 1]; undefined for fewer than two pairs, or when either side never changes
 */
export function pearson(first: Numbers, second: Numbers): number | undefined {
  const n = Math.min(first.length, second.length);
  if (n < 2) return undefined;
  let [sumFirst, sumSecond] = [0, 0];
  for (let at = 0; at < n; at++) {
    sumFirst += first[at] ?? 0;
    sumSecond += second[at] ?? 0;
  }
  let [products, squares, otherSquares] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    const [x, y] = [(first[at] ?? 0) - sumFirst / n, (second[at] ?? 0) - sumSecond / n];
    products += x * y;
    squares += x * x;
    otherSquares += y * y;
  }
  const scale = Math.sqrt(squares * otherSquares);
  return isFlat(first, n) || isFlat(second, n) || scale === 0
    ? undefined
    : Math.min(1, Math.max(-1, products / scale));
}

/** By the values themselves: what rounding leaves of a spread of 0 is no spread. */
function isFlat(values: Numbers, n: number): boolean {
  for (let at = 1; at < n; at++) if (values[at] !== values[0]) return false;
  return true;
}

/** Spearman's: Pearson's of the ranks, equal values sharing theirs. */
export function spearman(first: Numbers, second: Numbers): number | undefined {
  return pearson(rank(first).ranks, rank(second).ranks);
}

/**
 * Kendall's τ-b: how much more often pairs of pairs agree in their order than not.
 *
 * @returns undefined when either side never changes
 */
export function kendallTauB(first: Numbers, second: Numbers): number | undefined {
  let balance = 0;
  let [untied, otherUntied] = [0, 0];
  for (let one = 0; one < first.length; one++) {
    for (let other = 0; other < one; other++) {
      const x = Math.sign((first[one] ?? 0) - (first[other] ?? 0));
      const y = Math.sign((second[one] ?? 0) - (second[other] ?? 0));
      balance += x * y;
      untied += x * x;
      otherUntied += y * y;
    }
  }
  const scale = Math.sqrt(untied) * Math.sqrt(otherUntied);
  return scale === 0 ? undefined : balance / scale;
}
