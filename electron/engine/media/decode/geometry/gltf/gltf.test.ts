import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, assert, describe, expect, test } from 'vitest';
import { type GltfJson, makeGlb, simpleGltf } from '../../../../../../tests/builders/make-glb.ts';
import { threeDQuality } from '../../../../modalities/three-d/index.ts';
import { decodeThreeD } from '../../three-d.ts';

const dir = mkdtempSync(join(tmpdir(), 'gltf-'));
afterAll(() => rmSync(dir, { recursive: true }));

const save = (name: string, content: string | Buffer): string => {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const TETRAHEDRON = [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1];
const SIDES = [0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3];
const SQUARE = [0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0];

const read = async (document: object, binary?: Buffer, name = 'model.glb') => {
  const decoded = await decodeThreeD(save(name, makeGlb(document, binary)));
  assert(decoded.status === 'decoded', JSON.stringify(decoded));
  return decoded;
};
const meshOf = async (document: object, binary?: Buffer) => {
  const { value } = await read(document, binary);
  assert(value.kind === 'mesh');
  return { positions: [...value.positions], faces: [...value.faces] };
};
const refuse = async (document: object | Buffer, binary?: Buffer, name = 'model.glb') => {
  const bytes = Buffer.isBuffer(document) ? document : makeGlb(document, binary);
  const decoded = await decodeThreeD(save(name, bytes));
  assert(decoded.status === 'unscored', JSON.stringify(decoded));
  return decoded;
};
/** A simple GLB with something changed. */
const changed = (change: (document: GltfJson) => void) => {
  const { document, binary } = simpleGltf(TETRAHEDRON, SIDES);
  change(document);
  return refuse(document, binary);
};

describe('a GLB', () => {
  test('gives its vertices and triangles, and scores as the OBJ of the same geometry', async () => {
    const { document, binary } = simpleGltf(TETRAHEDRON, SIDES);
    const path = save('same.glb', makeGlb(document, binary));
    const lines = [0, 1, 2, 3].map((i) => `v ${TETRAHEDRON.slice(3 * i, 3 * i + 3).join(' ')}`);
    const faces = [0, 3, 6, 9].map(
      (i) =>
        `f ${SIDES.slice(i, i + 3)
          .map((n) => n + 1)
          .join(' ')}`,
    );
    const obj = save('same.obj', `${[...lines, ...faces].join('\n')}\n`);

    expect(await meshOf(document, binary)).toEqual({ positions: TETRAHEDRON, faces: SIDES });
    const [ofGlb, ofObj] = [
      await threeDQuality.scoreFile(path),
      await threeDQuality.scoreFile(obj),
    ];
    assert(ofGlb.status === 'scored' && ofObj.status === 'scored');
    expect(ofGlb.evidence.score).toBe(ofObj.evidence.score);
    expect(ofGlb.evidence.components).toEqual(ofObj.evidence.components);
  });

  test('is moved by all nodes above it: scale, then rotation, then translation', async () => {
    const { document, binary } = simpleGltf([1, 0, 0, 0, 1, 0, 0, 0, 1], [0, 1, 2]);
    // a quarter turn about z takes x to y
    const turned = {
      rotation: [0, 0, Math.SQRT1_2, Math.SQRT1_2],
      scale: [2, 3, 4],
      children: [1],
    };
    const nodes = [turned, { mesh: 0, translation: [10, 0, 0] }];

    const { positions } = await meshOf({ ...document, nodes }, binary);

    // (11, 0, 0) → (22, 0, 0) → (0, 22, 0); (10, 1, 0) → (20, 3, 0) → (−3, 20, 0)
    [0, 22, 0, -3, 20, 0, 0, 20, 4].forEach((value, i) =>
      expect(positions[i]).toBeCloseTo(value, 6),
    );
  });

  test('takes a matrix column by column, and turns faces round that it mirrors', async () => {
    const matrix = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 5, 6, 7, 1];
    const { document, binary } = simpleGltf(TETRAHEDRON, [0, 1, 2], { matrix });

    const { positions, faces } = await meshOf(document, binary);

    expect(positions.slice(0, 6)).toEqual([5, 6, 7, 4, 6, 7]);
    expect(faces).toEqual([0, 2, 1]);
  });

  test('may hold a mesh twice, which is then there twice', async () => {
    const { document, binary } = simpleGltf(TETRAHEDRON, SIDES);
    const nodes = [{ children: [1, 2] }, { mesh: 0 }, { mesh: 0, translation: [3, 0, 0] }];

    const { positions, faces } = await meshOf({ ...document, nodes }, binary);

    expect(positions.length).toBe(24);
    expect(faces.slice(12)).toEqual(SIDES.map((vertex) => vertex + 4));
  });

  test('shares vertices between primitives of one mesh that share their accessor', async () => {
    const { document, binary } = simpleGltf(TETRAHEDRON, SIDES);
    const [primitive] = document.meshes[0]!.primitives;
    document.meshes = [{ primitives: [primitive!, { ...primitive! }] }];

    const { positions, faces } = await meshOf(document, binary);

    expect(positions).toEqual(TETRAHEDRON);
    expect(faces).toEqual([...SIDES, ...SIDES]);
  });

  test('may have strips and fans, and triangles without indices', async () => {
    const strip = simpleGltf(SQUARE, [0, 1, 2, 3], {}, { mode: 5 });
    const fan = simpleGltf(SQUARE, [0, 1, 3, 2], {}, { mode: 6 });
    const bare = simpleGltf(SQUARE.slice(0, 9), [], {}, { indices: undefined });

    expect((await meshOf(strip.document, strip.binary)).faces).toEqual([0, 1, 2, 1, 3, 2]);
    expect((await meshOf(fan.document, fan.binary)).faces).toEqual([1, 3, 0, 3, 2, 0]);
    expect((await meshOf(bare.document, bare.binary)).faces).toEqual([0, 1, 2]);
  });

  test('of points only is a point cloud; points beside triangles are left out, and it says so', async () => {
    const points = simpleGltf(SQUARE, [], {}, { mode: 0, indices: undefined });
    const both = simpleGltf(TETRAHEDRON, SIDES);
    both.document.meshes[0]!.primitives.push({ attributes: { POSITION: 0 }, mode: 0 });

    expect((await read(points.document, points.binary)).value).toMatchObject({ kind: 'cloud' });
    const { value, notes } = await read(both.document, both.binary);
    expect(value).toMatchObject({ kind: 'mesh' });
    expect(notes.join(' ')).toContain('points or lines');
  });

  test('may be quantised: normalised shorts, and bytes with a stride', async () => {
    const binary = Buffer.alloc(3 * 8);
    for (const [i, value] of [-32_768, 32_767, 0].entries()) binary.writeInt16LE(value, 8 * i);
    const { document } = simpleGltf([], [], {}, { indices: undefined });
    document.accessors[0] = {
      bufferView: 0,
      componentType: 5122,
      normalized: true,
      count: 3,
      type: 'VEC3',
    };
    document.bufferViews[0] = { buffer: 0, byteLength: 24, byteStride: 8 };
    document.buffers[0] = { byteLength: 24 };
    const required = { ...document, extensionsRequired: ['KHR_mesh_quantization'] };

    const { positions } = await meshOf(required, binary);

    // −32,768 / 32,767 is held at −1
    expect([positions[0], positions[3], positions[6]]).toEqual([-1, 1, 0]);
  });

  test('may have 8-bit and 32-bit indices, and sparse changes of its vertices', async () => {
    const { document, binary } = simpleGltf(TETRAHEDRON, SIDES);
    const tail = Buffer.alloc(16 + 12);
    Buffer.from([0, 1, 2]).copy(tail, 0);
    tail.writeUInt8(3, 3); // the vertex that changes
    [7, 8, 9].forEach((value, i) => tail.writeFloatLE(value, 4 + 4 * i));
    const start = binary.length;
    document.buffers[0] = { byteLength: start + tail.length };
    document.bufferViews.push(
      { buffer: 0, byteOffset: start, byteLength: 3 },
      { buffer: 0, byteOffset: start + 3, byteLength: 1 },
      { buffer: 0, byteOffset: start + 4, byteLength: 12 },
    );
    document.accessors[1] = { bufferView: 2, componentType: 5121, count: 3, type: 'SCALAR' };
    document.accessors[0]!['sparse'] = {
      count: 1,
      indices: { bufferView: 3, componentType: 5121 },
      values: { bufferView: 4 },
    };

    const { positions, faces } = await meshOf(document, Buffer.concat([binary, tail]));

    expect(faces).toEqual([0, 1, 2]);
    expect(positions.slice(9)).toEqual([7, 8, 9]);
  });
});

