import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, assert, describe, test } from 'vitest';
import { threeDQuality } from '../../modalities/three-d/index.ts';
import { decodeThreeD } from './three-d.ts';

const dir = mkdtempSync(join(tmpdir(), 'decode-three-d-'));
afterAll(() => rmSync(dir, { recursive: true }));

const save = (name: string, content: string | Buffer): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};

const TETRAHEDRON = 'OFF\n4 4 6\n0 0 0\n1 0 0\n0 1 0\n0 0 1\n3 0 1 2\n3 0 1 3\n3 0 2 3\n3 1 2 3\n';

describe('a 3D file that cannot be scored says why', () => {
  const codeOf = async (path: string) => {
    const outcome = await threeDQuality.scoreFile(path);
    assert(outcome.status === 'unscored', JSON.stringify(outcome));
    assert.isNotEmpty(outcome.reason);
    return outcome.code;
  };

  test('when there is no file', async () => {
    assert.equal(await codeOf(join(dir, 'none.ply')), 'media-missing');
  });

  test.each(['empty.ply', 'empty.off', 'empty.obj', 'empty.stl'])(
    'when it is empty: %s',
    async (name) => {
      assert.equal(await codeOf(save(name, '')), 'media-broken');
    },
  );

  test('when an OFF is cut off', async () => {
    assert.equal(await codeOf(save('cut.off', TETRAHEDRON.slice(0, -20))), 'media-broken');
  });

  test('when a PLY is cut off', async () => {
    const head =
      'ply\nformat ascii 1.0\nelement vertex 9\nproperty float x\nproperty float y\nproperty float z\nend_header\n';

    assert.equal(await codeOf(save('cut.ply', `${head}0 0 0\n1 1 1\n`)), 'media-broken');
  });

  test('when a binary STL is cut off', async () => {
    const bytes = Buffer.alloc(84 + 50);
    bytes.writeUInt32LE(9, 80);

    assert.equal(await codeOf(save('cut.stl', bytes)), 'media-broken');
  });

  test('when a vertex is NaN', async () => {
    const text = TETRAHEDRON.replace('1 0 0', 'nan 0 0');

    assert.equal(await codeOf(save('nan.off', text)), 'media-broken');
  });

  test('when a vertex is infinite', async () => {
    const text = 'v 0 0 0\nv 1e400 0 0\nv 0 1 0\nf 1 2 3\n';

    assert.equal(await codeOf(save('far.obj', text)), 'media-broken');
  });

  test('when a face names a vertex that is not there', async () => {
    assert.equal(
      await codeOf(save('bad.off', TETRAHEDRON.replace('3 1 2 3', '3 1 2 9'))),
      'media-broken',
    );
    assert.equal(
      await codeOf(save('zero.obj', 'v 0 0 0\nv 1 0 0\nv 0 1 0\nf 0 1 2\n')),
      'media-broken',
    );
    assert.equal(
      await codeOf(save('back.obj', 'v 0 0 0\nv 1 0 0\nv 0 1 0\nf -1 -2 -9\n')),
      'media-broken',
    );
  });

  test('when a mesh has no faces', async () => {
    assert.equal(await codeOf(save('bare.obj', 'v 0 0 0\nv 1 0 0\nv 0 1 0\n')), 'media-too-small');
  });

  test('when all points lie at one place', async () => {
    assert.equal(
      await codeOf(save('one.obj', 'v 1 1 1\nv 1 1 1\nv 1 1 1\nf 1 2 3\n')),
      'media-too-small',
    );
  });

  test('when a mesh has no area', async () => {
    const outcome = await threeDQuality.scoreFile(
      save('line.obj', 'v 0 0 0\nv 1 0 0\nv 2 0 0\nf 1 2 3\n'),
    );

    if (outcome.status === 'scored') assert.isTrue(Number.isFinite(outcome.evidence.score));
  });

  test('when a header counts more than memory holds', async () => {
    const head =
      'ply\nformat ascii 1.0\nelement vertex 4000000000\nproperty float x\nproperty float y\nproperty float z\nend_header\n';

    assert.equal(await codeOf(save('bomb.ply', head)), 'media-broken');
  });

  test('when there is no reader for it', async () => {
    assert.equal(await codeOf(save('scene.fbx', Buffer.from([1, 0, 2, 0]))), 'unsupported');
  });

  test('when random bytes pretend to be a mesh', async () => {
    const bytes = Buffer.from(Array.from({ length: 900 }, (_, i) => (i * 7919) % 251));

    for (const name of ['noise.ply', 'noise.off', 'noise.stl', 'noise.obj']) {
      assert.include(['media-broken', 'media-too-small'], await codeOf(save(name, bytes)), name);
    }
  });
});

