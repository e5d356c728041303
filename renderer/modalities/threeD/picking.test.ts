import { expect, test } from 'vitest';
import {
  BoxGeometry,
  BufferAttribute,
  BufferGeometry,
  Group,
  Mesh,
  MeshBasicMaterial,
  Points,
  Ray,
  Vector3,
} from 'three';
import { createPicker } from './picking.ts';

const rounded = (place: Vector3 | undefined) => place?.toArray().map((each) => +each.toFixed(4));
const from = (x: number, y: number, z: number, to: readonly [number, number, number]) => {
  const origin = new Vector3(x, y, z);
  return new Ray(origin, new Vector3(...to).sub(origin).normalize());
};

/** A cube of edge 2 round (10, 0, 0), moved there by the group that it stands in. */
function cube(): Group {
  const group = new Group();
  group.position.set(10, 0, 0);
  group.add(new Mesh(new BoxGeometry(2, 2, 2), new MeshBasicMaterial()));
  return group;
}

test('the face in front is hit, where it stands in the scene', () => {
  const picker = createPicker(cube(), 2);

  expect(rounded(picker.hit(from(0, 0, 0, [10, 0, 0]), 0))).toEqual([9, 0, 0]);
  expect(rounded(picker.hit(from(10, 5, 0.5, [10, 0, 0.5]), 0))).toEqual([10, 1, 0.5]);
  expect(picker.hit(from(0, 5, 0, [10, 5, 0]), 0)).toBeUndefined();
});

test('a face is hit from behind too', () => {
  expect(rounded(createPicker(cube(), 2).hit(from(10, 0, 0, [20, 0, 0]), 0))).toEqual([11, 0, 0]);
});

test('of two parts the nearer one is hit', () => {
  const both = new Group();
  const near = cube();
  near.position.x = 4;
  both.add(cube(), near);

  expect(rounded(createPicker(both, 5).hit(from(0, 0, 0, [1, 0, 0]), 0))).toEqual([3, 0, 0]);
});

test('a place behind the surface is hidden, one on it is not', () => {
  const picker = createPicker(cube(), 2);
  const eye = new Vector3(0, 0, 0);

  expect(picker.isHidden(eye, new Vector3(11, 0, 0))).toBe(true);
  expect(picker.isHidden(eye, new Vector3(9, 0.2, 0.1))).toBe(false);
  expect(picker.isHidden(eye, new Vector3(9, 5, 0))).toBe(false);
});

test('of a cloud the point in front near the ray is hit, and none far from it', () => {
  const geometry = new BufferGeometry();
  const places = [5, 0.05, 0, 20, 0, 0, 5, 3, 0];
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(places), 3));
  const picker = createPicker(new Points(geometry), 10);

  // 0.05 off at 5 is within 0.02 a length; (20, 0, 0) lies right on the ray, but behind
  expect(rounded(picker.hit(from(0, 0, 0, [1, 0, 0]), 0.02))).toEqual([5, 0.05, 0]);
  expect(picker.hit(from(0, 0, 0, [0, 0, 1]), 0.02)).toBeUndefined();
  expect(picker.isHidden(new Vector3(0, 0, 0), new Vector3(30, 0, 0))).toBe(false);
});

test('the order of the faces stays as it was', () => {
  const model = cube();
  const [mesh] = model.children as Mesh<BufferGeometry>[];
  const before = [...(mesh?.geometry.index?.array ?? [])];

  createPicker(model, 2).hit(from(0, 0, 0, [10, 0, 0]), 0);

  expect([...(mesh?.geometry.index?.array ?? [])]).toEqual(before);
});
