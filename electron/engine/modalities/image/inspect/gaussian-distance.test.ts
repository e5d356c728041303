import { expect, test } from 'vitest';
import { gaussianDistance, gaussianOf, symmetricEigen } from './gaussian-distance.ts';

const vectors = (...rows: number[][]) => rows.map((row) => Float64Array.from(row));
const diagonal = (...values: number[]) =>
  Float64Array.from({ length: values.length ** 2 }, (_, i) =>
    i % (values.length + 1) === 0 ? values[i / (values.length + 1)]! : 0,
  );

test('mean and covariance divide by n and n − 1', () => {
  const { mean, covariance } = gaussianOf(vectors([0, 0], [2, 2], [4, 8]));

  // means 2 and 10/3; deviations (−2, 0, 2) and (−10/3, −4/3, 14/3)
  expect([...mean]).toEqual([2, expect.closeTo(10 / 3, 12)]);
  expect(covariance[0]).toBeCloseTo(8 / 2, 12);
  expect(covariance[1]).toBeCloseTo((20 / 3 + 28 / 3) / 2, 12);
  expect(covariance[1]).toBe(covariance[2]);
});

test('the distance weighs each direction by the mean of both variances', () => {
  const a = { mean: Float64Array.of(0, 0), covariance: diagonal(1, 4) };
  const b = { mean: Float64Array.of(3, 4), covariance: diagonal(3, 4) };

  // √(3²/2 + 4²/4)
  expect(gaussianDistance(a, b)).toBeCloseTo(Math.sqrt(8.5), 12);
  expect(gaussianDistance(a, b)).toBeCloseTo(gaussianDistance(b, a), 12);
  expect(gaussianDistance(a, a)).toBe(0);
});

test('a direction in which neither varies does not count', () => {
  const a = { mean: Float64Array.of(0, 0), covariance: diagonal(1, 0) };
  const b = { mean: Float64Array.of(2, 9), covariance: diagonal(1, 0) };

  expect(gaussianDistance(a, b)).toBeCloseTo(2, 12);
});

test('eigenvectors and eigenvalues put the matrix together again', () => {
  const matrix = Float64Array.of(4, 1, -2, 1, 2, 0, -2, 0, 3);

  const { values, vectors: v } = symmetricEigen(matrix, 3);

  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const sum = [0, 1, 2].reduce((s, k) => s + v[i * 3 + k]! * values[k]! * v[j * 3 + k]!, 0);
      expect(sum).toBeCloseTo(matrix[i * 3 + j]!, 10);
    }
  }
});
