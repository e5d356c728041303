import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, assert, describe, expect, test } from 'vitest';
import { Inspection } from '../../../../../shared/model/quality.ts';
import {
  explodeMesh,
  makeCube,
  makeSphere,
  objText,
  withFaces,
} from '../../../../../tests/builders/make-mesh.ts';
import { analyseCloud } from './analyse-cloud.ts';
import { threeDInspector } from './index.ts';
import { inspectGeometry, MAX_INSPECTED_FACES } from './inspect-geometry.ts';

const dir = mkdtempSync(join(tmpdir(), 'inspect-three-d-'));
afterAll(() => rmSync(dir, { recursive: true }));
const fixtures = join(import.meta.dirname, '../../../../../tests/fixtures/media');

const inspect = async (path: string): Promise<Inspection> => {
  const outcome = await threeDInspector.inspectFile(path);
  assert(outcome.status === 'inspected', JSON.stringify(outcome));
  return Inspection.parse(outcome.inspection);
};
const save = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};
const valuesOf = ({ figures }: Inspection) =>
  Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));

describe('an inspected file', () => {
  test.each(['cube.obj', 'cube.off', 'cube.stl', 'cube.glb'])(
    '%s is a watertight cube without findings',
    async (name) => {
      const { type, findings, ...rest } = await inspect(join(fixtures, name));

      const values = valuesOf({ type, findings, ...rest });
      expect(type).toBe('Triangle mesh');
      expect(values).toMatchObject({
        faces: 12,
        edges: 18,
        watertight: 1,
        'Euler characteristic': 2,
        genus: 0,
      });
      const sides = ['extent x', 'extent y', 'extent z'].map((side) => values[side]!);
      expect(values['volume']!).toBeCloseTo(sides[0]! * sides[1]! * sides[2]!, 5);
      expect(findings).toEqual([]);
    },
  );

  test('that is broken has one finding a kind, with the count and a place', async () => {
    const cube = makeCube();
    const faces = [...cube.faces];
    const broken = withFaces(cube, [...faces.slice(3), ...faces.slice(33), 1, 1, 2]);

    const { findings, figures } = await inspect(save('broken.obj', objText(broken)));

    expect(findings.map(({ kind }) => kind)).toEqual([
      'boundary-edges',
      'degenerate-faces',
      'duplicate-faces',
    ]);
    expect(findings[0]!.message).toMatch(/^3 boundary edges, one at \(0, [\d.]+, [\d.]+\)$/);
    expect(findings[2]!.message).toMatch(/^1 duplicate face, one at \([\d.]+, [\d.]+, 1\)$/);
    expect(figures['watertight']!.value).toBe(0);
    expect(figures['volume']!.value).toBeUndefined();
  });

  test('says that vertices were welded', async () => {
    const { notes, figures } = await inspect(save('soup.obj', objText(explodeMesh(makeCube()))));

    expect(figures['watertight']!.value).toBe(1);
    expect(notes.join(' ')).toContain('28 of 36 vertices lie exactly on another');
  });

  test('PLY is a mesh where it has faces, in text and both byte orders', async () => {
    const { positions, faces } = makeCube();
    const head = (format: string) =>
      `ply\nformat ${format} 1.0\nelement vertex 8\nproperty float x\nproperty float y\nproperty float z\n` +
      'element face 12\nproperty uchar flag\nproperty list uchar int vertex_indices\nend_header\n';
    const triangles = Array.from({ length: 12 }, (_, i) => [...faces.subarray(3 * i, 3 * i + 3)]);
    const rows = Array.from({ length: 8 }, (_, i) =>
      positions.subarray(3 * i, 3 * i + 3).join(' '),
    );
    const text = `${head('ascii')}${rows.join('\n')}\n${triangles.map((t) => `7 3 ${t.join(' ')}`).join('\n')}\n`;
    const binary = (isLittle: boolean) => {
      const bytes = new DataView(new ArrayBuffer(8 * 12 + 12 * 14));
      positions.forEach((value, i) => bytes.setFloat32(4 * i, value, isLittle));
      triangles.forEach((corners, i) => {
        bytes.setUint8(96 + 14 * i + 1, 3);
        corners.forEach((n, c) => bytes.setInt32(96 + 14 * i + 2 + 4 * c, n, isLittle));
      });
      const format = `binary_${isLittle ? 'little' : 'big'}_endian`;
      return Buffer.concat([Buffer.from(head(format)), Buffer.from(bytes.buffer)]);
    };

    for (const [name, content] of [
      ['text.ply', text],
      ['little.ply', binary(true)],
      ['big.ply', binary(false)],
    ] as const) {
      const path = join(dir, name);
      writeFileSync(path, content);
      const { type, figures } = await inspect(path);
      expect(type, name).toBe('Triangle mesh');
      expect(figures['volume']!.value, name).toBe(1);
    }
    const cut = join(dir, 'cut.ply');
    writeFileSync(cut, binary(true).subarray(0, -20));
    expect(await threeDInspector.inspectFile(cut)).toMatchObject({ code: 'media-broken' });
    const wrong = save('wrong.ply', text.replace('7 3 0 1 3', '7 3 0 1 9'));
    expect(await threeDInspector.inspectFile(wrong)).toMatchObject({ code: 'media-broken' });
  });

  test('without what can be looked at says why', async () => {
    const nan = save('nan.obj', 'v 0 0 0\nv nan 0 0\nv 0 1 0\nf 1 2 3\n');
    const empty = save('none.obj', '# nothing\n');
    const large = {
      kind: 'mesh' as const,
      positions: new Float64Array(9),
      faces: new Uint32Array(3 * (MAX_INSPECTED_FACES + 1)),
    };

    expect(await threeDInspector.inspectFile(nan)).toMatchObject({ code: 'media-broken' });
    expect(await threeDInspector.inspectFile(empty)).toMatchObject({ code: 'media-too-small' });
    expect(inspectGeometry(large)).toMatchObject({ code: 'media-too-large' });
  });
});

