// Edges of a triangle mesh: which faces share which, counted per vertex in linear time.
import type { TriangleMesh } from '../../media/decode/geometry/geometry.ts';

/** What the edges of a mesh say. */
export interface MeshEdges {
  readonly uniqueEdges: number;
  /** Edges of one face only. */
  readonly boundaryEdges: number;
  /** Edges of more than two faces. */
  readonly nonManifoldEdges: number;
  /** Pairs of faces (two numbers each) that an edge of exactly two faces joins. */
  readonly adjacentFaces: Uint32Array;
  /** Neighbours of each vertex along edges. */
  readonly valence: Uint32Array;
}

/** @returns edges by their ends, whatever their direction; an edge of a point with itself counts */
export function meshEdges({ positions, faces }: TriangleMesh): MeshEdges {
  const vertices = positions.length / 3;
  const { offsets, others, owners } = edgesByLowerEnd(faces, vertices);
  const valence = new Uint32Array(vertices);
  const adjacent: number[] = [];
  let unique = 0;
  let boundary = 0;
  let nonManifold = 0;
  for (let low = 0; low < vertices; low++) {
    const start = offsets[low]!;
    const end = offsets[low + 1]!;
    sortRun(others, owners, start, end);
    for (let i = start; i < end;) {
      const high = others[i]!;
      let after = i + 1;
      while (after < end && others[after] === high) after++;
      unique++;
      if (high !== low) {
        valence[low]!++;
        valence[high]!++;
      }
      if (after - i === 1) boundary++;
      if (after - i > 2) nonManifold++;
      if (after - i === 2 && owners[i] !== owners[i + 1]) adjacent.push(owners[i]!, owners[i + 1]!);
      i = after;
    }
  }
  return {
    uniqueEdges: unique,
    boundaryEdges: boundary,
    nonManifoldEdges: nonManifold,
    adjacentFaces: Uint32Array.from(adjacent),
    valence,
  };
}

interface EdgeRuns {
  /** Where the edges of each lower end begin in the two lists. */
  readonly offsets: Uint32Array;
  readonly others: Uint32Array;
  readonly owners: Uint32Array;
}

function edgesByLowerEnd(faces: Uint32Array, vertices: number): EdgeRuns {
  const offsets = new Uint32Array(vertices + 1);
  const corner = (i: number) => (i % 3 === 2 ? i - 2 : i + 1);
  for (let i = 0; i < faces.length; i++) {
    offsets[Math.min(faces[i]!, faces[corner(i)]!) + 1]!++;
  }
  for (let v = 0; v < vertices; v++) offsets[v + 1]! += offsets[v]!;
  const next = offsets.slice(0, vertices);
  const others = new Uint32Array(faces.length);
  const owners = new Uint32Array(faces.length);
  for (let i = 0; i < faces.length; i++) {
    const a = faces[i]!;
    const b = faces[corner(i)]!;
    const at = next[Math.min(a, b)]!++;
    others[at] = Math.max(a, b);
    owners[at] = Math.floor(i / 3);
  }
  return { offsets, others, owners };
}

/** Insertion sort for the usual handful; a vertex of very many edges is sorted by the engine. */
function sortRun(others: Uint32Array, owners: Uint32Array, start: number, end: number): void {
  if (end - start > 64) {
    const order = Array.from({ length: end - start }, (_, i) => start + i);
    order.sort((a, b) => others[a]! - others[b]! || a - b);
    others.set(
      order.map((i) => others[i]!),
      start,
    );
    owners.set(
      order.map((i) => owners[i]!),
      start,
    );
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const other = others[i]!;
    const owner = owners[i]!;
    let at = i;
    for (; at > start && others[at - 1]! > other; at--) {
      others[at] = others[at - 1]!;
      owners[at] = owners[at - 1]!;
    }
    others[at] = other;
    owners[at] = owner;
  }
}

/** Number of groups of faces that the pairs join, faces without a pair counting as one each. */
export function countComponents(faceCount: number, pairs: Uint32Array): number {
  const parents = Uint32Array.from({ length: faceCount }, (_, i) => i);
  const rootOf = (face: number): number => {
    let root = face;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]!]!;
      root = parents[root]!;
    }
    return root;
  };
  let groups = faceCount;
  for (let i = 0; i < pairs.length; i += 2) {
    const a = rootOf(pairs[i]!);
    const b = rootOf(pairs[i + 1]!);
    if (a === b) continue;
    parents[a] = b;
    groups--;
  }
  return groups;
}
