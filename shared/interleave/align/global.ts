const GAP_COST = 0.05; // of two equal alignments the one with fewer gaps
const UP = 1;
const LEFT = 2;
const BOTH = 3;

/**
 * Global alignment of two lists (Needleman and Wunsch 1970): the pairs of the way with the greatest sum
 * of gains. Of ways with the same sum the one that pairs earlier entries is taken.
 *
 * @param gains  of pairing entry i of the one with j of the other; −∞ forbids it
 * @param columns  entries of the other
 * @returns pairs of indexes, in order
 */
export function alignGlobally(gains: readonly Float64Array[], columns: number): [number, number][] {
  const rows = gains.length;
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const step = new Uint8Array((rows + 1) * width).fill(UP);
  for (let j = 1; j <= columns; j++) [best[j], step[j]] = [-GAP_COST * j, LEFT];
  gains.forEach((row, i) => {
    best[(i + 1) * width] = -GAP_COST * (i + 1);
    row.forEach((gain, j) => {
      const at = (i + 1) * width + j + 1;
      const together = (best[at - width - 1] ?? 0) + gain;
      const up = (best[at - width] ?? 0) - GAP_COST;
      const left = (best[at - 1] ?? 0) - GAP_COST;
      best[at] = Math.max(together, up, left);
      // read from the end backwards: gaps are left late, so that earlier entries pair first
      if (up < best[at] && left < best[at]) step[at] = BOTH;
      else if (up < best[at]) step[at] = LEFT;
    });
  });
  const pairs: [number, number][] = [];
  for (let i = rows, j = columns; i > 0 || j > 0;) {
    const way = step[i * width + j];
    if (way === BOTH) pairs.push([--i, --j]);
    else if (way === UP) i -= 1;
    else j -= 1;
  }
  return pairs.reverse();
}
