import type { SizeHistogram } from '../../../shared/model/analysis.ts';
import { quantile } from '../../../shared/stats/mean.ts';

/** About so many parts. */
const BINS = 20;
/** What lies above this share of all is told as a number: a few long ones would flatten the rest. */
const SHOWN_SHARE = 0.98;

/** How sizes are spread. @param sizes  whole numbers, by index; NaN where there is none */
export function sizeHistogram(
  sizes: Float64Array,
  indexes: Uint32Array,
): Omit<SizeHistogram, 'side' | 'of'> {
  const sorted = Float64Array.from(indexes, (index) => sizes[index] ?? Number.NaN)
    .filter((size) => !Number.isNaN(size))
    .sort();
  const n = sorted.length;
  if (n === 0) return { n, edges: [], counts: [], nAbove: 0 };
  const step = roundStep((quantile(sorted, SHOWN_SHARE) + 1) / BINS);
  const bins = Math.floor(quantile(sorted, SHOWN_SHARE) / step) + 1;
  const counts = Array.from({ length: bins }, () => 0);
  let nAbove = 0;
  for (const size of sorted) {
    const bin = Math.floor(size / step);
    if (bin < bins) counts[bin] = (counts[bin] ?? 0) + 1;
    else nAbove += 1;
  }
  const edges = Array.from({ length: bins + 1 }, (_, at) => at * step);
  return { n, median: quantile(sorted, 0.5), edges, counts, nAbove };
}

/** The next of 1, 2, 5, 10, 20, 50 …; sizes are whole, and so is a step. */
function roundStep(least: number): number {
  for (let power = 1; ; power *= 10) {
    const found = [1, 2, 5].find((digit) => digit * power >= least);
    if (found !== undefined) return found * power;
  }
}
