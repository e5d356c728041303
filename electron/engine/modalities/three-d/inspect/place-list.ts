import { NumberList } from '../../../number-list.ts';

/** Collects places by their vertices, up to a limit. */
export class PlaceList {
  readonly #positions: Float64Array;
  readonly #origin: readonly [number, number, number];
  readonly #values = new NumberList();
  readonly #most: number;
  count = 0;

  /**
   * @param origin  taken off every coordinate
   * @param most  entries that are kept
   */
  constructor(positions: Float64Array, origin: readonly [number, number, number], most: number) {
    this.#positions = positions;
    this.#origin = origin;
    this.#most = most;
  }

  get isFull(): boolean {
    return this.count >= this.#most;
  }

  add(...vertices: readonly number[]): void {
    if (this.isFull) return;
    this.count++;
    for (const vertex of vertices) {
      for (let axis = 0; axis < 3; axis++) {
        this.#values.push(this.#positions[3 * vertex + axis]! - this.#origin[axis]!);
      }
    }
  }

  values(): Float32Array {
    return Float32Array.from(this.#values.values());
  }
}
