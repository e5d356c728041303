/** A list of numbers that grows without boxing them. */
export class GrowingArray {
  #data = new Float64Array(256);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Float64Array(this.#data.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#length++] = value;
  }

  /** What was pushed, in order; a view, valid until the next push. */
  values(): Float64Array {
    return this.#data.subarray(0, this.#length);
  }
}