describe('a glTF in parts', () => {
  const { document, binary } = simpleGltf(TETRAHEDRON, SIDES);
  const withUri = (uri: string) =>
    JSON.stringify({ ...document, buffers: [{ byteLength: binary.length, uri }] });

  test('has its buffer inside it or beside it', async () => {
    const inside = save(
      'in.gltf',
      withUri(`data:application/octet-stream;base64,${binary.toString('base64')}`),
    );
    const beside = save('beside.gltf', withUri('a%20b.bin'));
    save('a b.bin', binary);

    for (const path of [inside, beside]) {
      const decoded = await decodeThreeD(path);
      assert(decoded.status === 'decoded', JSON.stringify(decoded));
      expect([...decoded.value.positions]).toEqual(TETRAHEDRON);
    }
  });

  test('opens nothing outside its folder', async () => {
    save('secret/x.bin', binary);
    symlinkSync(join(dir, 'secret/x.bin'), join(dir, 'link.bin'));
    const outside = [
      '../x.bin',
      'secret/x.bin',
      'secret%2Fx.bin',
      join(dir, 'secret/x.bin'),
      'file:///etc/passwd',
      'http://localhost/x.bin',
      'link.bin',
    ];

    for (const [i, uri] of outside.entries()) {
      const decoded = await decodeThreeD(save(`out${i}.gltf`, withUri(uri)));
      assert(decoded.status === 'unscored', uri);
      expect(decoded.code, uri).toBe('media-broken');
    }
  });

  test('says so when its buffer is not there or too short', async () => {
    const none = await decodeThreeD(save('none.gltf', withUri('none.bin')));
    save('short.bin', binary.subarray(4));
    const short = await decodeThreeD(save('short.gltf', withUri('short.bin')));

    expect(none).toMatchObject({ code: 'media-missing' });
    expect(short).toMatchObject({ code: 'media-broken' });
  });
});

