import { mixBits, tableSlots } from './hash-table.ts';

/** Which points lie exactly on another. */
export interface Weld {
  /** Of each point the first one at its place, often itself. */
  readonly first: Uint32Array;
  /** Number of different places. */
  readonly places: number;
}

/** Finds points of exactly equal coordinates; 0 and −0 are equal. */
export function weldPoints(positions: Float64Array): Weld {
  const count = positions.length / 3;
  const first = new Uint32Array(count);
  const mask = tableSlots(count) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  const scratch = new Float64Array(3);
  const bits = new Uint32Array(scratch.buffer);
  let places = 0;
  for (let point = 0; point < count; point++) {
    const x = positions[3 * point]! + 0; // −0 becomes 0
    const y = positions[3 * point + 1]! + 0;
    const z = positions[3 * point + 2]! + 0;
    scratch[0] = x;
    scratch[1] = y;
    scratch[2] = z;
    let hash = 0;
    for (let i = 0; i < 6; i++) hash = mixBits(hash + Math.imul(bits[i]!, 0x9e3779b1));
    let slot = hash & mask;
    for (; ; slot = (slot + 1) & mask) {
      const known = table[slot]!;
      if (known < 0) {
        table[slot] = point;
        first[point] = point;
        places++;
        break;
      }
      if (
        positions[3 * known] === x &&
        positions[3 * known + 1] === y &&
        positions[3 * known + 2] === z
      ) {
        first[point] = known;
        break;
      }
    }
  }
  return { first, places };
}
