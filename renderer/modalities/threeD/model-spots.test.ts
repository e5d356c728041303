import { expect, test } from 'vitest';
import { BoxGeometry, Mesh, MeshBasicMaterial, PerspectiveCamera } from 'three';
import { createModelSpots } from './model-spots.ts';

const canvas = { clientWidth: 400, clientHeight: 200 };

/** A cube of edge 2 that is looked at from the side of z. */
function spots(shift?: readonly [number, number, number]) {
  const geometry = new BoxGeometry(2, 2, 2);
  if (shift !== undefined) geometry.userData = { shift: [...shift] };
  const camera = new PerspectiveCamera(40, 2);
  camera.position.set(0, 0, 6);
  camera.lookAt(0, 0, 0);
  camera.updateProjectionMatrix();
  return createModelSpots(new Mesh(geometry, new MeshBasicMaterial()), 2, camera, canvas);
}

test('the middle of the tile is the middle of the face in front', () => {
  expect(spots().pick(200, 100)).toEqual({ x: 0, y: 0, z: 1 });
  expect(spots().pick(2, 2)).toBeUndefined();
});

test('what was picked is found again where it was', () => {
  const both = spots();

  const point = both.pick(230, 80);

  expect(point?.z).toBeCloseTo(1, 5);
  expect(point?.x).toBeGreaterThan(0);
  expect(point?.y).toBeGreaterThan(0);
  const seen = both.find(point ?? { x: 0, y: 0, z: 0 });
  expect(seen?.x).toBeCloseTo(230, 2);
  expect(seen?.y).toBeCloseTo(80, 2);
  expect(seen?.isHidden).toBe(false);
});

test('what is behind the model is hidden, what is behind the eye is not found', () => {
  expect(spots().find({ x: 0, y: 0, z: -1 })?.isHidden).toBe(true);
  expect(spots().find({ x: 0, y: 0, z: 9 })).toBeUndefined();
});

test('places are those of the file, also where the loader moved it towards the origin', () => {
  const moved = spots([1000, 0, 50]);

  expect(moved.pick(200, 100)).toEqual({ x: 1000, y: 0, z: 51 });
  expect(moved.find({ x: 1000, y: 0, z: 51 })).toMatchObject({ x: 200, y: 100, isHidden: false });
  // in the scene, with 0.3 of the model's radius of 2
  const { center, radius } = moved.around({ x: 1000, y: 0, z: 51 });
  expect(center.toArray()).toEqual([0, 0, 1]);
  expect(radius).toBeCloseTo(0.6, 12);
});
