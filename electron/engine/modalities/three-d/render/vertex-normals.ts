/** Mean of the faces' normals at each vertex, weighted by their areas; 0, 0, 0 without faces. */
export function vertexNormals(positions: Float64Array, faces: Uint32Array): Float32Array {
  const sums = new Float64Array(positions.length);
  for (let at = 0; at < faces.length; at += 3) {
    const a = faces[at]! * 3;
    const b = faces[at + 1]! * 3;
    const c = faces[at + 2]! * 3;
    const ux = positions[b]! - positions[a]!;
    const uy = positions[b + 1]! - positions[a + 1]!;
    const uz = positions[b + 2]! - positions[a + 2]!;
    const vx = positions[c]! - positions[a]!;
    const vy = positions[c + 1]! - positions[a + 1]!;
    const vz = positions[c + 2]! - positions[a + 2]!;
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    for (const vertex of [a, b, c]) {
      sums[vertex]! += nx;
      sums[vertex + 1]! += ny;
      sums[vertex + 2]! += nz;
    }
  }
  const normals = new Float32Array(positions.length);
  for (let at = 0; at < sums.length; at += 3) {
    const length = Math.hypot(sums[at]!, sums[at + 1]!, sums[at + 2]!);
    if (length === 0) continue;
    for (let k = 0; k < 3; k++) normals[at + k] = sums[at + k]! / length;
  }
  return normals;
}
