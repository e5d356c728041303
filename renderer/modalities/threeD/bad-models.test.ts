import { BufferAttribute, BufferGeometry, Mesh, Points } from 'three';
import { expect, test } from 'vitest';
import { boundingSphere, measureObject } from './measure.ts';
import { leaveOutBadVertices } from './repair.ts';
import { thinGeometry, thinPly } from './thin-points.ts';

const geometryOf = (positions: readonly number[], index?: readonly number[]) => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  if (index !== undefined) geometry.setIndex([...index]);
  return geometry;
};

test('faces at a vertex that is no number are left out, counted, and the rest is measured', () => {
  const square = [0, 0, 0, 4, 0, 0, 0, 3, 0, NaN, 3, 0];
  const mesh = new Mesh(geometryOf(square, [0, 1, 2, 1, 3, 2]));

  const note = leaveOutBadVertices(mesh);

  expect(note).toBe(
    '1 of 4 vertices are NaN or infinite: they and the 1 face at them are left out.',
  );
  expect([...(mesh.geometry.index?.array ?? [])]).toEqual([0, 1, 2]);
  expect(boundingSphere(mesh).radius).toBeCloseTo(2.5, 6); // half of the diagonal 5
  expect(measureObject(mesh).extent).toEqual([4, 3, 0]);
});

test('triangles that share nothing and points are kept where they are good', () => {
  const loose = new Mesh(geometryOf([0, 0, 0, 1, 0, 0, 0, 1, 0, Infinity, 0, 0, 1, 0, 0, 0, 1, 0]));
  const cloud = new Points(geometryOf([0, 0, 0, NaN, NaN, NaN, 1, 1, 1]));

  expect(leaveOutBadVertices(loose)).toContain('1 of 6 vertices');
  expect([...(loose.geometry.index?.array ?? [])]).toEqual([0, 1, 2]);
  expect(leaveOutBadVertices(cloud)).toContain(
    '1 of 3 vertices are NaN or infinite: they are left',
  );
  expect([...(cloud.geometry.index?.array ?? [])]).toEqual([0, 2]);
});

test('a sound model is left as it is; one without any place says so', () => {
  const sound = new Mesh(geometryOf([0, 0, 0, 1, 0, 0, 0, 1, 0]));
  expect(leaveOutBadVertices(sound)).toBeUndefined();
  expect(sound.geometry.index).toBeNull();

  expect(() =>
    leaveOutBadVertices(new Mesh(geometryOf([NaN, 0, 0, NaN, 0, 0, NaN, 0, 0]))),
  ).toThrow('None of its vertices is a place');
});

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;
const ASCII_HEADER = (points: number) =>
  `ply\nformat ascii 1.0\ncomment made by hand\nelement vertex ${points}\nproperty float x\nproperty float y\nproperty float z\nend_header\n`;

test('of a PLY with too many points every so many-th is kept, written or binary', () => {
  const lines = Array.from({ length: 10 }, (_, i) => `${i} 0 0\n`).join('');
  const thin = thinPly(bytesOf(ASCII_HEADER(10) + lines), 4);

  expect(thin?.total).toBe(10);
  expect(new TextDecoder().decode(thin?.bytes)).toBe(
    `${ASCII_HEADER(4)}0 0 0\n2 0 0\n5 0 0\n7 0 0\n`,
  );

  const header =
    'ply\nformat binary_little_endian 1.0\nelement vertex 5\nproperty uchar a\nproperty ushort b\nelement face 0\nproperty list uchar int vertex_indices\nend_header\n';
  const records = Uint8Array.from(Array.from({ length: 5 }, (_, i) => [i, i, 9]).flat());
  const whole = new Uint8Array([...new TextEncoder().encode(header), ...records]);
  const binary = new Uint8Array(thinPly(whole.buffer, 2)?.bytes ?? new ArrayBuffer(0));
  expect([...binary.slice(-6)]).toEqual([0, 0, 9, 2, 2, 9]);
});

test('a mesh, a small cloud and a file that is cut off are parsed as they are', () => {
  const mesh = ASCII_HEADER(10).replace(
    'end_header',
    'element face 2\nproperty list uchar int i\nend_header',
  );
  expect(thinPly(bytesOf(mesh), 4)).toBeUndefined();
  expect(thinPly(bytesOf(ASCII_HEADER(4)), 4)).toBeUndefined();
  expect(thinPly(bytesOf(`${ASCII_HEADER(10)}0 0 0\n`), 4)).toBeUndefined();
});

test('a cloud that is parsed already keeps all its attributes when it is thinned', () => {
  const cloud = geometryOf([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
  cloud.setAttribute(
    'color',
    new BufferAttribute(Float32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3), 3),
  );

  const thin = thinGeometry(cloud, 2);

  expect([...thin.getAttribute('position').array]).toEqual([0, 0, 0, 2, 2, 2]);
  expect([...thin.getAttribute('color').array]).toEqual([0, 0, 0, 2, 2, 2]);
  expect(thin.userData['vertices']).toBe(4);
});
