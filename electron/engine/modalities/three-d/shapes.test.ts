import { assert, describe, test } from 'vitest';
import { anglesBetween, faceShapes } from './face-shapes.ts';
import { countComponents, meshEdges } from './mesh-edges.ts';
import { normalisePositions } from './normalise.ts';
import { smallestEigenvector, surfaceVariation } from './smallest-eigenvector.ts';
import { outlierShare, robustSpread } from './spread.ts';
import { sampleSurface } from './surface-samples.ts';
import { thinOut } from './thin-out.ts';

const mesh = (positions: number[], faces: number[]) => ({
  kind: 'mesh' as const,
  positions: Float64Array.from(positions),
  faces: Uint32Array.from(faces),
});
const TETRAHEDRON = mesh(
  [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1],
  [0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3],
);

describe('robust spread', () => {
  test('is 1 − exp(−IQR/median)', () => {
    // quartiles of 1 2 3 4 5: 2 and 4, median 3
    assert.approximately(
      robustSpread(Float64Array.from([5, 3, 1, 2, 4])),
      1 - Math.exp(-2 / 3),
      1e-12,
    );
  });

  test('of equal values is 0, of wild ones near 1', () => {
    assert.equal(robustSpread(new Float64Array(9).fill(7)), 0);
    assert.approximately(
      robustSpread(Float64Array.from([0, 0, 0, 1, 1])),
      1 - Math.exp(-1 / 0.4),
      1e-6,
    );
    assert.isAbove(robustSpread(Float64Array.from([-900, -900, 0.001, 900, 900])), 0.9);
  });

  test('of fewer than four values is 0, those that are not finite left out', () => {
    assert.equal(robustSpread(Float64Array.from([1, 9, 5])), 0);
    assert.equal(robustSpread(Float64Array.from([1, 9, 5, NaN, Infinity])), 0);
  });

  test('does not depend on scale', () => {
    const values = Float64Array.from([1, 2, 4, 8, 16]);

    assert.approximately(robustSpread(values.map((v) => v * 1000)), robustSpread(values), 1e-12);
  });
});

describe('outliers', () => {
  test('lie further than 2.5 deviations from the mean', () => {
    const values = new Float64Array(100).fill(1);
    values[0] = 50;

    assert.equal(outlierShare(values), 0.01);
  });

  test('of equal values and of nothing are none', () => {
    assert.equal(outlierShare(new Float64Array(9).fill(3)), 0);
    assert.equal(outlierShare(new Float64Array(0)), 0);
  });
});

describe('edges', () => {
  test('of a closed mesh are shared by two faces each', () => {
    const edges = meshEdges(TETRAHEDRON);

    assert.deepEqual(
      [
        edges.uniqueEdges,
        edges.boundaryEdges,
        edges.nonManifoldEdges,
        edges.adjacentFaces.length / 2,
      ],
      [6, 0, 0, 6],
    );
    assert.deepEqual([...edges.valence], [3, 3, 3, 3]);
    assert.equal(countComponents(4, edges.adjacentFaces), 1);
  });

  test('of three faces do not join them', () => {
    const fan = mesh([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, -1, 0], [0, 1, 2, 0, 1, 3, 0, 1, 4]);

    const edges = meshEdges(fan);

    assert.equal(edges.nonManifoldEdges, 1);
    assert.equal(edges.boundaryEdges, 6);
    assert.equal(countComponents(3, edges.adjacentFaces), 3);
  });

  test('of a vertex with very many are found too', () => {
    const corners = Array.from({ length: 100 }, (_, i) => [Math.cos(i), Math.sin(i), 0]).flat();
    const faces = Array.from({ length: 99 }, (_, i) => [0, i + 1, i + 2]).flat();

    const edges = meshEdges(mesh([0, 0, 1, ...corners], faces));

    assert.equal(edges.valence[0], 100);
    assert.equal(edges.boundaryEdges, 101);
    assert.equal(countComponents(99, edges.adjacentFaces), 1);
  });
});

describe('faces', () => {
  test('have area, quality and normal', () => {
    const { areas, qualities, normals } = faceShapes(
      mesh([0, 0, 0, 1, 0, 0, 0.5, Math.sqrt(3) / 2, 0], [0, 1, 2]),
    );

    // equilateral, side 1: area √3/4, 2√3·(√3/4)/3 = 0.5, the best there is
    assert.approximately(areas[0]!, Math.sqrt(3) / 4, 1e-12);
    assert.approximately(qualities[0]!, 0.5, 1e-12);
    assert.deepEqual([...normals], [0, 0, 1]);
  });

  test('without area have quality 0 and no normal', () => {
    const { areas, qualities, normals } = faceShapes(
      mesh([0, 0, 0, 1, 0, 0, 2, 0, 0], [0, 1, 2, 0, 0, 0]),
    );

    assert.deepEqual([...areas, ...qualities], [0, 0, 0, 0]);
    assert.isTrue(normals.every((value) => value === 0));
  });

  test('of a cube meet at a right angle', () => {
    const { normals } = faceShapes(mesh([0, 0, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1], [0, 1, 2, 0, 3, 1]));

    const [angle] = anglesBetween(normals, Uint32Array.from([0, 1]));
    assert.approximately(angle!, Math.PI / 2, 1e-12);
  });
});

