// The longest common parts of two lists of numbers: what both have once, in the same order, holds them
// together (patience), and between these the fewest changes are searched for (Myers 1986). Where even
// that would take too long the stretch counts as replaced, so the work is bounded for any input.

/** Index into the first and the second list. */
export type Match = readonly [a: number, b: number];

const MOST_CHANGES = 1200; // 1.4 million steps, some 6 MB

/** @returns pairs of equal entries, rising in both */
export function diffIds(a: Int32Array, b: Int32Array): Match[] {
  const matches: Match[] = [];
  walk(a, b, { a: 0, b: 0, aEnd: a.length, bEnd: b.length }, matches);
  return matches;
}

interface Stretch {
  readonly a: number;
  readonly b: number;
  readonly aEnd: number;
  readonly bEnd: number;
}

function walk(a: Int32Array, b: Int32Array, stretch: Stretch, matches: Match[]): void {
  let { a: i, b: j, aEnd, bEnd } = stretch;
  while (i < aEnd && j < bEnd && a[i] === b[j]) matches.push([i++, j++]);
  const tail: Match[] = [];
  while (aEnd > i && bEnd > j && a[aEnd - 1] === b[bEnd - 1]) tail.push([--aEnd, --bEnd]);
  if (i < aEnd && j < bEnd) {
    const inner = { a: i, b: j, aEnd, bEnd };
    const few = fewestChanges(a.subarray(i, aEnd), b.subarray(j, bEnd));
    if (few !== undefined) for (const [x, y] of few) matches.push([x + i, y + j]);
    else between(a, b, inner, anchors(a, b, inner), matches);
  }
  for (const match of tail.reverse()) matches.push(match);
}

function between(
  a: Int32Array,
  b: Int32Array,
  stretch: Stretch,
  anchored: readonly Match[],
  matches: Match[],
): void {
  if (anchored.length === 0) return; // replaced
  let { a: i, b: j } = stretch;
  for (const [x, y] of anchored) {
    walk(a, b, { a: i, b: j, aEnd: x, bEnd: y }, matches);
    matches.push([x, y]);
    [i, j] = [x + 1, y + 1];
  }
  walk(a, b, { ...stretch, a: i, b: j }, matches);
}

/** Runs of this many entries are looked for; words that are all frequent make rare runs. */
const RUN_LENGTHS = [1, 3, 6] as const;

/** What stands exactly once on both sides, in the longest order that both share. */
function anchors(a: Int32Array, b: Int32Array, stretch: Stretch): readonly Match[] {
  return RUN_LENGTHS.map((length) => longestRising(commonRuns(a, b, stretch, length))).reduce(
    (most, each) => (each.length > most.length ? each : most),
  );
}

/** First entries of the runs that stand once in each stretch, in the order of the first. */
function commonRuns(a: Int32Array, b: Int32Array, stretch: Stretch, length: number): Match[] {
  const inA = onceIn(a, stretch.a, stretch.aEnd, length);
  const inB = onceIn(b, stretch.b, stretch.bEnd, length);
  const common: Match[] = [];
  for (const [run, at] of inA) {
    const other = inB.get(run) ?? -1;
    if (at !== -1 && other !== -1 && a[at] === b[other]) common.push([at, other]);
  }
  return common; // a map keeps the order of first occurrence, so `a` rises
}

/** Place of each run, by its hash; -1 where it stands twice. */
function onceIn(ids: Int32Array, from: number, to: number, length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at + length <= to; at++) {
    let run = 0;
    for (let next = at; next < at + length; next++)
      run = Math.imul(run, 0x01000193) ^ (ids[next] ?? 0);
    places.set(run, places.has(run) ? -1 : at);
  }
  return places;
}

function longestRising(pairs: readonly Match[]): Match[] {
  const ends: number[] = []; // ends[n]: index of the pair that a rising row of n + 1 ends with
  const before: number[] = [];
  pairs.forEach(([, b], index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const row: Match[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) row.push(pair);
  }
  return row.reverse();
}

/** Greedy search (Myers 1986, figure 2). @returns undefined above {@link MOST_CHANGES} */
function fewestChanges(a: Int32Array, b: Int32Array): Match[] | undefined {
  const most = Math.min(a.length + b.length, MOST_CHANGES);
  const middle = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let changes = 0; changes <= most; changes++) {
    trace.push(furthest.slice(middle - changes - 1, middle + changes + 2));
    for (let k = -changes; k <= changes; k += 2) {
      const [left, right] = [furthest[middle + k - 1] ?? 0, furthest[middle + k + 1] ?? 0];
      let i = k === -changes || (k !== changes && left < right) ? right : left + 1;
      let j = i - k;
      while (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
      furthest[middle + k] = i;
      if (i >= a.length && j >= b.length) return backwards(trace, a.length, b.length);
    }
  }
  return undefined;
}

function backwards(trace: readonly Int32Array[], aLength: number, bLength: number): Match[] {
  const matches: Match[] = [];
  let [i, j] = [aLength, bLength];
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const row = trace[changes];
    const at = (k: number) => row?.[k + changes + 1] ?? 0;
    const k = i - j;
    const isDown = k === -changes || (k !== changes && at(k - 1) < at(k + 1));
    const lastK = isDown ? k + 1 : k - 1;
    const lastI = changes === 0 ? 0 : at(lastK);
    const lastJ = changes === 0 ? 0 : lastI - lastK;
    while (i > lastI && j > lastJ) matches.push([--i, --j]);
    [i, j] = [lastI, lastJ];
  }
  return matches.reverse();
}
