import { createHash } from 'node:crypto';
import { createRandom } from '../../../shared/stats/random.ts';

/** A stream of numbers in [0, 1) that is the same for the same words. */
export function randomOf(...words: readonly (string | number)[]): () => number {
  return createRandom(createHash('sha256').update(JSON.stringify(words)).digest().readUInt32BE(0));
}

/** A shuffled copy (Fisher–Yates). */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const copy = [...values];
  for (let last = copy.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    [copy[last], copy[at]] = [copy[at] as T, copy[last] as T]; // both are within
  }
  return copy;
}
