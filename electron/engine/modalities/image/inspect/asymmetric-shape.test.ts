import { expect, test } from 'vitest';
import { normal } from '../../../../../tests/builders/dead-leaves.ts';
import { createRandom } from '../../../../../shared/stats/random.ts';
import { asymmetricShapeOf, meanOfShape } from './asymmetric-shape.ts';

function shapeOfSample(sample: readonly number[]) {
  const negative = sample.filter((x) => x < 0);
  const positive = sample.filter((x) => x > 0);
  const squares = (values: readonly number[]) => values.reduce((sum, x) => sum + x * x, 0);
  return asymmetricShapeOf({
    count: sample.length,
    countNegative: negative.length,
    countPositive: positive.length,
    sumAbs: sample.reduce((sum, x) => sum + Math.abs(x), 0),
    squaresNegative: squares(negative),
    squaresPositive: squares(positive),
  });
}

const sampleOf = (draw: (random: () => number) => number) => {
  const random = createRandom(7);
  return Array.from({ length: 40_000 }, () => draw(random));
};

test('a normal sample has shape 2 and both scales √2·σ', () => {
  const shape = shapeOfSample(sampleOf((random) => 3 * normal(random)));

  expect(shape?.alpha).toBeCloseTo(2, 1);
  expect(shape?.betaLeft).toBeCloseTo(3 * Math.SQRT2, 0);
  expect(shape?.betaRight).toBeCloseTo(3 * Math.SQRT2, 0);
});

test('a Laplacian sample has shape 1', () => {
  const shape = shapeOfSample(
    sampleOf((random) => Math.log(1 - random()) * (random() < 0.5 ? -1 : 1)),
  );

  expect(shape?.alpha).toBeCloseTo(1, 1);
});

test('a heavier right side has the larger scale and a mean above 0', () => {
  const shape = shapeOfSample(
    sampleOf((random) => {
      const x = normal(random);
      return x > 0 ? 3 * x : x;
    }),
  )!;

  expect(shape.betaRight / shape.betaLeft).toBeCloseTo(3, 0);
  expect(meanOfShape(shape)).toBeGreaterThan(0);
});

test('a sample with an empty side has no shape', () => {
  expect(shapeOfSample([1, 2, 3])).toBeUndefined();
  expect(shapeOfSample([0, 0])).toBeUndefined();
});
