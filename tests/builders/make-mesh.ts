import type { TriangleMesh } from '../../electron/engine/media/decode/geometry/geometry.ts';

const meshOf = (positions: readonly number[], faces: readonly number[]): TriangleMesh => ({
  kind: 'mesh',
  positions: Float64Array.from(positions),
  faces: Uint32Array.from(faces),
});

/** A cube of side 1 from the origin, closed, its twelve triangles looking outwards. */
export const makeCube = (): TriangleMesh =>
  meshOf(
    [0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1],
    [
      ...[0, 1, 3, 0, 3, 2, 4, 6, 7, 4, 7, 5, 0, 4, 5, 0, 5, 1],
      ...[2, 3, 7, 2, 7, 6, 0, 2, 6, 0, 6, 4, 1, 5, 7, 1, 7, 3],
    ],
  );

/** A closed sphere of radius 1 of so many rings and sectors, at least 2 and 3. */
export function makeSphere(rings: number, sectors: number): TriangleMesh {
  const positions = [0, 0, 1];
  for (let ring = 1; ring < rings; ring++) {
    const down = (Math.PI * ring) / rings;
    for (let sector = 0; sector < sectors; sector++) {
      const round = (2 * Math.PI * sector) / sectors;
      const radius = Math.sin(down);
      positions.push(radius * Math.cos(round), radius * Math.sin(round), Math.cos(down));
    }
  }
  positions.push(0, 0, -1);
  const last = positions.length / 3 - 1;
  const at = (ring: number, sector: number) =>
    ring === 0 ? 0 : ring === rings ? last : 1 + (ring - 1) * sectors + (sector % sectors);
  const faces: number[] = [];
  for (let ring = 0; ring < rings; ring++) {
    for (let sector = 0; sector < sectors; sector++) {
      const [a, b] = [at(ring, sector), at(ring, sector + 1)];
      const [c, d] = [at(ring + 1, sector), at(ring + 1, sector + 1)];
      if (ring < rings - 1) faces.push(a, c, d);
      if (ring > 0) faces.push(a, d, b);
    }
  }
  return meshOf(positions, faces);
}

/** A closed ring, radii 2 and 1, of so many steps both ways. */
export function makeTorus(steps: number): TriangleMesh {
  const positions: number[] = [];
  const faces: number[] = [];
  for (let i = 0; i < steps; i++) {
    for (let j = 0; j < steps; j++) {
      const [u, v] = [(2 * Math.PI * i) / steps, (2 * Math.PI * j) / steps];
      const radius = 2 + Math.cos(v);
      positions.push(radius * Math.cos(u), radius * Math.sin(u), Math.sin(v));
      const next = (i + 1) % steps;
      const above = (j + 1) % steps;
      const [a, b] = [i * steps + j, next * steps + j];
      const [c, d] = [i * steps + above, next * steps + above];
      faces.push(a, b, d, a, d, c);
    }
  }
  return meshOf(positions, faces);
}

/** Several meshes as one. */
export function joinMeshes(...meshes: readonly TriangleMesh[]): TriangleMesh {
  const positions: number[] = [];
  const faces: number[] = [];
  for (const mesh of meshes) {
    const base = positions.length / 3;
    for (const value of mesh.positions) positions.push(value);
    for (const vertex of mesh.faces) faces.push(base + vertex);
  }
  return meshOf(positions, faces);
}

/** Larger by a factor about the origin, then moved along x. */
export const moveMesh = (mesh: TriangleMesh, along: number, factor = 1): TriangleMesh => ({
  ...mesh,
  positions: mesh.positions.map((value, i) => value * factor + (i % 3 === 0 ? along : 0)),
});

/** With other faces over the same vertices. */
export const withFaces = (mesh: TriangleMesh, faces: readonly number[]): TriangleMesh => ({
  ...mesh,
  faces: Uint32Array.from(faces),
});

/** Each face with three vertices of its own, as in an STL file. */
export const explodeMesh = (mesh: TriangleMesh): TriangleMesh =>
  meshOf(
    [...mesh.faces].flatMap((vertex) => [...mesh.positions.subarray(3 * vertex, 3 * vertex + 3)]),
    [...mesh.faces].map((_, i) => i),
  );

/** As a Wavefront OBJ file. */
export function objText({ positions, faces }: TriangleMesh): string {
  const lines: string[] = [];
  for (let i = 0; i < positions.length; i += 3) {
    lines.push(`v ${positions.subarray(i, i + 3).join(' ')}`);
  }
  for (let i = 0; i < faces.length; i += 3) {
    lines.push(`f ${Array.from(faces.subarray(i, i + 3), (vertex) => vertex + 1).join(' ')}`);
  }
  return `${lines.join('\n')}\n`;
}