describe('surface samples', () => {
  test('lie on the surface, by area, and are always the same', () => {
    // a small and a large square in one plane: areas 1 and 9
    const squares = mesh(
      [0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 5, 0, 0, 8, 0, 0, 8, 3, 0, 5, 3, 0],
      [0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7],
    );
    const { areas } = faceShapes(squares);

    const points = sampleSurface(squares, areas, 5000);

    let small = 0;
    for (let i = 0; i < 5000; i++) {
      const [x, y, z] = points.subarray(3 * i, 3 * i + 3) as unknown as [number, number, number];
      assert.equal(z, 0);
      assert.isTrue((x <= 1 && y <= 1) || (x >= 5 && x <= 8 && y <= 3));
      small += Number(x <= 1);
    }
    assert.approximately(small / 5000, 0.1, 0.02);
    assert.deepEqual(sampleSurface(squares, areas, 5000), points);
  });

  test('of a surface without area are none', () => {
    const line = mesh([0, 0, 0, 1, 0, 0, 2, 0, 0], [0, 1, 2]);

    assert.equal(sampleSurface(line, faceShapes(line).areas, 100).length, 0);
  });
});

describe('normalising', () => {
  test('centres the box and makes its longest side 1', () => {
    const { positions, extents } = normalisePositions(Float64Array.from([1, 1, 1, 5, 3, 1]))!;

    assert.deepEqual([...positions], [-0.5, -0.25, 0, 0.5, 0.25, 0]);
    assert.deepEqual(extents, [4, 2, 0]);
  });

  test('of one place or of nothing is not possible', () => {
    assert.isUndefined(normalisePositions(Float64Array.from([2, 2, 2, 2, 2, 2])));
    assert.isUndefined(normalisePositions(new Float64Array(0)));
  });
});

describe('the least eigenvector', () => {
  test('of a diagonal matrix is an axis', () => {
    const none = { xy: 0, xz: 0, yz: 0 };

    assert.deepEqual(smallestEigenvector({ xx: 1, yy: 2, zz: 3, ...none }), [1, 0, 0]);
    assert.deepEqual(smallestEigenvector({ xx: 2, yy: 1, zz: 3, ...none }), [0, 1, 0]);
    assert.deepEqual(smallestEigenvector({ xx: 3, yy: 2, zz: 1, ...none }), [0, 0, 1]);
  });

  test('is an eigenvector of unit length, whatever the matrix', () => {
    for (let i = 1; i < 200; i++) {
      const v = (k: number) => Math.sin(i * 12.9898 + k * 78.233) * (k + 1);
      // Gram matrix of three vectors: symmetric, no eigenvalue below 0
      const rows = [0, 3, 6].map((k) => [v(k), v(k + 1), v(k + 2)] as const);
      const gram = (a: 0 | 1 | 2, b: 0 | 1 | 2) =>
        rows.reduce((sum, row) => sum + row[a] * row[b], 0);
      const m = {
        xx: gram(0, 0),
        xy: gram(0, 1),
        xz: gram(0, 2),
        yy: gram(1, 1),
        yz: gram(1, 2),
        zz: gram(2, 2),
      };

      const [x, y, z] = smallestEigenvector(m);

      const lambda = surfaceVariation(m) * (m.xx + m.yy + m.zz);
      assert.approximately(Math.hypot(x, y, z), 1, 1e-9);
      assert.approximately(m.xx * x + m.xy * y + m.xz * z, lambda * x, 1e-6);
      assert.approximately(m.xy * x + m.yy * y + m.yz * z, lambda * y, 1e-6);
      assert.approximately(m.xz * x + m.yz * y + m.zz * z, lambda * z, 1e-6);
    }
  });

  test('of nothing is the z axis, and nothing has no variation', () => {
    const zero = { xx: 0, xy: 0, xz: 0, yy: 0, yz: 0, zz: 0 };

    assert.deepEqual(smallestEigenvector(zero), [0, 0, 1]);
    assert.equal(surfaceVariation(zero), 0);
  });

  test('a round neighbourhood varies by a third', () => {
    assert.approximately(
      surfaceVariation({ xx: 2, xy: 0, xz: 0, yy: 2, yz: 0, zz: 2 }),
      1 / 3,
      1e-12,
    );
  });
});

test('thinning keeps points from all over the file, and short files whole', () => {
  const positions = Float64Array.from({ length: 300 }, (_, i) => Math.floor(i / 3));

  const thin = thinOut(positions, 10);

  assert.deepEqual(
    [...thin.filter((_, i) => i % 3 === 0)],
    [0, 10, 20, 30, 40, 50, 60, 70, 80, 90],
  );
  assert.equal(thinOut(positions, 100), positions);
});
