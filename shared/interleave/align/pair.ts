// Two columns against each other: a global alignment whose gains say what may stand in one row, then a
// second look at what crossed. Items that are the same beyond doubt are never given another partner, so
// that two of them that changed places are seen as moved, and not as two wrong ones in order.
import { gainOf, mayMove, NEVER, reasonOf, type PairBy, type PairReason } from './gains.ts';
import { alignGlobally } from './global.ts';
import type { AlignSegment } from './segments.ts';
import { similarityOf, type Similarity } from './similarity.ts';
import { surePairs } from './sure-pairs.ts';

/** Indexes into the two lists that were aligned. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly reason: PairReason;
  readonly similarity: Similarity | undefined;
  /** True where it cannot share a row, because other pairs cross it. */
  readonly isCrossing: boolean;
}

/** What somebody said: these two belong together, or this one of `a` or `b` has no partner. */
export interface HandPair {
  readonly a: number | undefined;
  readonly b: number | undefined;
}

export interface PairOptions {
  readonly by: PairBy;
  readonly hand?: readonly HandPair[];
}

const HAND_GAIN = 1000; // more than everything else together

/**
 * Pairs of two columns in reading order of `a`. Stable: equal input gives equal pairs, and of two ways
 * with the same gain the one that pairs earlier segments is taken.
 */
export function pairSegments(
  a: readonly AlignSegment[],
  b: readonly AlignSegment[],
  options: PairOptions,
): Pair[] {
  const hand = handRules(options.hand ?? []);
  const alike = a.map((left) =>
    b.map((right) => (left.modality === right.modality ? similarityOf(left, right) : undefined)),
  );
  const isElsewhere = options.by === 'tag' ? () => false : sureElsewhere(a, b, alike, hand);
  const gains = a.map((left, i) => {
    const row = new Float64Array(b.length).fill(NEVER);
    for (const [j, right] of b.entries()) {
      if (left.modality !== right.modality) continue;
      const said = handGain(hand(i, j));
      if (said !== undefined) row[j] = said;
      else if (!isElsewhere(i, j))
        row[j] = gainOf(left, right, options.by, options.by === 'tag' ? 0 : alike[i]?.[j]?.value);
    }
    return row;
  });
  const candidate = (i: number, j: number): Candidate[] => {
    const [left, right] = [a[i], b[j]];
    if (left === undefined || right?.modality !== left.modality) return [];
    return [{ a: i, b: j, left, right, similarity: alike[i]?.[j], said: hand(i, j) }];
  };
  const inRows = alignGlobally(gains, b.length)
    .flatMap(([i, j]) => candidate(i, j))
    .map(({ left, right, said, ...pair }): Pair => {
      const reason = said === true ? 'hand' : reasonOf(left, right, options.by, pair.similarity);
      return { ...pair, reason, isCrossing: false };
    });
  const crossing = pairLeftOver(leftOver(a, b, inRows, candidate), options.by);
  return [...inRows, ...crossing].sort((one, other) => one.a - other.a || one.b - other.b);
}

/** Two segments of one modality. */
interface Candidate extends Pick<Pair, 'a' | 'b' | 'similarity'> {
  readonly left: AlignSegment;
  readonly right: AlignSegment;
  /** What somebody said of the two. */
  readonly said: boolean | undefined;
}

/**
 * Whether one of two segments belongs to another beyond doubt. Running text is held by its likeness
 * anyway, and about what somebody paired by hand nothing is known better.
 */
function sureElsewhere(
  a: readonly AlignSegment[],
  b: readonly AlignSegment[],
  alike: readonly (readonly (Similarity | undefined)[])[],
  hand: (i: number, j: number) => boolean | undefined,
): (i: number, j: number) => boolean {
  const ofA = surePairs(a.length, b.length, (i, j) => {
    const areItems = a[i]?.tag !== undefined && b[j]?.tag !== undefined;
    return areItems && hand(i, j) === undefined ? alike[i]?.[j] : undefined;
  });
  const ofB = new Map(ofA.flatMap((j, i) => (j === undefined ? [] : [[j, i] as const])));
  return (i, j) => (ofA[i] ?? j) !== j || (ofB.get(j) ?? i) !== i;
}

function handGain(said: boolean | undefined): number | undefined {
  if (said === undefined) return undefined;
  return said ? HAND_GAIN : NEVER;
}

function leftOver(
  a: readonly AlignSegment[],
  b: readonly AlignSegment[],
  inRows: readonly Pair[],
  candidate: (i: number, j: number) => Candidate[],
): Candidate[] {
  const usedA = new Set(inRows.map((pair) => pair.a));
  const usedB = new Set(inRows.map((pair) => pair.b));
  const freeB = [...b.keys()].filter((j) => !usedB.has(j));
  return [...a.keys()]
    .filter((i) => !usedA.has(i))
    .flatMap((i) => freeB.flatMap((j) => candidate(i, j)));
}

/** @returns whether somebody said yes or no to the two; undefined where nobody said anything */
function handRules(hand: readonly HandPair[]): (i: number, j: number) => boolean | undefined {
  const ofA = new Map(hand.flatMap(({ a, b }) => (a === undefined ? [] : [[a, b] as const])));
  const ofB = new Map(hand.flatMap(({ a, b }) => (b === undefined ? [] : [[b, a] as const])));
  return (i, j) => {
    if (!ofA.has(i) && !ofB.has(j)) return undefined;
    return (ofA.has(i) && ofA.get(i) === j) || (ofB.has(j) && ofB.get(j) === i);
  };
}

/** What has no partner in its row may have one elsewhere: the most alike first, then the first. */
function pairLeftOver(candidates: readonly Candidate[], by: PairBy): Pair[] {
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  return candidates
    .filter(({ left, right, similarity, said }) => said ?? mayMove(left, right, by, similarity))
    .sort((one, other) => weightOf(other) - weightOf(one) || one.a - other.a || one.b - other.b)
    .flatMap(({ a, b, similarity, said }): Pair[] => {
      if (usedA.has(a) || usedB.has(b)) return [];
      usedA.add(a);
      usedB.add(b);
      return [{ a, b, reason: said === true ? 'hand' : 'moved', similarity, isCrossing: true }];
    });
}

const weightOf = ({ said, similarity }: Candidate) =>
  said === true ? 2 : (similarity?.value ?? 0);
