/** Running sums of a sample from which its shape, and those of its two signs, are read. */
export interface SignedSums {
  count: number;
  countNegative: number;
  countPositive: number;
  sum: number;
  sumAbs: number;
  sumSquares: number;
  /** Σ x·|x|: squares of the positive values less those of the negative ones. */
  sumSignedSquares: number;
}

/** Sums of nothing. */
export const emptySums = (): SignedSums => ({
  count: 0,
  countNegative: 0,
  countPositive: 0,
  sum: 0,
  sumAbs: 0,
  sumSquares: 0,
  sumSignedSquares: 0,
});

/**
 * Adds the products a[aStart + i] · b[bStart + i], i in [0, length), to the sums.
 * No branch on the sign, which is a coin toss in noise and would cost more than the arithmetic.
 */
export function addProducts(
  sums: SignedSums,
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  length: number,
): void {
  let sum = 0;
  let sumAbs = 0;
  let sumSquares = 0;
  let sumSignedSquares = 0;
  let negative = 0;
  let positive = 0;
  for (let i = 0; i < length; i++) {
    const product = a[aStart + i]! * b[bStart + i]!;
    const size = Math.abs(product);
    sum += product;
    sumAbs += size;
    sumSquares += product * product;
    sumSignedSquares += product * size;
    negative += Number(product < 0);
    positive += Number(product > 0);
  }
  sums.count += length;
  sums.countNegative += negative;
  sums.countPositive += positive;
  sums.sum += sum;
  sums.sumAbs += sumAbs;
  sums.sumSquares += sumSquares;
  sums.sumSignedSquares += sumSignedSquares;
}
