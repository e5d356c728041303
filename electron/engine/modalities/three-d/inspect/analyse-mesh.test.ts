import fc from 'fast-check';
import { assert, describe, expect, test } from 'vitest';
import type { TriangleMesh } from '../../../media/decode/geometry/geometry.ts';
import {
  explodeMesh,
  joinMeshes,
  makeCube,
  makeSphere,
  makeTorus,
  moveMesh,
  withFaces,
} from '../../../../../tests/builders/make-mesh.ts';
import { analyseMesh, type MeshCounts } from './analyse-mesh.ts';
import { locateMeshDefects, MAX_SHOWN } from './locate-defects.ts';

const countsOf = (mesh: TriangleMesh): MeshCounts => analyseMesh(mesh).counts;
const SOUND: Partial<MeshCounts> = {
  isWatertight: true,
  boundaryEdges: 0,
  nonManifoldEdges: 0,
  nonManifoldVertices: 0,
  degenerateFaces: 0,
  duplicateFaces: 0,
  duplicateVertices: 0,
  unreferencedVertices: 0,
  flippedFaces: 0,
  insideOut: 0,
  oneSided: 0,
  components: 1,
};
const CUBE = makeCube();
const CUBE_FACES = [...CUBE.faces];
const ALL_TWELVE = Array.from({ length: 12 }, (_, face) => face);
const kindsOf = (mesh: TriangleMesh): string[] =>
  locateMeshDefects(analyseMesh(mesh), [0, 0, 0]).map(({ id }) => id);
/** Turns faces of a mesh round. */
const flip = (mesh: TriangleMesh, ...which: readonly number[]): TriangleMesh => {
  const faces = [...mesh.faces];
  for (const face of which) {
    [faces[3 * face], faces[3 * face + 1]] = [faces[3 * face + 1]!, faces[3 * face]!];
  }
  return withFaces(mesh, faces);
};
const anySphere = fc
  .tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 3, max: 14 }))
  .map(([rings, sectors]) => makeSphere(rings, sectors));
const sphereAndFace = anySphere.chain((mesh) =>
  fc.tuple(fc.constant(mesh), fc.integer({ min: 0, max: mesh.faces.length / 3 - 1 })),
);

describe('a sound surface', () => {
  test('of a cube has its figures by hand', () => {
    // 8 vertices − 18 edges + 12 faces = 2; six squares; 1³
    expect(countsOf(CUBE)).toMatchObject({
      ...SOUND,
      vertices: 8,
      edges: 18,
      faces: 12,
      area: 6,
      volume: 1,
      euler: 2,
      genus: 0,
    });
    expect(kindsOf(CUBE)).toEqual([]);
  });

  test('is any closed sphere', () => {
    fc.assert(
      fc.property(anySphere, (mesh) => {
        const counts = countsOf(mesh);
        expect(counts).toMatchObject({ ...SOUND, euler: 2, genus: 0 });
        assert(counts.volume! > 0 && counts.volume! < (4 / 3) * Math.PI);
      }),
      { numRuns: 30 },
    );
  });

  test('of a ring has one handle', () => {
    // volume 2π²·R·r², area 4π²·R·r; the polygon inside is a little less
    const { volume, area, ...counts } = countsOf(makeTorus(64));

    expect(counts).toMatchObject({ ...SOUND, euler: 0, genus: 1 });
    expect(Math.abs(volume! / (4 * Math.PI ** 2) - 1)).toBeLessThan(0.01);
    expect(Math.abs(area / (8 * Math.PI ** 2) - 1)).toBeLessThan(0.01);
  });

  test('is the same wherever it lies, however large, and in whatever order its faces are', () => {
    fc.assert(
      fc.property(
        anySphere,
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 1, max: 9 }),
        (mesh, along, power) => {
          const faces: number[] = [];
          for (let at = mesh.faces.length - 3; at >= 0; at -= 3) {
            faces.push(...mesh.faces.subarray(at, at + 3));
          }
          const moved = moveMesh(withFaces(mesh, faces), along, 2 ** power);
          expect(countsOf(moved)).toMatchObject({ ...SOUND, genus: 0 });
        },
      ),
      { numRuns: 20 },
    );
  });

  test('of two spheres has two components, four handles of four rings', () => {
    const two = joinMeshes(makeSphere(6, 8), moveMesh(makeSphere(5, 5), 4));
    const rings = joinMeshes(...[0, 10, 20, 30].map((at) => moveMesh(makeTorus(8), at)));

    expect(countsOf(two)).toMatchObject({ ...SOUND, components: 2, euler: 4, genus: 0 });
    expect(countsOf(rings)).toMatchObject({ ...SOUND, components: 4, genus: 4 });
    expect(kindsOf(two)).toEqual(['components']);
  });
});

