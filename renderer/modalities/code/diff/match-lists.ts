// Which entries of two lists are the same, in order: an exact difference while the lists are alike, and
// for lists too different for that the entries that occur once in both, with what lies between them.
import { diffArrays } from 'diff';

/** Entries that are the same on both sides, as runs. */
export interface Run {
  readonly left: number;
  readonly right: number;
  readonly count: number;
}

export interface Matching {
  readonly runs: readonly Run[];
  /** False when the lists differ too much for the fewest changes to be sought. */
  readonly isExact: boolean;
}

/** Changes that are sought at most; the work grows with their square, a second for this many. */
const MOST_CHANGES = 2_500;
const MOST_CHANGES_BETWEEN = 300;

/** @param mostChanges  beyond which the exact difference is given up */
export function matchLists<T extends string | number>(
  left: readonly T[],
  right: readonly T[],
  mostChanges = MOST_CHANGES,
): Matching {
  const numbers = new Map<T, number>(); // numbers compare quicker than long lines
  const numbered = (list: readonly T[]) =>
    list.map((entry) => {
      const known = numbers.get(entry) ?? numbers.size;
      numbers.set(entry, known);
      return known;
    });
  const [a, b] = [numbered(left), numbered(right)];
  const runs: Run[] = [];
  const isExact = matchRange(a, b, [0, a.length, 0, b.length], mostChanges, runs);
  return { runs: joined(runs), isExact };
}

type Range = readonly [leftFrom: number, leftTo: number, rightFrom: number, rightTo: number];

/** Adds the runs of a range in order; true when they are the longest there are. */
function matchRange(
  a: readonly number[],
  b: readonly number[],
  [leftFrom, leftTo, rightFrom, rightTo]: Range,
  mostChanges: number,
  runs: Run[],
): boolean {
  let start = 0;
  const shorter = Math.min(leftTo - leftFrom, rightTo - rightFrom);
  while (start < shorter && a[leftFrom + start] === b[rightFrom + start]) start++;
  let end = 0;
  while (end < shorter - start && a[leftTo - 1 - end] === b[rightTo - 1 - end]) end++;
  if (start > 0) runs.push({ left: leftFrom, right: rightFrom, count: start });
  const middle: Range = [leftFrom + start, leftTo - end, rightFrom + start, rightTo - end];
  const isExact = matchMiddle(a, b, middle, mostChanges, runs);
  if (end > 0) runs.push({ left: leftTo - end, right: rightTo - end, count: end });
  return isExact;
}

function matchMiddle(
  a: readonly number[],
  b: readonly number[],
  range: Range,
  mostChanges: number,
  runs: Run[],
): boolean {
  const [leftFrom, leftTo, rightFrom, rightTo] = range;
  if (leftFrom === leftTo || rightFrom === rightTo) return true;
  const [ours, theirs] = [a.slice(leftFrom, leftTo), b.slice(rightFrom, rightTo)];
  // what only one side has matches nothing, and would only count as changes
  const lefts = placesOf(ours, new Set(theirs));
  const rights = placesOf(theirs, new Set(ours));
  const changes = diffArrays(
    lefts.map((at) => ours[at] ?? -1),
    rights.map((at) => theirs[at] ?? -1),
    { maxEditLength: mostChanges },
  );
  if (changes !== undefined) {
    let [left, right] = [0, 0];
    for (const { added, removed, count } of changes) {
      if (!added && !removed)
        for (let k = 0; k < count; k++)
          runs.push({
            left: leftFrom + (lefts[left + k] ?? 0),
            right: rightFrom + (rights[right + k] ?? 0),
            count: 1,
          });
      if (!added) left += count;
      if (!removed) right += count;
    }
    return true;
  }
  const anchors = anchorsOf(a, b, range);
  if (anchors.length === 0) return false;
  let [left, right] = [leftFrom, rightFrom];
  for (const [leftAt, rightAt] of [...anchors, [leftTo, rightTo] as const]) {
    matchRange(a, b, [left, leftAt, right, rightAt], MOST_CHANGES_BETWEEN, runs);
    if (leftAt < leftTo) runs.push({ left: leftAt, right: rightAt, count: 1 });
    [left, right] = [leftAt + 1, rightAt + 1];
  }
  return false;
}

/** Where a list has something that the other one has, too. */
function placesOf(list: readonly number[], other: ReadonlySet<number>): number[] {
  return list.flatMap((entry, at) => (other.has(entry) ? at : []));
}

/** Entries that occur once on each side: the longest list of them that is in the same order on both. */
function anchorsOf(
  a: readonly number[],
  b: readonly number[],
  [leftFrom, leftTo, rightFrom, rightTo]: Range,
): [number, number][] {
  const places = new Map<number, { left: number; right: number }>();
  const note = (list: readonly number[], from: number, to: number, side: 'left' | 'right') => {
    for (let at = from; at < to; at++) {
      const entry = list[at] ?? 0;
      const place = places.get(entry) ?? { left: -1, right: -1 };
      place[side] = place[side] === -1 ? at : -2; // -2: more than once
      places.set(entry, place);
    }
  };
  note(a, leftFrom, leftTo, 'left');
  note(b, rightFrom, rightTo, 'right');
  const once = [...places.values()].filter(({ left, right }) => left >= 0 && right >= 0);
  return longestRising(once.sort((one, other) => one.left - other.left));
}

/** Patience sorting over the right places. */
function longestRising(
  pairs: readonly { readonly left: number; readonly right: number }[],
): [number, number][] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(({ right }, index) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.right ?? 0) < right) low = middle + 1;
      else high = middle;
    }
    before[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  });
  const chain: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) chain.push([pair.left, pair.right]);
  }
  return chain.reverse();
}

function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const follows =
      last !== undefined &&
      last.left + last.count === run.left &&
      last.right + last.count === run.right;
    if (follows) out[out.length - 1] = { ...last, count: last.count + run.count };
    else out.push(run);
  }
  return out;
}
