/** A list of numbers that grows without boxing them. */
export class NumberList {
  #data: Float64Array;
  #length = 0;

  constructor(capacity = 256) {
    this.#data = new Float64Array(Math.max(16, capacity));
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Float64Array(this.#data.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#length++] = value;
  }

  /** What was pushed, in order; a view. */
  values(): Float64Array {
    return this.#data.subarray(0, this.#length);
  }
}
