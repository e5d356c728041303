/**
 * Points spread evenly over the order of the file, when there are more than `most`.
 *
 * @param positions  x, y, z of each point
 */
export function thinOut(positions: Float64Array, most: number): Float64Array {
  const count = positions.length / 3;
  if (count <= most) return positions;
  const out = new Float64Array(most * 3);
  for (let i = 0; i < most; i++) {
    const from = 3 * Math.floor((i * count) / most);
    out[3 * i] = positions[from]!;
    out[3 * i + 1] = positions[from + 1]!;
    out[3 * i + 2] = positions[from + 2]!;
  }
  return out;
}
