// Where the defects are, as triangles, lines and points that can be drawn over the model.
import type { DefectKindId } from '../../../../../shared/model/defects.ts';
import type { CloudAnalysis } from './analyse-cloud.ts';
import type { MeshAnalysis } from './analyse-mesh.ts';
import { COLLAPSED, DUPLICATE, FLAT } from './classify-faces.ts';
import { nextInFace } from './edge-map.ts';
import { PlaceList } from './place-list.ts';

/** More of a kind are counted, not given. */
export const MAX_SHOWN = 20_000;
/** Components are coloured faces, and a model with most of them missing shows little. */
export const MAX_COMPONENT_TRIANGLES = 60_000;

/** Defects of one kind with their places. */
export interface LocatedDefects {
  readonly id: DefectKindId;
  readonly total: number;
  readonly shown: number;
  /** Nine numbers each. */
  readonly triangles?: Float32Array;
  /** Six numbers each. */
  readonly segments?: Float32Array;
  /** Three numbers each. */
  readonly points?: Float32Array;
  /** Component of each triangle. */
  readonly groups?: Uint32Array;
}

type Origin = readonly [number, number, number];

/** @returns only kinds of which there are some; coordinates are relative to `origin` */
export function locateMeshDefects(analysis: MeshAnalysis, origin: Origin): LocatedDefects[] {
  const { mesh, faces, edges, winding, insideOut, counts } = analysis;
  const { flags, corners } = faces;
  const list = () => new PlaceList(mesh.positions, origin, MAX_SHOWN);
  const edgesWith = (isMeant: (faceCount: number) => boolean) => {
    const segments = list();
    for (let edge = 0; edge < edges.count && !segments.isFull; edge++) {
      if (!isMeant(edges.faces[edge]!)) continue;
      const half = edges.firstHalf[edge]!;
      segments.add(corners[half]!, corners[nextInFace(half)]!);
    }
    return { segments: segments.values(), shown: segments.count };
  };
  const facesWith = (isMeant: (face: number) => boolean) => {
    const triangles = list();
    for (let face = 0; face < flags.length && !triangles.isFull; face++) {
      if (!isMeant(face)) continue;
      triangles.add(corners[3 * face]!, corners[3 * face + 1]!, corners[3 * face + 2]!);
    }
    return { triangles: triangles.values(), shown: triangles.count };
  };
  const pointsWith = (isMeant: (vertex: number) => boolean) => {
    const points = list();
    for (let vertex = 0; vertex < counts.vertices && !points.isFull; vertex++) {
      if (isMeant(vertex)) points.add(vertex);
    }
    return { points: points.values(), shown: points.count };
  };
  const inside = new Set(insideOut.map(({ id }) => id));
  const finders: [DefectKindId, number, () => Omit<LocatedDefects, 'id' | 'total'>][] = [
    ['boundary-edges', counts.boundaryEdges, () => edgesWith((faceCount) => faceCount === 1)],
    ['non-manifold-edges', counts.nonManifoldEdges, () => edgesWith((faceCount) => faceCount > 2)],
    [
      'non-manifold-vertices',
      counts.nonManifoldVertices,
      () => pointsWith((vertex) => analysis.isNonManifoldVertex[vertex] === 1),
    ],
    [
      'flipped-faces',
      counts.flippedFaces,
      () => facesWith((face) => winding.isFlipped[face] === 1),
    ],
    ['inside-out', counts.insideOut, () => facesWith((face) => inside.has(winding.patchOf[face]!))],
    ['degenerate-faces', counts.degenerateFaces, () => locateDegenerate(analysis, origin)],
    [
      'duplicate-faces',
      counts.duplicateFaces,
      () => facesWith((face) => (flags[face]! & DUPLICATE) !== 0),
    ],
    [
      'unreferenced-vertices',
      counts.unreferencedVertices,
      () => pointsWith((vertex) => analysis.isReferenced[vertex] === 0),
    ],
    [
      'components',
      counts.components > 1 ? counts.components : 0,
      () => locateComponents(analysis, origin),
    ],
  ];
  return finders.flatMap(([id, total, find]) => (total === 0 ? [] : [{ id, total, ...find() }]));
}

/** Faces without area cannot be seen: each is drawn as its longest side, or as its one place. */
function locateDegenerate(
  { mesh, faces: { flags, corners } }: MeshAnalysis,
  origin: Origin,
): Omit<LocatedDefects, 'id' | 'total'> {
  const segments = new PlaceList(mesh.positions, origin, MAX_SHOWN);
  const points = new PlaceList(mesh.positions, origin, MAX_SHOWN);
  const square = (a: number, b: number): number =>
    [0, 1, 2].reduce(
      (sum, axis) => sum + (mesh.positions[3 * a + axis]! - mesh.positions[3 * b + axis]!) ** 2,
      0,
    );
  for (let face = 0; face < flags.length; face++) {
    if (segments.count + points.count >= MAX_SHOWN) break;
    if ((flags[face]! & (COLLAPSED | FLAT)) === 0) continue;
    let best: readonly [number, number] | undefined;
    let longest = 0;
    for (let half = 3 * face; half < 3 * face + 3; half++) {
      const ends = [corners[half]!, corners[nextInFace(half)]!] as const;
      const length = square(...ends);
      if (length > longest) {
        longest = length;
        best = ends;
      }
    }
    if (best === undefined) points.add(corners[3 * face]!);
    else segments.add(...best);
  }
  return {
    segments: segments.values(),
    points: points.values(),
    shown: segments.count + points.count,
  };
}

/** The small pieces first: a stray one is what is looked for, and the largest needs no colour. */
function locateComponents(
  { mesh, faces: { corners }, components }: MeshAnalysis,
  origin: Origin,
): Omit<LocatedDefects, 'id' | 'total'> {
  const { of, sizes } = components;
  const triangles = new PlaceList(mesh.positions, origin, MAX_COMPONENT_TRIANGLES);
  // whole pieces, from the smallest on, as far as they fit
  let first = sizes.length;
  let room = MAX_COMPONENT_TRIANGLES;
  while (first > 0 && sizes[first - 1]! <= room) room -= sizes[--first]!;
  const groups: number[] = [];
  for (let face = 0; face < of.length && !triangles.isFull; face++) {
    if (of[face]! < Math.max(first, 0)) continue;
    triangles.add(corners[3 * face]!, corners[3 * face + 1]!, corners[3 * face + 2]!);
    groups.push(of[face]!);
  }
  return {
    triangles: triangles.values(),
    groups: Uint32Array.from(groups),
    shown: sizes.length - first,
  };
}

/** @returns only kinds of which there are some; coordinates are relative to `origin` */
export function locateCloudDefects(cloud: CloudAnalysis, origin: Origin): LocatedDefects[] {
  const kinds = [
    ['outliers', cloud.outliers],
    ['duplicate-points', cloud.duplicates],
  ] as const;
  return kinds.flatMap(([id, indices]): LocatedDefects[] => {
    if (indices.length === 0) return [];
    const points = new PlaceList(cloud.positions, origin, MAX_SHOWN);
    for (const index of indices.subarray(0, MAX_SHOWN)) points.add(index);
    return [{ id, total: indices.length, shown: points.count, points: points.values() }];
  });
}
