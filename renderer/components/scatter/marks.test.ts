import { expect, test } from 'vitest';
import { createRandom } from '../../../shared/stats/random.ts';
import { marksOf, markStyleOf } from './marks.ts';
import { plotFor } from './plot.ts';

const plot = plotFor(500);
const pointsOf = (pairs: readonly (readonly [number, number])[]) => ({
  as: Float64Array.from(pairs, ([a]) => a),
  bs: Float64Array.from(pairs, ([, b]) => b),
});
const random = createRandom(7);
const cloud = (n: number) =>
  pointsOf(Array.from({ length: n }, () => [random(), random()] as const));

test('few points are drawn each by itself, on the side of the better model', () => {
  const points = pointsOf([[0.9, 0.1], [0.1, 0.9], [0.5, 0.5]]); // prettier-ignore

  const marks = marksOf(points, plot, markStyleOf(points, plot));

  expect(markStyleOf(points, plot).kind).toBe('dots');
  expect(marks.map(({ side }) => side)).toEqual(['a', 'b', 'tie']);
  expect(marks[0]?.x).toBeCloseTo(plot.x(0.9), 6);
  expect(marks[0]?.y).toBeCloseTo(plot.y(0.1), 6);
});

test('figures of a few values become circles, the larger the more lie there', () => {
  // 300 points at (0.2, 0.4), 3 at (1, 0)
  const points = pointsOf([
    ...Array.from({ length: 300 }, () => [0.2, 0.4] as const),
    ...Array.from({ length: 3 }, () => [1, 0] as const),
  ]);

  const style = markStyleOf(points, plot);
  const marks = marksOf(points, plot, style);

  expect(style).toEqual({ kind: 'circles', most: 300 });
  expect(marks.map(({ count }) => count)).toEqual([300, 3]);
  expect(marks[0]?.radius).toBeGreaterThan(marks[1]?.radius ?? 99);
});

test('a crowd becomes squares, and none of its points is lost', () => {
  const points = cloud(20_000);
  const style = markStyleOf(points, plot);

  const marks = marksOf(points, plot, style);

  expect(style.kind).toBe('squares');
  expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(20_000);
  expect(marks.every(({ strength }) => strength > 0.3 && strength <= 1)).toBe(true);
});

test('a part of the points is drawn as the whole is', () => {
  const points = cloud(3000);
  const style = markStyleOf(points, plot);

  const marks = marksOf(points, plot, style, Uint32Array.of(5, 6));

  expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(2);
});
