/** What a closed patch encloses, and the box round it. */
export interface EnclosedVolume {
  /** Positive where the faces look outwards. */
  readonly signedVolume: number;
  readonly low: readonly [number, number, number];
  readonly high: readonly [number, number, number];
}

/**
 * Adds up tetrahedra over one point of the patch, so that a far-away mesh loses no digits.
 *
 * @param faces  of the patch, at least one
 * @param isTurned  of each face of the mesh 1 where it counts as wound the other way round
 */
export function encloseVolume(
  positions: Float64Array,
  corners: Uint32Array,
  faces: Int32Array,
  isTurned: Uint8Array,
): EnclosedVolume {
  const origin = 3 * corners[3 * faces[0]!]!;
  const ox = positions[origin]!;
  const oy = positions[origin + 1]!;
  const oz = positions[origin + 2]!;
  const low: [number, number, number] = [ox, oy, oz];
  const high: [number, number, number] = [ox, oy, oz];
  let six = 0;
  for (const face of faces) {
    for (let i = 3 * face; i < 3 * face + 3; i++) {
      for (let axis = 0; axis < 3; axis++) {
        const value = positions[3 * corners[i]! + axis]!;
        if (value < low[axis]!) low[axis] = value;
        if (value > high[axis]!) high[axis] = value;
      }
    }
    const a = 3 * corners[3 * face]!;
    const b = 3 * corners[3 * face + 1]!;
    const c = 3 * corners[3 * face + 2]!;
    const bx = positions[b]! - ox;
    const by = positions[b + 1]! - oy;
    const bz = positions[b + 2]! - oz;
    const cx = positions[c]! - ox;
    const cy = positions[c + 1]! - oy;
    const cz = positions[c + 2]! - oz;
    const times =
      (positions[a]! - ox) * (by * cz - bz * cy) +
      (positions[a + 1]! - oy) * (bz * cx - bx * cz) +
      (positions[a + 2]! - oz) * (bx * cy - by * cx);
    six += isTurned[face] === 1 ? -times : times;
  }
  return { signedVolume: six / 6, low, high };
}