describe('reading', () => {
  const read = async (name: string, content: string | Buffer) => {
    const decoded = await decodeThreeD(save(name, content));
    assert(decoded.status === 'decoded', JSON.stringify(decoded));
    return decoded.value;
  };

  test('a PLY of either byte order, with lists before and inside its vertices', async () => {
    const head = (format: string) =>
      `ply\nformat ${format} 1.0\nelement extra 2\nproperty list uchar short n\n` +
      'element vertex 2\nproperty uchar red\nproperty list uchar int l\nproperty double x\n' +
      'property float y\nproperty short z\nend_header\n';
    const little = Buffer.alloc(2 * 1 + 3 * 2 + 2 * (1 + 1 + 8 + 4 + 2) + 2 * 4);
    const big = Buffer.alloc(little.length);
    for (const [bytes, view, isLittle] of [
      [little, new DataView(little.buffer, little.byteOffset), true],
      [big, new DataView(big.buffer, big.byteOffset), false],
    ] as const) {
      let at = 0;
      for (const items of [[7], [8, 9]]) {
        view.setUint8(at++, items.length);
        for (const item of items) view.setInt16((at += 2) - 2, item, isLittle);
      }
      for (const [list, x, y, z] of [
        [[], 1.5, 2.5, -3],
        [[5, 6], 0.1, 0.5, 4],
      ] as const) {
        view.setUint8(at++, 200);
        view.setUint8(at++, list.length);
        for (const item of list) view.setInt32((at += 4) - 4, item, isLittle);
        view.setFloat64((at += 8) - 8, x, isLittle);
        view.setFloat32((at += 4) - 4, y, isLittle);
        view.setInt16((at += 2) - 2, z, isLittle);
      }
      assert.equal(at, bytes.length);
    }

    for (const [format, bytes] of [
      ['binary_little_endian', little],
      ['binary_big_endian', big],
    ] as const) {
      const cloud = await read('lists.ply', Buffer.concat([Buffer.from(head(format)), bytes]));
      assert.equal(cloud.kind, 'cloud');
      assert.deepEqual([...cloud.positions], [1.5, 2.5, -3, 0.1, 0.5, 4], format);
    }
    const text = `${head('ascii')}1 7\n2 8 9\n200 0 1.5 2.5 -3\n200 2 5 6 0.1 0.5 4\n`;
    const cloud = await read('text.ply', text);
    assert.deepEqual([...cloud.positions], [1.5, 2.5, -3, 0.1, 0.5, 4]);
  });

  test('polygons become fans of triangles', async () => {
    const mesh = await read('quad.obj', 'v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nf 1/1 2/2 3/3 4/4\n');

    assert(mesh.kind === 'mesh');
    assert.deepEqual([...mesh.faces], [0, 1, 2, 0, 2, 3]);
  });

  test('negative OBJ numbers count back from the last vertex', async () => {
    const mesh = await read('back.obj', '# a comment\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf -3 -2 -1\n');

    assert(mesh.kind === 'mesh');
    assert.deepEqual([...mesh.faces], [0, 1, 2]);
  });

  test('an OFF with colours, comments and its counts beside the keyword', async () => {
    const text =
      'COFF 3 1 0\n# corners\n0 0 0 255 0 0\n1 0 0 255 0 0 # red\n\n0 1 0 255 0 0\n3 0 1 2 9 9 9\n';

    const mesh = await read('colour.off', text);

    assert(mesh.kind === 'mesh');
    assert.deepEqual([...mesh.positions], [0, 0, 0, 1, 0, 0, 0, 1, 0]);
    assert.deepEqual([...mesh.faces], [0, 1, 2]);
  });

  test('a text STL, whose triangles share nothing', async () => {
    const facet = (z: number) =>
      `facet normal 0 0 1\nouter loop\nvertex 0 0 ${z}\nvertex 1 0 ${z}\nvertex 0 1 ${z}\nendloop\nendfacet\n`;

    const mesh = await read('two.stl', `solid two\n${facet(0)}${facet(1e-1)}endsolid two\n`);

    assert(mesh.kind === 'mesh');
    assert.equal(mesh.positions.length, 18);
    assert.deepEqual([...mesh.faces], [0, 1, 2, 3, 4, 5]);
    assert.equal(mesh.positions[11], 0.1);
  });

  test('numbers to the last bit', async () => {
    const words = [
      '0.1',
      '-2.5e-3',
      '+7',
      '1.7976931348623157e308',
      '3.14159265358979311600',
      '.5',
      '5.',
      '1E5',
      '-0',
    ];
    const lines = Array.from(
      { length: 3 },
      (_, i) => `v ${words.slice(3 * i, 3 * i + 3).join(' ')}`,
    );

    const mesh = await read('numbers.obj', `${lines.join('\r\n')}\n`);

    assert.deepEqual([...mesh.positions], words.map(Number));
  });
});