describe('one defect is found as one', () => {
  test('a face taken away leaves three boundary edges, a whole side four', () => {
    fc.assert(
      fc.property(sphereAndFace, ([mesh, face]) => {
        const faces = [...mesh.faces];
        faces.splice(3 * face, 3);
        const counts = countsOf(withFaces(mesh, faces));
        expect(counts).toMatchObject({
          ...SOUND,
          isWatertight: false,
          boundaryEdges: 3,
          volume: undefined,
          genus: undefined,
        });
      }),
      { numRuns: 30 },
    );
    expect(countsOf(withFaces(CUBE, CUBE_FACES.slice(6))).boundaryEdges).toBe(4);
  });

  test('a face twice, in whatever order of its corners, is one duplicate', () => {
    fc.assert(
      fc.property(
        sphereAndFace,
        fc.constantFrom([0, 1, 2], [1, 2, 0], [2, 1, 0]),
        ([mesh, face], order) => {
          const again = order.map((i) => mesh.faces[3 * face + i]!);
          const counts = countsOf(withFaces(mesh, [...mesh.faces, ...again]));
          expect(counts).toMatchObject({ ...SOUND, duplicateFaces: 1 });
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a face turned round is one flipped face, whichever it is', () => {
    fc.assert(
      fc.property(sphereAndFace, ([mesh, face]) => {
        const analysis = analyseMesh(flip(mesh, face));
        expect(analysis.counts).toMatchObject({ ...SOUND, flippedFaces: 1 });
        expect([...analysis.winding.isFlipped].indexOf(1)).toBe(face);
      }),
      { numRuns: 30 },
    );
  });

  test('of as many faces turned as not, those that look inwards are flipped', () => {
    const half = [0, 1, 2, 3, 4, 5];

    const { counts, winding } = analyseMesh(flip(CUBE, ...half));

    expect(counts).toMatchObject({ ...SOUND, flippedFaces: 6, volume: 1 });
    expect([...winding.isFlipped]).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
  });

  test('a surface turned inside out is that, not full of flipped faces', () => {
    const turned = flip(CUBE, ...ALL_TWELVE);

    expect(countsOf(turned)).toMatchObject({ ...SOUND, insideOut: 1, volume: 1 });
    expect(kindsOf(turned)).toEqual(['inside-out']);
  });

  test('the wall of a cavity looks inwards rightly, and its volume is taken off', () => {
    const inner = moveMesh(makeCube(), 0.25, 0.5);
    const hole = {
      ...inner,
      positions: inner.positions.map((v, i) => (i % 3 === 0 ? v : v + 0.25)),
    };
    const wall = flip(hole, ...ALL_TWELVE);

    // 1 − 0.5³
    expect(countsOf(joinMeshes(CUBE, wall))).toMatchObject({ insideOut: 0, volume: 0.875 });
    // beside it the same wall is no cavity
    const beside = joinMeshes(CUBE, moveMesh(wall, 5));
    expect(countsOf(beside)).toMatchObject({ insideOut: 1, volume: 1.125 });
  });

  test('a third face on an edge makes it non-manifold', () => {
    const fin = { ...CUBE, positions: Float64Array.of(...CUBE.positions, -1, -1, 0.5) };

    const counts = countsOf(withFaces(fin, [...CUBE_FACES, 0, 1, 8]));

    expect(counts).toMatchObject({ nonManifoldEdges: 1, boundaryEdges: 2, components: 1 });
  });

  test('two cubes that touch in a corner share a non-manifold vertex and no component', () => {
    const other = makeCube();
    const touching = joinMeshes(CUBE, { ...other, positions: other.positions.map((v) => v + 1) });

    expect(countsOf(touching)).toMatchObject({
      nonManifoldVertices: 1,
      components: 2,
      isWatertight: true,
      genus: undefined,
    });
    expect(kindsOf(touching)).toEqual(['non-manifold-vertices', 'components']);
  });

  test('faces without area are degenerate: a repeated number, a repeated place, a line', () => {
    const positions = Float64Array.of(...CUBE.positions, 0, 0, 0, 0, 0, 0.5);
    const mesh = { ...CUBE, positions };
    const faces = [...CUBE_FACES, 0, 0, 1, 0, 8, 1, 0, 0, 0, 0, 9, 1];

    const { counts } = analyseMesh(withFaces(mesh, faces));

    expect(counts).toMatchObject({ degenerateFaces: 4, duplicateVertices: 1 });
    const [drawn] = locateMeshDefects(analyseMesh(withFaces(mesh, faces)), [0, 0, 0]).filter(
      ({ id }) => id === 'degenerate-faces',
    );
    // three as lines of six numbers, the one at a single place as a point
    expect([drawn!.segments!.length, drawn!.points!.length, drawn!.shown]).toEqual([18, 3, 4]);
  });

  test('a vertex that no face names is unreferenced', () => {
    const mesh = { ...CUBE, positions: Float64Array.of(...CUBE.positions, 9, 9, 9) };

    expect(countsOf(mesh)).toMatchObject({ ...SOUND, unreferencedVertices: 1 });
  });

  test('a Möbius strip has one side, and none of its faces counts as flipped', () => {
    const steps = 12;
    const positions = Array.from({ length: steps }, (_, i) => {
      const [round, half] = [(2 * Math.PI * i) / steps, (Math.PI * i) / steps];
      return [1, -1].flatMap((side) => {
        const radius = 2 + side * 0.5 * Math.cos(half);
        return [radius * Math.cos(round), radius * Math.sin(round), side * 0.5 * Math.sin(half)];
      });
    }).flat();
    const faces = Array.from({ length: steps }, (_, i) => {
      const [a, b] = [2 * i, 2 * i + 1];
      const [c, d] = i < steps - 1 ? [a + 2, b + 2] : [1, 0];
      return [a, c, d, a, d, b];
    }).flat();

    const counts = countsOf({
      kind: 'mesh',
      positions: Float64Array.from(positions),
      faces: Uint32Array.from(faces),
    });

    expect(counts).toMatchObject({ oneSided: 1, flippedFaces: 0, boundaryEdges: steps * 2 });
  });
});

test('triangles that share nothing are welded where they lie exactly on each other', () => {
  fc.assert(
    fc.property(anySphere, (mesh) => {
      const whole = countsOf(mesh);
      const soup = countsOf(explodeMesh(mesh));
      const { duplicateVertices, vertices, ...rest } = soup;
      expect(vertices - duplicateVertices).toBe(whole.vertices);
      expect({ ...rest, vertices: whole.vertices, duplicateVertices: 0 }).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

test('what lies a hair apart is not welded, and 0 and −0 are one place', () => {
  const soup = explodeMesh(CUBE);
  const apart = soup.positions.slice();
  apart[0] = 1e-12;
  const signed = soup.positions.map((value) => (value === 0 ? -0 : value));
  signed[0] = 0;

  expect(countsOf({ ...soup, positions: apart }).isWatertight).toBe(false);
  expect(countsOf({ ...soup, positions: signed }).isWatertight).toBe(true);
});

test('defects lie where they are, relative to the origin that is asked for', () => {
  const open = withFaces(CUBE, CUBE_FACES.slice(3)); // without 0 1 3, the triangle at x = 0

  const [boundary, ...others] = locateMeshDefects(analyseMesh(open), [10, 0, 0]);

  expect(others).toEqual([]);
  expect(boundary).toMatchObject({ id: 'boundary-edges', total: 3, shown: 3 });
  const xs = boundary!.segments!.filter((_, i) => i % 3 === 0);
  expect([...xs]).toEqual([-10, -10, -10, -10, -10, -10]);
});

test('of very many defects all are counted and so many given', () => {
  const count = MAX_SHOWN + 7;
  const positions = Float64Array.from({ length: count * 9 }, (_, i) => Math.sin(i * 12.9898) * 1e4);
  const faces = Uint32Array.from({ length: count * 3 }, (_, i) => i);

  const kinds = locateMeshDefects(analyseMesh({ kind: 'mesh', positions, faces }), [0, 0, 0]);

  const boundary = kinds.find(({ id }) => id === 'boundary-edges');
  expect(boundary).toMatchObject({ total: count * 3, shown: MAX_SHOWN });
  expect(boundary!.segments!.length).toBe(MAX_SHOWN * 6);
});

test('pieces are coloured from the smallest on', () => {
  const mesh = joinMeshes(
    makeSphere(4, 4),
    moveMesh(makeCube(), 9),
    moveMesh(makeSphere(3, 3), 20),
  );

  const [components] = locateMeshDefects(analyseMesh(mesh), [0, 0, 0]);

  // 24, 12 and 12 faces: sphere 4×4, cube, sphere 3×3
  const sizes = [0, 1, 2].map((id) => components!.groups!.filter((group) => group === id).length);
  expect(sizes).toEqual([24, 12, 12]);
  expect(components).toMatchObject({ total: 3, shown: 3 });
  expect(components!.triangles!.length).toBe(48 * 9);
});

test('a million faces take seconds', () => {
  const mesh = makeSphere(500, 1000);

  const counts = countsOf(mesh);

  expect(counts).toMatchObject({ ...SOUND, faces: 998_000 });
}, 60_000);
