import { LEFT_OUT, type ClassifiedFaces } from './classify-faces.ts';
import { mixBits, tableSlots } from './hash-table.ts';

/**
 * Edges of a surface, whatever their direction. A half-edge is a side of a face: number 3·face + side,
 * from that corner to the next one.
 */
export interface EdgeMap {
  readonly count: number;
  /** Edge of each half-edge; −1 for faces that are left out. */
  readonly edgeOf: Int32Array;
  /** A half-edge of each edge. */
  readonly firstHalf: Int32Array;
  /** The next half-edge of the same edge; −1 behind the last. */
  readonly nextHalf: Int32Array;
  /** Faces of each edge. */
  readonly faces: Uint32Array;
}

/** The half-edge behind one in its face. */
export const nextInFace = (half: number): number => (half % 3 === 2 ? half - 2 : half + 1);

/** Collects the edges of the faces that are not left out. */
export function mapEdges({ corners, flags }: ClassifiedFaces): EdgeMap {
  const halves = corners.length;
  const edgeOf = new Int32Array(halves).fill(-1);
  const firstHalf = new Int32Array(halves);
  const nextHalf = new Int32Array(halves).fill(-1);
  const faces = new Uint32Array(halves);
  const mask = tableSlots(halves) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  let count = 0;
  for (let face = 0; face < flags.length; face++) {
    if ((flags[face]! & LEFT_OUT) !== 0) continue;
    for (let half = 3 * face; half < 3 * face + 3; half++) {
      const from = corners[half]!;
      const to = corners[nextInFace(half)]!;
      const low = Math.min(from, to);
      const high = Math.max(from, to);
      let slot = mixBits(mixBits(low) + Math.imul(high, 0x9e3779b1)) & mask;
      for (; ; slot = (slot + 1) & mask) {
        const edge = table[slot]!;
        if (edge < 0) {
          table[slot] = count;
          edgeOf[half] = count;
          firstHalf[count] = half;
          faces[count] = 1;
          count++;
          break;
        }
        const known = firstHalf[edge]!;
        const a = corners[known]!;
        const b = corners[nextInFace(known)]!;
        if ((a === low && b === high) || (a === high && b === low)) {
          edgeOf[half] = edge;
          nextHalf[half] = nextHalf[known]!;
          nextHalf[known] = half;
          faces[edge]!++;
          break;
        }
      }
    }
  }
  return { count, edgeOf, firstHalf, nextHalf, faces };
}
