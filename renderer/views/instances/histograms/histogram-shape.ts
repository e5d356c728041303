/** The least height of a bar that is not empty, as a share: one instance of 31,000 is still seen. */
const LEAST = 0.06;
/** Space between two bars, as a share of a bin's width. */
const GAP = 0.14;

/** Share of the tallest bin over several histograms, each counted against its own total. */
export function tallestShare(all: readonly (readonly number[])[]): number {
  return Math.max(0, ...all.flatMap((counts) => sharesOf(counts)));
}

/**
 * Bars of a histogram as an SVG path: one unit wide a bin, one unit high in all. Heights are shares of
 * the histogram's own total, so that a few instances can be laid over all of them.
 *
 * @param tallest  the share that fills the height
 */
export function barsPath(counts: readonly number[], tallest: number): string {
  if (tallest <= 0) return '';
  return sharesOf(counts)
    .map((share, bin) => {
      if (share === 0) return '';
      const height = Math.max(LEAST, share / tallest);
      const left = round(bin + GAP / 2);
      return `M${left} 1V${round(1 - height)}H${round(bin + 1 - GAP / 2)}V1Z`;
    })
    .join('');
}

function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}

const round = (value: number) => Math.round(value * 1000) / 1000;
