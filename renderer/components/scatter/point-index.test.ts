import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPointIndex } from './point-index.ts';
import { areaBetween, isWithin } from './scatter-area.ts';

// steps of a fifth are what judges give; anything else is what formulas give
const figure = fc.oneof(
  fc.constantFrom(0, 0.2, 0.4, 0.6, 0.8, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const cloud = fc.array(fc.tuple(figure, figure), { maxLength: 200 });
const pointsOf = (pairs: readonly (readonly [number, number])[]) => ({
  as: Float64Array.from(pairs, ([a]) => a),
  bs: Float64Array.from(pairs, ([, b]) => b),
});

test('the grid finds what looking at every point finds', () => {
  fc.assert(
    fc.property(cloud, fc.tuple(figure, figure), fc.tuple(figure, figure), (pairs, one, other) => {
      const area = areaBetween(one, other);
      const isInside = ([a, b]: readonly [number, number]) =>
        isWithin(a, area.minA, area.maxA) && isWithin(b, area.minB, area.maxB);

      const found = createPointIndex(pointsOf(pairs)).inside(area);

      const expected = pairs.flatMap((pair, at) => (isInside(pair) ? [at] : []));
      expect([...found].sort((x, y) => x - y)).toEqual(expected);
    }),
  );
});

test('an area up to the end of the scale holds the end, one below it does not', () => {
  const index = createPointIndex(pointsOf([[0.8, 0.8], [1, 1]])); // prettier-ignore

  expect([...index.inside({ minA: 0.8, maxA: 1, minB: 0, maxB: 1 })]).toEqual([0, 1]);
  expect([...index.inside({ minA: 0.2, maxA: 0.8, minB: 0, maxB: 1 })]).toEqual([]);
});

test('the nearest point is the nearest, and none is farther than asked', () => {
  fc.assert(
    fc.property(cloud, fc.tuple(figure, figure), (pairs, [a, b]) => {
      const squareOf = (at: number) =>
        ((pairs[at]?.[0] ?? 9) - a) ** 2 + ((pairs[at]?.[1] ?? 9) - b) ** 2;
      const near = pairs.flatMap((_, at) => (squareOf(at) <= 0.01 ** 2 ? [squareOf(at)] : []));

      const found = createPointIndex(pointsOf(pairs)).nearest(a, b, 0.01);

      expect(found === undefined ? undefined : squareOf(found)).toBe(
        near.length === 0 ? undefined : Math.min(...near),
      );
    }),
  );
});
