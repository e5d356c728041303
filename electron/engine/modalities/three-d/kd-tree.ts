// A k-d tree over points, built once for all neighbourhoods: the greatest k is searched and the lesser
// ones are its beginning. Points lie in leaf order, so that a search reads memory in order.

const LEAF_SIZE = 16;

/** Points in leaf order with a balanced tree over them. */
export interface KdTree {
  readonly count: number;
  /** Coordinates in leaf order, one array an axis. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly zs: Float64Array;
  /** Number of each point before it was put in order. */
  readonly ids: Int32Array;
  /** Axis of each node's split; −1 for a leaf. Children of node i are 2i + 1 and 2i + 2. */
  readonly axes: Int8Array;
  readonly splits: Float64Array;
  /** First point of each node; it ends where its neighbour begins. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** @param positions  x, y, z of each point */
export function buildKdTree(positions: Float64Array): KdTree {
  const count = positions.length / 3;
  let depth = 0;
  while (count / 2 ** depth > LEAF_SIZE) depth++;
  const nodes = 2 ** (depth + 1) - 1;
  const axes = new Int8Array(nodes).fill(-1);
  const splits = new Float64Array(nodes);
  const starts = new Int32Array(nodes);
  const ends = new Int32Array(nodes);
  const ids = Int32Array.from({ length: count }, (_, i) => i);
  const keys = new Float64Array(count);
  ends[0] = count;
  for (let node = 0; node < nodes; node++) {
    const start = starts[node]!;
    const end = ends[node]!;
    if (2 * node + 2 >= nodes || end - start < 2) continue;
    const axis = widestAxis(positions, ids, start, end);
    for (let i = start; i < end; i++) keys[i] = positions[3 * ids[i]! + axis]!;
    const middle = (start + end) >> 1;
    selectNth(keys, ids, start, end - 1, middle);
    axes[node] = axis;
    splits[node] = keys[middle]!;
    starts[2 * node + 1] = start;
    ends[2 * node + 1] = middle;
    starts[2 * node + 2] = middle;
    ends[2 * node + 2] = end;
  }
  const along = (axis: number) =>
    Float64Array.from({ length: count }, (_, i) => positions[3 * ids[i]! + axis]!);
  return { count, xs: along(0), ys: along(1), zs: along(2), ids, axes, splits, starts, ends };
}

function widestAxis(positions: Float64Array, ids: Int32Array, start: number, end: number): number {
  let widest = 0;
  let width = -1;
  for (let axis = 0; axis < 3; axis++) {
    let low = Infinity;
    let high = -Infinity;
    for (let i = start; i < end; i++) {
      const value = positions[3 * ids[i]! + axis]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high - low > width) {
      width = high - low;
      widest = axis;
    }
  }
  return widest;
}

/** Puts the n-th least key in its place, lesser ones before it, greater ones behind (Hoare's select). */
function selectNth(keys: Float64Array, ids: Int32Array, from: number, to: number, n: number): void {
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = medianOfThree(keys[low]!, keys[(low + high) >> 1]!, keys[high]!);
    let i = low;
    let j = high;
    while (i <= j) {
      while (keys[i]! < pivot) i++;
      while (keys[j]! > pivot) j--;
      if (i > j) break;
      const key = keys[i]!;
      keys[i] = keys[j]!;
      keys[j] = key;
      const id = ids[i]!;
      ids[i] = ids[j]!;
      ids[j] = id;
      i++;
      j--;
    }
    if (n <= j) high = j;
    else if (n >= i) low = i;
    else return;
  }
}

const medianOfThree = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
