// What is wrong with a triangle mesh, and where. One cause is one defect: faces that repeat another or
// have collapsed are counted as such and left out before edges, pieces and winding are looked at.
import type { TriangleMesh } from '../../../media/decode/geometry/geometry.ts';
import {
  type ClassifiedFaces,
  classifyFaces,
  COLLAPSED,
  DUPLICATE,
  FLAT,
  LEFT_OUT,
} from './classify-faces.ts';
import { type Components, findComponents, findNonManifoldVertices } from './components.ts';
import { type EdgeMap, mapEdges } from './edge-map.ts';
import { isCavity } from './enclosed.ts';
import { type ClosedPatch, findWinding, type Winding } from './winding.ts';
import { type Weld, weldPoints } from './weld.ts';

/** A mesh taken apart; `counts` says how much there is, the rest where. */
export interface MeshAnalysis {
  readonly mesh: TriangleMesh;
  readonly weld: Weld;
  readonly faces: ClassifiedFaces;
  readonly edges: EdgeMap;
  readonly components: Components;
  readonly winding: Winding;
  /** Closed patches that look inwards and are no cavity. */
  readonly insideOut: readonly ClosedPatch[];
  /** Of each place 1 where several fans of faces touch. */
  readonly isNonManifoldVertex: Uint8Array;
  /** Of each vertex 1 where a face names it. */
  readonly isReferenced: Uint8Array;
  readonly counts: MeshCounts;
}

/** Figures of a mesh; `undefined` where a figure does not exist. */
export interface MeshCounts {
  readonly vertices: number;
  readonly faces: number;
  readonly edges: number;
  readonly area: number;
  /** Of a watertight mesh only, cavities taken off. */
  readonly volume: number | undefined;
  readonly isWatertight: boolean;
  readonly boundaryEdges: number;
  readonly nonManifoldEdges: number;
  readonly nonManifoldVertices: number;
  /** Without area: collapsed and flat ones. */
  readonly degenerateFaces: number;
  readonly duplicateFaces: number;
  readonly duplicateVertices: number;
  readonly unreferencedVertices: number;
  readonly flippedFaces: number;
  readonly insideOut: number;
  readonly oneSided: number;
  readonly components: number;
  readonly euler: number;
  /** Of a watertight mesh with two sides and no faulty vertex. */
  readonly genus: number | undefined;
}

/** More patches that look inwards are not asked whether they are cavities. */
const MAX_CAVITY_TESTS = 100;

/** @param mesh  finite coordinates, faces of vertices that are there; may be empty */
export function analyseMesh(mesh: TriangleMesh): MeshAnalysis {
  const { positions } = mesh;
  const vertices = positions.length / 3;
  const weld = weldPoints(positions);
  const faces = classifyFaces(mesh, weld.first);
  const edges = mapEdges(faces);
  const components = findComponents(faces, edges);
  const winding = findWinding(faces, edges, positions);
  const isNonManifoldVertex = findNonManifoldVertices(faces, edges, vertices);
  const isReferenced = new Uint8Array(vertices);
  for (const vertex of mesh.faces) isReferenced[vertex] = 1;
  const inward = winding.closed.filter(({ signedVolume }) => signedVolume < 0);
  const insideOut = inward.filter(
    (patch, i) => i >= MAX_CAVITY_TESTS || !isCavity(patch, winding, faces.corners, positions),
  );
  const found = { mesh, weld, faces, edges, components, winding, insideOut };
  const rest = { isNonManifoldVertex, isReferenced };
  return { ...found, ...rest, counts: countAll({ ...found, ...rest }) };
}

function countAll(found: Omit<MeshAnalysis, 'counts'>): MeshCounts {
  const { mesh, weld, faces, edges, components, winding, insideOut } = found;
  const { flags, corners, area } = faces;
  let degenerateFaces = 0;
  let duplicateFaces = 0;
  let kept = 0;
  const isCorner = new Uint8Array(mesh.positions.length / 3);
  for (let face = 0; face < flags.length; face++) {
    const flag = flags[face]!;
    if ((flag & (COLLAPSED | FLAT)) !== 0) degenerateFaces++;
    if ((flag & DUPLICATE) !== 0) duplicateFaces++;
    if ((flag & LEFT_OUT) !== 0) continue;
    kept++;
    for (let i = 3 * face; i < 3 * face + 3; i++) isCorner[corners[i]!] = 1;
  }
  let boundaryEdges = 0;
  let nonManifoldEdges = 0;
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.faces[edge] === 1) boundaryEdges++;
    else if (edges.faces[edge]! > 2) nonManifoldEdges++;
  }
  const isWatertight = kept > 0 && boundaryEdges === 0 && nonManifoldEdges === 0;
  const nonManifoldVertices = countOnes(found.isNonManifoldVertex);
  const euler = countOnes(isCorner) - edges.count + kept;
  const isSolid = isWatertight && winding.oneSided === 0;
  const vertices = mesh.positions.length / 3;
  return {
    vertices,
    faces: flags.length,
    edges: edges.count,
    area,
    volume: isSolid ? volumeOf(winding, insideOut) : undefined,
    isWatertight,
    boundaryEdges,
    nonManifoldEdges,
    nonManifoldVertices,
    degenerateFaces,
    duplicateFaces,
    duplicateVertices: vertices - weld.places,
    unreferencedVertices: vertices - countOnes(found.isReferenced),
    flippedFaces: countOnes(winding.isFlipped),
    insideOut: insideOut.length,
    oneSided: winding.oneSided,
    components: components.sizes.length,
    euler,
    genus:
      isSolid && nonManifoldVertices === 0 ? (2 * components.sizes.length - euler) / 2 : undefined,
  };
}

/** Cavities look inwards and are taken off; what is inside out is solid all the same. */
function volumeOf({ closed }: Winding, insideOut: readonly ClosedPatch[]): number {
  const sum = closed.reduce((total, { signedVolume }) => total + signedVolume, 0);
  return sum - 2 * insideOut.reduce((total, { signedVolume }) => total + signedVolume, 0);
}

function countOnes(marks: Uint8Array): number {
  let ones = 0;
  for (const mark of marks) ones += mark;
  return ones;
}
