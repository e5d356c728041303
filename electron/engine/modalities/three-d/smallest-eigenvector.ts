// Eigenvectors of a symmetric 3 × 3 matrix in closed form, step for step as Open3D does it: the sign
// it happens to return decides one term of the point cloud score, so a better solver would be wrong.

/** Upper half of a symmetric matrix. */
export interface Symmetric3 {
  xx: number;
  xy: number;
  xz: number;
  yy: number;
  yz: number;
  zz: number;
}

type Vector3 = [number, number, number];

/**
 * Unit eigenvector of the least eigenvalue, with Open3D's sign; (0, 0, 1) where it gives none.
 *
 * @source Open3D 0.16.1, FastEigen3x3; after Eberly, "A Robust Eigensolver for 3×3 Symmetric Matrices"
 */
export function smallestEigenvector(matrix: Symmetric3): Vector3 {
  const greatest = Math.max(matrix.xx, matrix.xy, matrix.xz, matrix.yy, matrix.yz, matrix.zz);
  if (greatest === 0) return [0, 0, 1];
  const m: Symmetric3 = {
    xx: matrix.xx / greatest,
    xy: matrix.xy / greatest,
    xz: matrix.xz / greatest,
    yy: matrix.yy / greatest,
    yz: matrix.yz / greatest,
    zz: matrix.zz / greatest,
  };
  const off = m.xy * m.xy + m.xz * m.xz + m.yz * m.yz;
  if (!(off > 0)) {
    if (matrix.xx < matrix.yy && matrix.xx < matrix.zz) return [1, 0, 0];
    return matrix.yy < matrix.xx && matrix.yy < matrix.zz ? [0, 1, 0] : [0, 0, 1];
  }
  const { values, isUpper } = eigenvalues(m, off);
  const [first, second, third] = values;
  if (isUpper) {
    const vector2 = isolatedEigenvector(m, third);
    if (third < first && third < second) return vector2;
    const vector1 = secondEigenvector(m, vector2, second);
    return second < first && second < third ? vector1 : cross(vector1, vector2);
  }
  const vector0 = isolatedEigenvector(m, first);
  if (first < second && first < third) return vector0;
  const vector1 = secondEigenvector(m, vector0, second);
  return second < first && second < third ? vector1 : cross(vector0, vector1);
}

/** λ3/Σλ of a covariance: how far a neighbourhood is from flat; 0 when it has no extent. */
export function surfaceVariation(m: Symmetric3): number {
  const trace = m.xx + m.yy + m.zz;
  if (!(trace > 0)) return 0;
  const off = m.xy * m.xy + m.xz * m.xz + m.yz * m.yz;
  if (off === 0) return Math.max(0, Math.min(m.xx, m.yy, m.zz)) / trace;
  return Math.max(0, Math.min(...eigenvalues(m, off).values)) / trace;
}

function eigenvalues(m: Symmetric3, off: number): { values: Vector3; isUpper: boolean } {
  const q = (m.xx + m.yy + m.zz) / 3;
  const b00 = m.xx - q;
  const b11 = m.yy - q;
  const b22 = m.zz - q;
  const p = Math.sqrt((b00 * b00 + b11 * b11 + b22 * b22 + off * 2) / 6);
  const c00 = b11 * b22 - m.yz * m.yz;
  const c01 = m.xy * b22 - m.yz * m.xz;
  const c02 = m.xy * m.yz - b11 * m.xz;
  const determinant = (b00 * c00 - m.xy * c01 + m.xz * c02) / (p * p * p);
  const half = Math.min(Math.max(determinant * 0.5, -1), 1);
  const angle = Math.acos(half) / 3;
  const beta2 = Math.cos(angle) * 2;
  const beta0 = Math.cos(angle + (2 * Math.PI) / 3) * 2;
  return {
    values: [q + p * beta0, q - p * (beta0 + beta2), q + p * beta2],
    isUpper: half >= 0,
  };
}

const cross = (a: Vector3, b: Vector3): Vector3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

const dot = (a: Vector3, b: Vector3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Eigenvector of an eigenvalue that stands apart: the longest cross product of two rows. */
function isolatedEigenvector(m: Symmetric3, value: number): Vector3 {
  const row0: Vector3 = [m.xx - value, m.xy, m.xz];
  const row1: Vector3 = [m.xy, m.yy - value, m.yz];
  const row2: Vector3 = [m.xz, m.yz, m.zz - value];
  const r01 = cross(row0, row1);
  const r02 = cross(row0, row2);
  const r12 = cross(row1, row2);
  const d0 = dot(r01, r01);
  const d1 = dot(r02, r02);
  const d2 = dot(r12, r12);
  if (d0 >= d1 && d0 >= d2) return scaled(r01, d0);
  return d1 > d0 && d1 >= d2 ? scaled(r02, d1) : scaled(r12, d2);
}

function scaled(vector: Vector3, square: number): Vector3 {
  const length = Math.sqrt(square);
  return length > 0 ? [vector[0] / length, vector[1] / length, vector[2] / length] : [0, 0, 1];
}

/** Eigenvector of another eigenvalue, in the plane across the first eigenvector. */
function secondEigenvector(m: Symmetric3, first: Vector3, value: number): Vector3 {
  const u = acrossOf(first);
  const v = cross(first, u);
  const mu = product(m, u);
  const mv = product(m, v);
  const m00 = dot(u, mu) - value;
  const m01 = dot(u, mv);
  const m11 = dot(v, mv) - value;
  const isFirst = Math.abs(m00) >= Math.abs(m11);
  const diagonal = isFirst ? m00 : m11;
  if (Math.max(Math.abs(diagonal), Math.abs(m01)) <= 0) return u;
  const [along, across] = unitPair(diagonal, m01);
  return isFirst ? combine(across, u, along, v) : combine(along, u, across, v);
}

function acrossOf(v: Vector3): Vector3 {
  if (Math.abs(v[0]) > Math.abs(v[1])) {
    const inverse = 1 / Math.sqrt(v[0] * v[0] + v[2] * v[2]);
    return [-v[2] * inverse, 0, v[0] * inverse];
  }
  const inverse = 1 / Math.sqrt(v[1] * v[1] + v[2] * v[2]);
  return [0, v[2] * inverse, -v[1] * inverse];
}

/** (diagonal, off) over their length, as Open3D divides them. */
function unitPair(diagonal: number, off: number): [number, number] {
  if (Math.abs(diagonal) >= Math.abs(off)) {
    const ratio = off / diagonal;
    const along = 1 / Math.sqrt(1 + ratio * ratio);
    return [along, ratio * along];
  }
  const ratio = diagonal / off;
  const across = 1 / Math.sqrt(1 + ratio * ratio);
  return [ratio * across, across];
}

const product = (m: Symmetric3, v: Vector3): Vector3 => [
  m.xx * v[0] + m.xy * v[1] + m.xz * v[2],
  m.xy * v[0] + m.yy * v[1] + m.yz * v[2],
  m.xz * v[0] + m.yz * v[1] + m.zz * v[2],
];

/** a·u − b·v. */
const combine = (a: number, u: Vector3, b: number, v: Vector3): Vector3 => [
  a * u[0] - b * v[0],
  a * u[1] - b * v[1],
  a * u[2] - b * v[2],
];
