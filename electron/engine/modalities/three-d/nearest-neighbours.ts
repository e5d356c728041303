import type { KdTree } from './kd-tree.ts';

/** Finds the nearest points of a tree; reuses its work space, so one search runs at a time. */
export class NearestNeighbours {
  /** Squared distances of the last search, rising; the point itself is among them. */
  readonly squares: Float64Array;
  /** Places of these points in the tree's order. */
  readonly places: Int32Array;
  readonly #tree: KdTree;
  readonly #k: number;
  #found = 0;
  #worst = Infinity;
  #x = 0;
  #y = 0;
  #z = 0;

  constructor(tree: KdTree, k: number) {
    this.#tree = tree;
    this.#k = Math.min(k, tree.count);
    this.squares = new Float64Array(this.#k);
    this.places = new Int32Array(this.#k);
  }

  /** How many points a search finds: k, or all of them when there are fewer. */
  get k(): number {
    return this.#k;
  }

  /** Searches round the point at a place of the tree. */
  search(place: number): void {
    this.#x = this.#tree.xs[place]!;
    this.#y = this.#tree.ys[place]!;
    this.#z = this.#tree.zs[place]!;
    this.#found = 0;
    this.#worst = Infinity;
    this.#visit(0, 0, 0, 0);
  }

  /** @param dx  distance from the point to the node's cell along each axis */
  #visit(node: number, dx: number, dy: number, dz: number): void {
    const axis = this.#tree.axes[node]!;
    if (axis < 0) {
      this.#visitLeaf(node);
      return;
    }
    const position = axis === 0 ? this.#x : axis === 1 ? this.#y : this.#z;
    const offset = position - this.#tree.splits[node]!;
    const near = offset < 0 ? 2 * node + 1 : 2 * node + 2;
    const far = offset < 0 ? 2 * node + 2 : 2 * node + 1;
    this.#visit(near, dx, dy, dz);
    const fx = axis === 0 ? offset : dx;
    const fy = axis === 1 ? offset : dy;
    const fz = axis === 2 ? offset : dz;
    if (fx * fx + fy * fy + fz * fz < this.#worst) this.#visit(far, fx, fy, fz);
  }

  #visitLeaf(node: number): void {
    const { xs, ys, zs, starts, ends } = this.#tree;
    const { squares, places } = this;
    const k = this.#k;
    const x = this.#x;
    const y = this.#y;
    const z = this.#z;
    let found = this.#found;
    let worst = this.#worst;
    for (let i = starts[node]!, end = ends[node]!; i < end; i++) {
      const dx = xs[i]! - x;
      const dy = ys[i]! - y;
      const dz = zs[i]! - z;
      const square = dx * dx + dy * dy + dz * dz;
      if (square >= worst) continue;
      let at = found < k ? found++ : k - 1;
      for (; at > 0 && squares[at - 1]! > square; at--) {
        squares[at] = squares[at - 1]!;
        places[at] = places[at - 1]!;
      }
      squares[at] = square;
      places[at] = i;
      if (found === k) worst = squares[k - 1]!;
    }
    this.#found = found;
    this.#worst = worst;
  }
}
