import { regularisedBeta } from './gamma.ts';
import type { Numbers } from './mean.ts';
import { normalTail } from './normal-distribution.ts';
import { rank } from './ranks.ts';

/**
 * Two-sided sign test: that neither side wins more often; ties are left out.
 *
 * @returns exact; undefined when there is neither a win nor a loss
 */
export function signTest(wins: number, losses: number): number | undefined {
  const n = wins + losses;
  if (n === 0) return undefined;
  const fewer = Math.min(wins, losses);
  // P(X ≤ fewer) of a fair coin, both sides
  return Math.min(1, 2 * regularisedBeta(n - fewer, fewer + 1, 0.5));
}

export interface WilcoxonTest {
  /** The smaller of both sums of ranks. */
  readonly statistic: number;
  /** Two-sided. */
  readonly p: number;
  readonly method: 'exact' | 'normal';
  /** Matched-pairs rank-biserial correlation: (W⁺ − W⁻) / (W⁺ + W⁻). */
  readonly effect: number;
}

/** Up to here the distribution is counted out, unless there are ties or zeros. */
export const EXACT_UP_TO = 50;

/**
 * Wilcoxon's signed-rank test of paired differences.
 *
 * @param differences  first minus second; zeros are left out
 * @returns undefined when every difference is zero
 * @source as SciPy's `wilcoxon`: exact or normal by its rule, without continuity correction
 */
export function wilcoxonSignedRank(
  differences: Numbers,
  options: { readonly method?: 'exact' | 'normal' } = {},
): WilcoxonTest | undefined {
  const nonZero = Float64Array.from(differences).filter((value) => value !== 0);
  const n = nonZero.length;
  if (n === 0) return undefined;
  const { ranks, ties } = rank(nonZero.map(Math.abs));
  let positive = 0;
  nonZero.forEach((value, at) => (positive += value > 0 ? (ranks[at] ?? 0) : 0));
  const total = (n * (n + 1)) / 2;
  const statistic = Math.min(positive, total - positive);
  const isExact = ties.length === 0 && n === differences.length && n <= EXACT_UP_TO;
  const method = options.method ?? (isExact ? 'exact' : 'normal');
  const p = method === 'exact' ? exactP(statistic, n) : normalP(statistic, n, ties);
  return { statistic, p, method, effect: (2 * positive - total) / total };
}

/** Of 2ⁿ ways to give signs to the ranks 1 … n, those whose positive ranks add up to that or less. */
function exactP(statistic: number, n: number): number {
  const total = (n * (n + 1)) / 2;
  const ways = new Float64Array(total + 1);
  ways[0] = 1;
  for (let own = 1, most = 1; own <= n; own++, most += own) {
    for (let sum = most; sum >= own; sum--) ways[sum] = (ways[sum] ?? 0) + (ways[sum - own] ?? 0);
  }
  let below = 0;
  for (let sum = 0; sum <= statistic; sum++) below += ways[sum] ?? 0;
  return Math.min(1, (2 * below) / 2 ** n);
}

function normalP(statistic: number, n: number, ties: readonly number[]): number {
  const tied = ties.reduce((sum, size) => sum + (size ** 3 - size), 0);
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - tied / 48;
  if (variance <= 0) return 1;
  return 2 * normalTail(Math.abs(statistic - (n * (n + 1)) / 4) / Math.sqrt(variance));
}