test('figures of hostile coordinates are finite and in their range, or absent', () => {
  const cube = makeCube();
  const shapes = [
    cube.positions.map((value) => value * 1e300),
    cube.positions.map((value) => value * 1e-300),
    cube.positions.map((value) => value + 1e12),
    new Float64Array(24),
  ];

  for (const positions of shapes) {
    for (const geometry of [
      { ...cube, positions },
      { kind: 'cloud' as const, positions },
    ]) {
      const outcome = inspectGeometry(geometry);
      assert(outcome.status === 'inspected');
      for (const [name, { value, range }] of Object.entries(outcome.inspection.figures)) {
        if (value === undefined) continue;
        assert(
          Number.isFinite(value) && value >= range[0] && value <= range[1],
          `${name} ${value}`,
        );
      }
    }
  }
});

describe('a point cloud', () => {
  /** A square grid in the plane. */
  const grid = (side: number) =>
    Float64Array.from({ length: side * side * 3 }, (_, i) => {
      const point = Math.floor(i / 3);
      return [point % side, Math.floor(point / side), 0][i % 3]!;
    });

  test('has its distances to the nearest neighbour by hand', () => {
    const cloud = analyseCloud(grid(20));

    expect(cloud.nearest).toEqual({ least: 1, median: 1, mean: 1, greatest: 1 });
    expect([cloud.points, cloud.duplicates.length, cloud.outliers.length]).toEqual([400, 0, 0]);
  });

  test('shows what lies apart and what lies twice', () => {
    const cloud = analyseCloud(Float64Array.of(...grid(20), 300, 300, 0, 5, 5, 0));

    expect([...cloud.outliers]).toEqual([400]);
    expect([...cloud.duplicates]).toEqual([401]);
    // a doubled point is no neighbour of itself
    expect(cloud.nearest).toMatchObject({ least: 1, median: 1 });
  });

  test('as a file has its figures and findings', async () => {
    const { positions } = makeSphere(12, 20);
    const rows = Array.from({ length: positions.length / 3 }, (_, i) =>
      positions.subarray(3 * i, 3 * i + 3).join(' '),
    );
    const head =
      'ply\nformat ascii 1.0\nelement vertex COUNT\nproperty double x\nproperty double y\nproperty double z\nend_header\n';
    const path = save(
      'cloud.ply',
      `${head.replace('COUNT', String(rows.length + 2))}${rows.join('\n')}\n0 0 1\n50 0 0\n`,
    );

    const { type, figures, findings } = await inspect(path);

    expect(type).toBe('Point cloud');
    expect(figures['points']!.value).toBe(224);
    expect(figures['extent x']!.value).toBeCloseTo(51, 0);
    expect(findings.map(({ message }) => message)).toEqual([
      '1 outlier, one at (50, 0, 0)',
      '1 duplicate point, one at (0, 0, 1)',
    ]);
  });
});