describe('a GLB that cannot be read says why', () => {
  test('when it is packed or from another version', async () => {
    const draco = await changed((d) =>
      Object.assign(d, { extensionsRequired: ['KHR_draco_mesh_compression'] }),
    );
    expect(draco).toMatchObject({ code: 'unsupported' });
    expect(draco.reason).toContain('KHR_draco_mesh_compression');
    const meshopt = await changed((d) => {
      d.bufferViews[0]!['extensions'] = { EXT_meshopt_compression: { buffer: 0 } };
    });
    expect(meshopt).toMatchObject({ code: 'unsupported' });
    const old = await changed((d) => Object.assign(d, { asset: { version: '1.0' } }));
    expect(old).toMatchObject({ code: 'unsupported' });
    const instanced = await changed((d) => {
      d.nodes = [{ mesh: 0, extensions: { EXT_mesh_gpu_instancing: {} } }];
    });
    expect(instanced).toMatchObject({ code: 'unsupported' });
  });

  test('when draco is only offered and its vertices are there unpacked, it is read', async () => {
    const { document, binary } = simpleGltf(TETRAHEDRON, SIDES);
    document.meshes[0]!.primitives[0]!['extensions'] = { KHR_draco_mesh_compression: {} };

    expect((await meshOf(document, binary)).faces).toEqual(SIDES);
  });

  test.each<[string, (document: GltfJson) => void]>([
    ['nodes hang below themselves', (d) => (d.nodes = [{ children: [0] }])],
    ['nodes go round', (d) => (d.nodes = [{ children: [1] }, { children: [0] }])],
    ['a node hangs below two', (d) => (d.nodes = [{ children: [1, 1] }, { mesh: 0 }])],
    ['a node is not there', (d) => (d.nodes = [{ children: [9] }])],
    ['a mesh is not there', (d) => (d.nodes = [{ mesh: 4 }])],
    ['a scene is not there', (d) => Object.assign(d, { scene: 3 })],
    ['an accessor is not there', (d) => (d.meshes[0]!.primitives[0]!['indices'] = 9)],
    ['an accessor is too long', (d) => (d.accessors[0]!['count'] = 5)],
    ['an offset leads out of its view', (d) => (d.accessors[0]!['byteOffset'] = 4)],
    ['a view leads out of its buffer', (d) => (d.bufferViews[0]!['byteOffset'] = 40)],
    ['a buffer is longer than its data', (d) => (d.buffers[0]!['byteLength'] = 4000)],
    ['a length is negative', (d) => (d.bufferViews[0]!['byteLength'] = -1)],
    ['a type is unknown', (d) => (d.accessors[0]!['componentType'] = 5124)],
    ['positions are flat', (d) => (d.accessors[0]!['type'] = 'VEC2')],
    ['indices are floats', (d) => (d.accessors[1]!['componentType'] = 5126)],
    ['a matrix is short', (d) => (d.nodes = [{ mesh: 0, matrix: [1, 0] }])],
    [
      'a matrix overflows',
      (d) =>
        (d.nodes = [{ mesh: 0, scale: [1e308, 1e308, 1e308], translation: [1e308, 1e308, 1e308] }]),
    ],
  ])('when %s', async (_, change) => {
    const { code, reason } = await changed(change);

    expect(code).toBe('media-broken');
    expect(reason).not.toBe('');
  });

  test('when a triangle names a vertex that is not there', async () => {
    const { document, binary } = simpleGltf(TETRAHEDRON, [0, 1, 4]);

    expect(await refuse(document, binary)).toMatchObject({ code: 'media-broken' });
  });

  test('when it is cut off anywhere, or its JSON is damaged', async () => {
    const { document, binary } = simpleGltf(TETRAHEDRON, SIDES);
    const whole = makeGlb(document, binary);
    for (let length = 1; length < whole.length; length += 7) {
      const cut = Buffer.from(whole.subarray(0, length));
      expect((await refuse(cut)).code, `${length}`).toBe('media-broken');
      // with a header that knows of it
      if (length >= 12) cut.writeUInt32LE(length, 8);
      expect((await refuse(cut)).code, `${length}`).toBe('media-broken');
    }
    const damaged = Buffer.from(whole);
    damaged.write('!!!!', 30);
    expect(await refuse(damaged)).toMatchObject({ code: 'media-broken' });
  });

  test('when it counts more than memory holds', async () => {
    const huge = await changed((d) => {
      d.accessors[0] = { componentType: 5126, count: 4_000_000_000, type: 'VEC3' };
    });
    expect(huge).toMatchObject({ code: 'media-too-large' });
    const many = await changed((d) => {
      const children = Array.from({ length: 3000 }, (_, i) => i + 1);
      d.nodes = [{ children }, ...children.map(() => ({ mesh: 0 }))];
      const { primitives } = d.meshes[0]!;
      d.meshes = [{ primitives: Array.from({ length: 3000 }, () => ({ ...primitives[0]! })) }];
    });
    expect(many).toMatchObject({ code: 'media-too-large' });
  });
});
