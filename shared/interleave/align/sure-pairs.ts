import type { Similarity } from './similarity.ts';

const SURE = 0.6;
const LEAD = 0.25; // over every other partner that either of the two might have
const DIFFERENT = 0.2;

/** Length and size are alike by chance too often to say anything against the order. */
const isEvidence = ({ by }: Similarity) => by !== 'duration' && by !== 'size';

/**
 * Which entries of two lists are the same thing beyond doubt, wherever they stand: alike by what they
 * show or say, and far more than either is like anything else.
 *
 * @param rows  entries of the one
 * @param columns  entries of the other
 * @param alike  how alike entry i of the one is to j of the other; undefined where nothing tells it
 * @returns for each entry of the one the index of its partner, or undefined
 */
export function surePairs(
  rows: number,
  columns: number,
  alike: (i: number, j: number) => Similarity | undefined,
): (number | undefined)[] {
  const values = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) values[i * columns + j] = evidenceOf(alike(i, j));
  const valueAt = (i: number, j: number) => values[i * columns + j] ?? 0;
  return Array.from({ length: rows }, (_, i) => {
    const own = leader(columns, (j) => valueAt(i, j));
    if (own === undefined) return undefined;
    const back = leader(rows, (other) => valueAt(other, own));
    return back === i ? own : undefined;
  });
}

/** Index of the one value that is sure, and far before all others. */
function leader(count: number, valueAt: (index: number) => number): number | undefined {
  let [best, second, at] = [0, 0, -1];
  for (let index = 0; index < count; index++) {
    const value = valueAt(index);
    if (value > best) {
      second = best;
      best = value;
      at = index;
    } else if (value > second) second = value;
  }
  return best >= SURE && best >= second + LEAD ? at : undefined;
}

/** Whether two things are known to have nothing in common. */
export function areDifferent(similarity: Similarity | undefined): boolean {
  return similarity !== undefined && isEvidence(similarity) && similarity.value < DIFFERENT;
}

const evidenceOf = (similarity: Similarity | undefined) =>
  similarity !== undefined && isEvidence(similarity) ? similarity.value : 0;
