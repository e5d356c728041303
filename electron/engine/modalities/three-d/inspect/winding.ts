// Which faces are wound the other way round than their neighbours. A patch is what hangs together by
// edges of exactly two faces; across other edges no side can be told from the other.
import { LEFT_OUT, type ClassifiedFaces } from './classify-faces.ts';
import type { EdgeMap } from './edge-map.ts';
import { encloseVolume, type EnclosedVolume } from './enclosed-volume.ts';

/** A patch whose every edge has exactly two faces, with two sides: it encloses something. */
export interface ClosedPatch extends EnclosedVolume {
  readonly id: number;
  /** A face of it. */
  readonly face: number;
}

/** Winding of a surface. */
export interface Winding {
  /** Patch of each face; −1 for faces that are left out. */
  readonly patchOf: Int32Array;
  readonly patches: number;
  readonly closed: readonly ClosedPatch[];
  /** Patches with one side, as a Möbius strip: no winding makes all neighbours agree. */
  readonly oneSided: number;
  /** Of each face 1 where it is wound against most of its patch; 0 all over a one-sided patch. */
  readonly isFlipped: Uint8Array;
}

/** Floods each patch over its edges; of two equal halves the one that looks inwards is flipped. */
export function findWinding(
  faces: ClassifiedFaces,
  edges: EdgeMap,
  positions: Float64Array,
): Winding {
  const { corners, flags } = faces;
  const patchOf = new Int32Array(flags.length).fill(-1);
  const isTurned = new Uint8Array(flags.length);
  const queue = new Int32Array(flags.length);
  const closed: ClosedPatch[] = [];
  let patches = 0;
  let oneSided = 0;
  for (let seed = 0; seed < flags.length; seed++) {
    if ((flags[seed]! & LEFT_OUT) !== 0 || patchOf[seed]! >= 0) continue;
    const id = patches++;
    const flood = floodPatch(seed, id, { corners, edges, patchOf, isTurned, queue });
    const own = queue.subarray(0, flood.size);
    if (!flood.isOrientable) {
      oneSided++;
      for (const face of own) isTurned[face] = 0;
      continue;
    }
    const isEven = flood.turned * 2 === flood.size;
    if (flood.turned * 2 > flood.size) turn(own, isTurned);
    if (!flood.isClosed) continue;
    let enclosed = encloseVolume(positions, corners, own, isTurned);
    if (isEven && enclosed.signedVolume < 0) {
      turn(own, isTurned);
      enclosed = { ...enclosed, signedVolume: -enclosed.signedVolume };
    }
    closed.push({ id, face: seed, ...enclosed });
  }
  return { patchOf, patches, closed, oneSided, isFlipped: isTurned };
}

interface FloodState {
  readonly corners: Uint32Array;
  readonly edges: EdgeMap;
  readonly patchOf: Int32Array;
  readonly isTurned: Uint8Array;
  /** Holds the faces of the patch afterwards. */
  readonly queue: Int32Array;
}

/** Marks the faces of a patch, and which of them are wound against its first one. */
function floodPatch(seed: number, id: number, state: FloodState) {
  const { corners, edges, patchOf, isTurned, queue } = state;
  patchOf[seed] = id;
  queue[0] = seed;
  let size = 1;
  let turned = 0;
  let isClosed = true;
  let isOrientable = true;
  for (let at = 0; at < size; at++) {
    const face = queue[at]!;
    const own = isTurned[face]!;
    turned += own;
    for (let half = 3 * face; half < 3 * face + 3; half++) {
      const edge = edges.edgeOf[half]!;
      if (edges.faces[edge] !== 2) {
        isClosed = false;
        continue;
      }
      const first = edges.firstHalf[edge]!;
      const other = first === half ? edges.nextHalf[first]! : first;
      const neighbour = Math.floor(other / 3);
      // neighbours that agree run along their edge in opposite directions
      const wanted = own ^ Number(corners[other] === corners[half]);
      if (patchOf[neighbour]! >= 0) {
        if (isTurned[neighbour] !== wanted) isOrientable = false;
        continue;
      }
      patchOf[neighbour] = id;
      isTurned[neighbour] = wanted;
      queue[size++] = neighbour;
    }
  }
  return { size, turned, isClosed, isOrientable };
}

function turn(faces: Int32Array, isTurned: Uint8Array): void {
  for (const face of faces) isTurned[face]! ^= 1;
}
