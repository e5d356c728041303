import { assert, describe, test } from 'vitest';
import { mirror, normaliseRows } from './contrast-normalise.ts';
import { fusedMultiplyAdd } from './fused-mean.ts';
import { addProducts, emptySums } from './product-sums.ts';

const normalised = (width: number, height: number, data: Uint8Array): number[][] => {
  const rows: number[][] = [];
  normaliseRows({ width, height, data }, (row) => rows.push([...row]));
  return rows;
};

describe('mirroring an index', () => {
  test('does not repeat the edge', () => {
    assert.deepEqual(
      [-3, -2, -1, 0, 3, 4, 5, 6].map((i) => mirror(i, 4)),
      [3, 2, 1, 0, 3, 2, 1, 0],
    );
  });

  test('folds as often as needed in a very small picture', () => {
    assert.deepEqual(
      [-3, -1, 0, 1, 2, 3].map((i) => mirror(i, 2)),
      [1, 1, 0, 1, 0, 1],
    );
    assert.equal(mirror(3, 1), 0);
  });
});

describe('contrast normalisation', () => {
  test('of a flat picture is the rounding of the weighted mean, alike everywhere', () => {
    const rows = normalised(9, 8, new Uint8Array(72).fill(152));

    const value = rows[0]![1]!;
    assert.equal(value, -(2 ** -45)); // as OpenCV prints it
    assert.isTrue(rows.every((row) => row.every((each) => each === value)));
  });

  test('gives each row with its ends wrapped round', () => {
    const data = Uint8Array.from({ length: 60 }, (_, i) => (i * 97) % 256);

    for (const row of normalised(10, 6, data)) {
      assert.equal(row[0], row[10]);
      assert.equal(row[11], row[1]);
    }
  });

  test('divides by the deviation of the window', () => {
    // a bright pixel in the dark: μ = w, s = 255·√(w − w²) with w the centre's weight
    const data = new Uint8Array(11 * 11);
    data[60] = 255;

    const centre = normalised(11, 11, data)[5]![6]!;

    const taps = [-3, -2, -1, 0, 1, 2, 3].map((d) => Math.exp(-(d * d) / (2 * 1.16 ** 2)));
    const w = (1 / taps.reduce((sum, tap) => sum + tap)) ** 2;
    assert.approximately(centre, (1 - w) / Math.sqrt(w - w * w), 1e-9);
  });

  test('mirrors with the picture', () => {
    const data = Uint8Array.from({ length: 99 }, (_, i) => (i * i * 31) % 256);
    const flipped = Uint8Array.from({ length: 99 }, (_, i) => data[i - (i % 11) + 10 - (i % 11)]!);

    const [a, b] = [normalised(11, 9, data), normalised(11, 9, flipped)];

    a.forEach((row, y) => {
      for (let x = 1; x <= 11; x++) assert.approximately(row[x]!, b[y]![12 - x]!, 1e-12);
    });
  });
});

describe('fused multiply-add', () => {
  test('rounds once where two roundings lose the rest', () => {
    const a = 1 + 2 ** -30;

    // a² = 1 + 2^−29 + 2^−60: a plain product drops the last term
    assert.equal(fusedMultiplyAdd(a, a, -(1 + 2 ** -29)), 2 ** -60);
    assert.equal(a * a - (1 + 2 ** -29), 0);
  });
});

describe('sums of products', () => {
  test('count and add each sign', () => {
    const a = Float64Array.from([1, -2, 3, 0]);
    const b = Float64Array.from([4, 5, -6, 7]);
    const sums = emptySums();

    addProducts(sums, a, 0, b, 0, 4); // 4, −10, −18, 0

    assert.deepEqual(sums, {
      count: 4,
      countNegative: 2,
      countPositive: 1,
      sum: -24,
      sumAbs: 32,
      sumSquares: 16 + 100 + 324,
      sumSignedSquares: 16 - 100 - 324,
    });
  });

  test('of nothing stay empty', () => {
    const sums = emptySums();

    addProducts(sums, new Float64Array(0), 0, new Float64Array(0), 0, 0);

    assert.deepEqual(sums, emptySums());
  });
});
