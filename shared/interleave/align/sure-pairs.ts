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
 * @param alike  how alike entry i of the one is to j of the other; undefined where nothing tells it
 * @param columns  entries of the other
 * @returns for each entry of the one the index of its partner, or undefined
 */
export function surePairs(
  alike: readonly (readonly (Similarity | undefined)[])[],
  columns: number,
): (number | undefined)[] {
  const best = new Float64Array(columns);
  const second = new Float64Array(columns);
  for (const row of alike)
    row.forEach((similarity, j) => {
      const value = evidenceOf(similarity);
      if (value > (best[j] ?? 0)) [second[j], best[j]] = [best[j] ?? 0, value];
      else if (value > (second[j] ?? 0)) second[j] = value;
    });
  return alike.map((row) => {
    let own = 0;
    let other = 0;
    let partner: number | undefined;
    row.forEach((similarity, j) => {
      const value = evidenceOf(similarity);
      if (value > own) [other, own, partner] = [own, value, j];
      else if (value > other) other = value;
    });
    if (partner === undefined || own < SURE || own < other + LEAD) return undefined;
    const isItsBest = own >= (best[partner] ?? 0) && own >= (second[partner] ?? 0) + LEAD;
    return isItsBest ? partner : undefined;
  });
}

/** Whether two things are known to have nothing in common. */
export function areDifferent(similarity: Similarity | undefined): boolean {
  return similarity !== undefined && isEvidence(similarity) && similarity.value < DIFFERENT;
}

const evidenceOf = (similarity: Similarity | undefined) =>
  similarity !== undefined && isEvidence(similarity) ? similarity.value : 0;
