import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseOff } from './parse-off.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../tests/fixtures/media', name), 'utf8');

test('a cube of six squares becomes twelve triangles, its coloured faces keep their colour', () => {
  const mesh = parseOff(fixture('cube.off'));

  expect(mesh).toMatchObject({ vertices: 8, faces: 6 });
  expect(mesh.positions).toHaveLength(24);
  expect(mesh.triangles).toHaveLength(36);
  // the first face is 255 0 0, the second 0.0 0.5 1.0, the others have none
  expect([...(mesh.triangleColors?.slice(0, 3) ?? [])]).toEqual([1, 0, 0]);
  expect([...(mesh.triangleColors?.slice(6, 9) ?? [])]).toEqual([0, 0.5, 1]);
});

test('counts beside OFF, comments and blank lines are read', () => {
  const mesh = parseOff('# hi\nOFF 3 1 0\n\n0 0 0 # first\n1 0 0\n0 1 0\n3 0 1 2\n');

  expect([...mesh.triangles]).toEqual([0, 1, 2]);
  expect([...mesh.positions]).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 0]);
  expect(mesh.triangleColors).toBeUndefined();
});

test('COFF has colours, NOFF normals, 4OFF weights at its vertices', () => {
  expect([...(parseOff('COFF\n1 0 0\n0 0 0 255 0 51 255').vertexColors ?? [])]).toEqual([
    1,
    0,
    Math.fround(0.2),
  ]);
  expect(parseOff('NOFF\n1 0 0\n1 2 3 0 0 1').vertexColors).toBeUndefined();
  expect([...parseOff('4OFF\n1 0 0\n2 4 6 2').positions]).toEqual([1, 2, 3]);
});

test.each([
  ['', 'not “OFF”'],
  ['PLY\n1 2 3', 'not “OFF”'],
  ['OFF\nmany faces', 'no counts'],
  ['OFF\n3 1 0\n0 0 0\n1 0 0\n', 'ends after 2 of 4'],
  ['OFF\n1 1 0\n0 x 0\n3 0 0 0', 'Vertex 1 of 1'],
  ['OFF\n1 1 0\n0 0 0\n3 0 0 7', 'names vertex “7”'],
  ['OFF BINARY\n1 1 0', 'Binary'],
])('%j is refused with a sentence', (text, sentence) => {
  expect(() => parseOff(text)).toThrow(sentence);
});

test('a polygon of n corners gives n − 2 triangles of its own corners', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), (corners) => {
      const vertices = Array.from({ length: 30 }, (_, index) => `${index} 0 0`).join('\n');
      const face = [corners, ...Array.from({ length: corners }, (_, index) => index)].join(' ');
      const { triangles } = parseOff(`OFF\n30 1 0\n${vertices}\n${face}`);
      return (
        triangles.length === Math.max(0, corners - 2) * 3 && triangles.every((at) => at < corners)
      );
    }),
  );
});
