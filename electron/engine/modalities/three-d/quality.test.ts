import { assert, describe, test } from 'vitest';
import type { Geometry } from '../../media/decode/geometry/geometry.ts';
import { measureCloud } from './cloud-score.ts';
import { measureMesh } from './mesh-score.ts';
import { MAX_POINTS, scoreThreeD } from './quality.ts';

const numbers = (seed: number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};
/** Points scattered evenly over a sphere. */
const sphere = (count: number): Float64Array => {
  const next = numbers(5);
  const points = Array.from({ length: count }, () => {
    const z = 2 * next() - 1;
    const angle = 2 * Math.PI * next();
    const radius = Math.sqrt(1 - z * z);
    return [radius * Math.cos(angle), radius * Math.sin(angle), z];
  });
  return Float64Array.from(points.flat());
};
const noise = (count: number): Float64Array => {
  const next = numbers(11);
  return Float64Array.from({ length: count * 3 }, () => next() - 0.5);
};
const cloud = (positions: Float64Array): Geometry => ({ kind: 'cloud', positions });
const CUBE = {
  kind: 'mesh' as const,
  positions: Float64Array.from([
    0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1,
  ]),
  faces: Uint32Array.from([
    0, 1, 3, 0, 3, 2, 4, 6, 7, 4, 7, 5, 0, 4, 5, 0, 5, 1, 2, 3, 7, 2, 7, 6, 0, 2, 6, 0, 6, 4, 1, 5,
    7, 1, 7, 3,
  ]),
};
const scoreOf = (geometry: Geometry): number => {
  const outcome = scoreThreeD(geometry);
  assert(outcome.status === 'scored', JSON.stringify(outcome));
  return outcome.evidence.score;
};

describe('mesh score', () => {
  test('of a cube has its topology and geometry by hand', () => {
    const measures = measureMesh(CUBE);

    // closed and one piece: 0.35 + 0.25 + 0.20 + 0.20
    assert.approximately(measures.topology, 1, 1e-12);
    // 12 right angles, 6 flat: quartiles 0 and π/2, median π/2 → spread 1 − 1/e; right triangles:
    // 2√3·½/4 = √3/4
    assert.approximately(measures.angleSpread, 1 - Math.exp(-1), 1e-9);
    assert.approximately(measures.sharpShare, 12 / 18, 1e-12);
    assert.approximately(measures.triangleQuality, Math.sqrt(3) / 4, 1e-12);
  });

  test('loses a third of the pieces’ part for each piece beyond the first', () => {
    const two: Geometry = {
      kind: 'mesh',
      positions: Float64Array.from([...CUBE.positions, ...CUBE.positions.map((v) => v + 3)]),
      faces: Uint32Array.from([...CUBE.faces, ...CUBE.faces.map((v) => v + 8)]),
    };

    assert.approximately(measureMesh(two).topology, 1 - 0.2 / 3, 1e-12);
  });

  test('does not care where a mesh lies, how large it is and which way it is turned by', () => {
    const moved = { ...CUBE, positions: CUBE.positions.map((v) => 40 * v - 7) };

    assert.approximately(scoreOf(moved), scoreOf(CUBE), 0.011);
  });

  test('loses the watertight part with a face', () => {
    const open = measureMesh({ ...CUBE, faces: CUBE.faces.slice(3) });

    assert.isFalse(open.isWatertight);
    assert.approximately(open.topology, 0.65, 1e-12);
  });

  test('of a mesh without area is finite', () => {
    const positions = Float64Array.from([0, 0, 0, 1, 0, 0, 2, 0, 0]);

    const score = scoreOf({ kind: 'mesh', positions, faces: Uint32Array.from([0, 1, 2]) });
    assert.isTrue(Number.isFinite(score));
  });

  test('does not exist without faces', () => {
    const outcome = scoreThreeD({ ...CUBE, faces: new Uint32Array(0) });

    assert(outcome.status === 'unscored');
    assert.equal(outcome.code, 'media-too-small');
  });
});

describe('point cloud score', () => {
  test('of a sphere is high, of points in a volume low', () => {
    const surface = measureCloud(sphere(1000));
    const volume = measureCloud(noise(1000));

    assert.isAbove(surface.topology, 0.9);
    assert.approximately(surface.normalAgreement, 1, 0.02);
    assert.isBelow(volume.surface, 0.3);
    assert.isAbove(scoreOf(cloud(sphere(1000))), scoreOf(cloud(noise(1000))) + 30);
  });

  test('has parts of 0 below their numbers of points', () => {
    const parts = (count: number) => {
      const { topology, geometry, sampling } = measureCloud(sphere(count));
      return [topology > 0, geometry > 0, sampling > 0];
    };

    assert.deepEqual(parts(7), [false, false, false]);
    assert.deepEqual(parts(8), [true, false, false]);
    assert.deepEqual(parts(15), [true, false, false]);
    assert.deepEqual(parts(16), [true, false, true]);
    assert.deepEqual(parts(32), [true, true, true]);
  });

  test('does not care where a cloud lies and how large it is', () => {
    const moved = sphere(500).map((value) => 16 * value + 4); // powers of two: nothing is rounded

    assert.approximately(scoreOf(cloud(moved)), scoreOf(cloud(sphere(500))), 0.02);
  });

  test('is finite for points that lie on each other, and does not exist for one place', () => {
    const doubled = Float64Array.from([...sphere(40), ...sphere(40)]);

    assert.isTrue(Number.isFinite(scoreOf(cloud(doubled))));
    const outcome = scoreThreeD(cloud(new Float64Array(30).fill(2)));
    assert(outcome.status === 'unscored');
    assert.equal(outcome.code, 'media-too-small');
  });

  test('of a very large cloud is taken from a part of it, and says so', () => {
    const outcome = scoreThreeD(cloud(sphere(MAX_POINTS + 5)));

    assert(outcome.status === 'scored');
    assert.equal(outcome.evidence.components['points']!.value, MAX_POINTS);
    assert.isTrue(outcome.evidence.notes.some((note) => note.includes(`${MAX_POINTS + 5}`)));
  }, 120_000);

  test('keeps every figure finite and in its range for hostile clouds', () => {
    const line = Float64Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? i : 0));
    const tiny = noise(100).map((value) => value * 1e-300);
    const outlier = Float64Array.from([...noise(99), 1e12, 0, 0]);

    for (const positions of [line, tiny, outlier, noise(2)]) {
      const outcome = scoreThreeD(cloud(positions));
      assert(outcome.status === 'scored', JSON.stringify(outcome));
      for (const [name, { value, range }] of Object.entries(outcome.evidence.components)) {
        if (value !== undefined) {
          assert.isTrue(value >= range[0] - 1e-12 && value <= range[1] + 1e-12, `${name} ${value}`);
        }
      }
    }
  });
});
