// Two lists of lines as rows that stand beside each other. Pure, so that it can run in a worker.
import { alignGlobally } from '../../../../shared/interleave/align/global.ts';
import { wordOverlap, wordsOf } from '../../../../shared/interleave/align/words.ts';
import { matchLists } from './match-lists.ts';

/** Row by row the line of each side; -1 where a side has none. */
export interface DiffRows {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** 1 where both sides have the same line. */
  readonly isSame: Uint8Array;
  /** False when the texts differ too much for the fewest changes to be sought. */
  readonly isExact: boolean;
}

/** Changed lines are paired by how alike they are up to this many pairs to look at; beyond, by order. */
const MOST_LOOKED_AT = 10_000;
/** Lines with fewer words in common are no changed line but one taken out and another put in. */
const LEAST_ALIKE = 0.3;

export function diffLines(left: readonly string[], right: readonly string[]): DiffRows {
  const { runs, isExact } = matchLists(left, right);
  const rows = { left: [] as number[], right: [] as number[], isSame: [] as number[] };
  const add = (leftAt: number, rightAt: number, isSame: boolean) => {
    rows.left.push(leftAt);
    rows.right.push(rightAt);
    rows.isSame.push(isSame ? 1 : 0);
  };
  let [leftAt, rightAt] = [0, 0];
  for (const run of [...runs, { left: left.length, right: right.length, count: 0 }]) {
    const out = left.slice(leftAt, run.left);
    const put = right.slice(rightAt, run.right);
    for (const [i, j] of besideEachOther(out, put))
      add(i < 0 ? -1 : leftAt + i, j < 0 ? -1 : rightAt + j, false);
    for (let k = 0; k < run.count; k++) add(run.left + k, run.right + k, true);
    [leftAt, rightAt] = [run.left + run.count, run.right + run.count];
  }
  return {
    left: Int32Array.from(rows.left),
    right: Int32Array.from(rows.right),
    isSame: Uint8Array.from(rows.isSame),
    isExact,
  };
}

/** Changed lines with what they became; others with none beside them. */
function besideEachOther(out: readonly string[], put: readonly string[]): [number, number][] {
  if (out.length === 0 || put.length === 0) return [...restOf(out.length, put.length)];
  if (out.length * put.length > MOST_LOOKED_AT) {
    const both = Math.min(out.length, put.length);
    return Array.from({ length: Math.max(out.length, put.length) }, (_, at) =>
      at < both ? [at, at] : out.length > both ? [at, -1] : [-1, at],
    );
  }
  const words = put.map(wordsOf);
  const gains = out.map((line) => {
    const own = wordsOf(line);
    return Float64Array.from(words, (other) => likeness(own, other));
  });
  const rows: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const [leftAt, rightAt] of [...alignGlobally(gains, put.length), [out.length, put.length]]) {
    for (const [a, b] of restOf((leftAt ?? 0) - i, (rightAt ?? 0) - j))
      rows.push([a < 0 ? -1 : i + a, b < 0 ? -1 : j + b]);
    if (leftAt !== out.length || rightAt !== put.length) rows.push([leftAt ?? 0, rightAt ?? 0]);
    [i, j] = [(leftAt ?? 0) + 1, (rightAt ?? 0) + 1];
  }
  return rows;
}

function likeness(own: Uint32Array, other: Uint32Array): number {
  // lines of signs only, such as a bracket, may become each other
  if (own.length === 0 && other.length === 0) return 0.1;
  const overlap = wordOverlap(own, other);
  return overlap < LEAST_ALIKE ? Number.NEGATIVE_INFINITY : overlap;
}

function* restOf(out: number, put: number): Generator<[number, number]> {
  for (let at = 0; at < out; at++) yield [at, -1];
  for (let at = 0; at < put; at++) yield [-1, at];
}
