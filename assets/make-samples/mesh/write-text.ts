import { cross, merged, minus, unit, type Part, type Vec } from './mesh.ts';

const number = (value: number) => String(Math.round(value * 1e5) / 1e5);
const row = (values: readonly number[]) => values.map(number).join(' ');

/** Wavefront OBJ, one group and one material a part; `mtl` is the name of the material file. */
export function writeObj(parts: readonly Part[], mtl?: string): Buffer {
  const out = ['# generated sample mesh'];
  if (mtl !== undefined) out.push(`mtllib ${mtl}`);
  let base = 1;
  let uvBase = 1;
  for (const one of parts) {
    out.push(`o ${one.name}`, ...one.vertices.map((v) => `v ${row(v)}`));
    const uvs = one.uvs;
    if (uvs) out.push(...uvs.map((uv) => `vt ${row(uv)}`));
    out.push(`usemtl ${one.name}`);
    for (const face of one.faces)
      out.push(`f ${face.map((i) => (uvs ? `${i + base}/${i + uvBase}` : i + base)).join(' ')}`);
    base += one.vertices.length;
    uvBase += uvs?.length ?? 0;
  }
  return Buffer.from(out.join('\n') + '\n');
}

/** Material file: one colour a part; `textures` names an image for some of them. */
export function writeMtl(
  parts: readonly Part[],
  textures: Readonly<Record<string, string>>,
): Buffer {
  const out = ['# generated sample materials'];
  for (const one of parts) {
    const texture = textures[one.name];
    out.push(`newmtl ${one.name}`, 'Ka 0 0 0', `Kd ${row(texture ? [1, 1, 1] : one.color)}`);
    out.push('Ks 0.05 0.05 0.05', 'Ns 20', 'd 1', 'illum 2');
    if (texture) out.push(`map_Kd ${texture}`);
    out.push('');
  }
  return Buffer.from(out.join('\n'));
}

/** Object File Format, text. */
export function writeOff(parts: readonly Part[]): Buffer {
  const { vertices, faces } = merged(parts);
  const out = ['OFF', `${vertices.length} ${faces.length} 0`];
  out.push(...vertices.map(row), ...faces.map((f) => `3 ${f.join(' ')}`));
  return Buffer.from(out.join('\n') + '\n');
}

/** PLY mesh as text, with a colour for each vertex. */
export function writePlyAscii(parts: readonly Part[]): Buffer {
  const { vertices, faces } = merged(parts);
  const colors = parts.flatMap((one) =>
    one.vertices.map(() => one.color.map((c) => Math.round(c * 255)).join(' ')),
  );
  const head = ['ply', 'format ascii 1.0', 'comment generated sample'];
  head.push(`element vertex ${vertices.length}`);
  for (const axis of ['x', 'y', 'z']) head.push(`property float ${axis}`);
  for (const channel of ['red', 'green', 'blue']) head.push(`property uchar ${channel}`);
  head.push(`element face ${faces.length}`, 'property list uchar int vertex_indices', 'end_header');
  const body = vertices.map((v, i) => `${row(v)} ${colors[i] ?? ''}`);
  return Buffer.from([...head, ...body, ...faces.map((f) => `3 ${f.join(' ')}`)].join('\n') + '\n');
}

/** Binary STL. */
export function writeStl(parts: readonly Part[]): Buffer {
  const { vertices, faces } = merged(parts);
  const bytes = Buffer.alloc(84 + faces.length * 50);
  bytes.write('generated sample mesh', 0, 'ascii');
  bytes.writeUInt32LE(faces.length, 80);
  const at = (i: number): Vec => vertices[i] ?? [0, 0, 0];
  for (const [k, [a, b, c]] of faces.entries()) {
    const normal = unit(cross(minus(at(b), at(a)), minus(at(c), at(a))));
    for (const [j, value] of [normal, at(a), at(b), at(c)].flat().entries())
      bytes.writeFloatLE(value, 84 + k * 50 + j * 4);
  }
  return bytes;
}

/** Point cloud, binary little-endian with double coordinates and no faces (as UniM has them). */
export function writePlyCloud(points: readonly Vec[]): Buffer {
  const head = ['ply', 'format binary_little_endian 1.0', 'comment generated sample'];
  head.push(`element vertex ${points.length}`);
  for (const axis of ['x', 'y', 'z']) head.push(`property double ${axis}`);
  head.push('end_header');
  const body = Buffer.alloc(points.length * 24);
  for (const [i, value] of points.flat().entries()) body.writeDoubleLE(value, i * 8);
  return Buffer.concat([Buffer.from(head.join('\n') + '\n'), body]);
}
