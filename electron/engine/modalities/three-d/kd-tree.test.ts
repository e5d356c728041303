import { assert, describe, test } from 'vitest';
import { buildKdTree } from './kd-tree.ts';
import { NearestNeighbours } from './nearest-neighbours.ts';

const random = (seed: number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};
const cloud = (count: number, next: () => number): Float64Array =>
  Float64Array.from({ length: count * 3 }, next);

/** Squared distances from a point to its nearest, by looking at all. */
const bruteForce = (positions: Float64Array, point: number, k: number): number[] =>
  Array.from({ length: positions.length / 3 }, (_, i) =>
    [0, 1, 2].reduce((sum, c) => sum + (positions[3 * i + c]! - positions[3 * point + c]!) ** 2, 0),
  )
    .sort((a, b) => a - b)
    .slice(0, k);

describe('nearest neighbours', () => {
  const next = random(7);
  const clouds: [string, Float64Array][] = [
    ['scattered points', cloud(400, next)],
    [
      'a flat grid',
      Float64Array.from({ length: 1200 }, (_, i) => [i % 20, Math.floor(i / 60), 0][i % 3]!),
    ],
    ['points at one place', new Float64Array(300)],
    ['a far outlier', Float64Array.from([...cloud(200, next), 1e9, 0, 0])],
    ['one point', Float64Array.from([1, 2, 3])],
    ['two points', Float64Array.from([0, 0, 0, 1, 0, 0])],
  ];

  test.each(clouds)('of %s are those found by looking at all', (_, positions) => {
    const tree = buildKdTree(positions);
    const search = new NearestNeighbours(tree, 20);

    for (let place = 0; place < tree.count; place += 7) {
      search.search(place);
      const expected = bruteForce(positions, tree.ids[place]!, search.k);
      assert.equal(search.k, Math.min(20, tree.count));
      expected.forEach((square, j) => assert.approximately(search.squares[j]!, square, 1e-12));
    }
  });

  test('begin with the point itself', () => {
    const tree = buildKdTree(cloud(50, random(3)));
    const search = new NearestNeighbours(tree, 3);

    search.search(11);

    assert.equal(search.places[0], 11);
    assert.equal(search.squares[0], 0);
  });

  test('name the points that they are the distances of', () => {
    const positions = cloud(300, random(5));
    const tree = buildKdTree(positions);
    const search = new NearestNeighbours(tree, 9);

    search.search(42);

    search.places.forEach((place, j) => {
      const square =
        (tree.xs[place]! - tree.xs[42]!) ** 2 +
        (tree.ys[place]! - tree.ys[42]!) ** 2 +
        (tree.zs[place]! - tree.zs[42]!) ** 2;
      assert.equal(square, search.squares[j]);
      assert.equal(tree.xs[place], positions[3 * tree.ids[place]!]);
    });
  });
});

test('every point stands in the tree once', () => {
  const tree = buildKdTree(cloud(777, random(9)));

  assert.deepEqual(
    [...tree.ids].sort((a, b) => a - b),
    Array.from({ length: 777 }, (_, i) => i),
  );
});
