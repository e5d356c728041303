import { LEFT_OUT, type ClassifiedFaces } from './classify-faces.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { type EdgeMap, nextInFace } from './edge-map.ts';

/** Pieces of a surface: faces that hang together by edges. */
export interface Components {
  /** Component of each face, 0 being the one of most faces; −1 for faces that are left out. */
  readonly of: Int32Array;
  /** Faces of each component, falling. */
  readonly sizes: Uint32Array;
}

/** Faces that share an edge, of however many faces, are in one component. */
export function findComponents({ flags }: ClassifiedFaces, edges: EdgeMap): Components {
  const sets = new DisjointSets(flags.length);
  for (let edge = 0; edge < edges.count; edge++) {
    const face = Math.floor(edges.firstHalf[edge]! / 3);
    for (let half = edges.nextHalf[edges.firstHalf[edge]!]!; half >= 0;) {
      sets.join(face, Math.floor(half / 3));
      half = edges.nextHalf[half]!;
    }
  }
  const sizeOf = new Uint32Array(flags.length);
  const roots: number[] = [];
  for (let face = 0; face < flags.length; face++) {
    if ((flags[face]! & LEFT_OUT) !== 0) continue;
    const root = sets.rootOf(face);
    if (sizeOf[root]!++ === 0) roots.push(root);
  }
  roots.sort((a, b) => sizeOf[b]! - sizeOf[a]! || a - b);
  const rankOf = new Int32Array(flags.length);
  roots.forEach((root, rank) => (rankOf[root] = rank));
  const of = new Int32Array(flags.length).fill(-1);
  for (let face = 0; face < flags.length; face++) {
    if ((flags[face]! & LEFT_OUT) === 0) of[face] = rankOf[sets.rootOf(face)]!;
  }
  return { of, sizes: Uint32Array.from(roots, (root) => sizeOf[root]!) };
}

/**
 * Vertices at which the surface is no single sheet: their faces form several fans that touch in that
 * point only. Faces at an edge of more than two count as joined: that edge is the defect.
 *
 * @returns of each place 1 where it is so
 */
export function findNonManifoldVertices(
  { corners, flags }: ClassifiedFaces,
  edges: EdgeMap,
  vertices: number,
): Uint8Array {
  const sets = new DisjointSets(corners.length);
  for (let edge = 0; edge < edges.count; edge++) {
    const first = edges.firstHalf[edge]!;
    const from = corners[first]!;
    for (let half = edges.nextHalf[first]!; half >= 0; half = edges.nextHalf[half]!) {
      const isAlike = corners[half] === from;
      sets.join(first, isAlike ? half : nextInFace(half));
      sets.join(nextInFace(first), isAlike ? nextInFace(half) : half);
    }
  }
  const fanOf = new Int32Array(vertices).fill(-1);
  const isBad = new Uint8Array(vertices);
  for (let corner = 0; corner < corners.length; corner++) {
    if ((flags[Math.floor(corner / 3)]! & LEFT_OUT) !== 0) continue;
    const vertex = corners[corner]!;
    const fan = sets.rootOf(corner);
    if (fanOf[vertex]! < 0) fanOf[vertex] = fan;
    else if (fanOf[vertex] !== fan) isBad[vertex] = 1;
  }
  return isBad;
}
