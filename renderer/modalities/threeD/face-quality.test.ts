import { BufferAttribute, BufferGeometry, Matrix4 } from 'three';
import { expect, test } from 'vitest';
import { faceQualities } from './face-quality.ts';

const triangles = (...positions: readonly number[]) =>
  new BufferGeometry().setAttribute(
    'position',
    new BufferAttribute(Float32Array.from(positions), 3),
  );

test('an equilateral face has 0.5, half a square √3/4, a sliver and a point 0', () => {
  const geometry = triangles(
    ...[0, 0, 0, 1, 0, 0, 0.5, Math.sqrt(3) / 2, 0], // 2√3 · √3/4 / 3
    ...[0, 0, 0, 1, 0, 0, 0, 1, 0], // 2√3 · ½ / (1 + 1 + 2)
    ...[0, 0, 0, 1, 0, 0, 2, 0, 0],
    ...[3, 3, 3, 3, 3, 3, 3, 3, 3],
  );

  const [equilateral, half, sliver, point] = faceQualities(geometry);

  expect(equilateral).toBeCloseTo(0.5, 6);
  expect(half).toBeCloseTo(Math.sqrt(3) / 4, 6);
  expect([sliver, point]).toEqual([0, 0]);
});

test('shared corners count, and how the scene stretches a face', () => {
  const geometry = triangles(0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0);
  geometry.setIndex([0, 1, 2, 1, 3, 2]);

  expect(faceQualities(geometry)).toHaveLength(2);
  const stretched = faceQualities(geometry, new Matrix4().makeScale(10, 1, 1));
  // 2√3 · 5 / (100 + 1 + 101)
  expect(stretched[0]).toBeCloseTo((2 * Math.sqrt(3) * 5) / 202, 6);
});
