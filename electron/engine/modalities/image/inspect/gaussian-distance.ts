// Distance between two multivariate Gaussians, with the pseudo-inverse that few samples ask for.

/** Mean and covariance of feature vectors. */
export interface Gaussian {
  /** d numbers. */
  readonly mean: Float64Array;
  /** d × d numbers, symmetric. */
  readonly covariance: Float64Array;
}

/**
 * Mean and sample covariance (n − 1) of vectors of equal length.
 *
 * @param vectors  at least two
 */
export function gaussianOf(vectors: readonly Float64Array[]): Gaussian {
  const d = vectors[0]?.length ?? 0;
  const mean = new Float64Array(d);
  for (const vector of vectors) for (let i = 0; i < d; i++) mean[i]! += vector[i]! / vectors.length;
  const covariance = new Float64Array(d * d);
  for (const vector of vectors) {
    for (let i = 0; i < d; i++) {
      const difference = (vector[i]! - mean[i]!) / (vectors.length - 1);
      for (let j = 0; j < d; j++) covariance[i * d + j]! += difference * (vector[j]! - mean[j]!);
    }
  }
  return { mean, covariance };
}

/**
 * √((m₁ − m₂)ᵀ ((Σ₁ + Σ₂)/2)⁺ (m₁ − m₂)); 0 for equal means.
 *
 * @source Mittal et al. 2013, eq. 10
 */
export function gaussianDistance(a: Gaussian, b: Gaussian): number {
  const d = a.mean.length;
  const pooled = a.covariance.map((value, i) => (value + b.covariance[i]!) / 2);
  const { values, vectors } = symmetricEigen(pooled, d);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const negligible = d * Number.EPSILON * largest; // MATLAB's pinv
  let sum = 0;
  for (let k = 0; k < d; k++) {
    const value = values[k]!;
    if (Math.abs(value) <= negligible) continue;
    let along = 0;
    for (let i = 0; i < d; i++) along += (a.mean[i]! - b.mean[i]!) * vectors[i * d + k]!;
    sum += (along * along) / value;
  }
  return Math.sqrt(Math.max(sum, 0));
}

const MAX_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors (columns) of a symmetric matrix by cyclic Jacobi rotations.
 *
 * @source Golub, Van Loan, Matrix Computations, 4th ed., 8.5
 */
export function symmetricEigen(
  matrix: Float64Array,
  d: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const a = matrix.slice();
  const vectors = new Float64Array(d * d);
  for (let i = 0; i < d; i++) vectors[i * d + i] = 1;
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let isDiagonal = true;
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) {
        const off = a[p * d + q]!;
        const scale = Math.sqrt(Math.abs(a[p * d + p]! * a[q * d + q]!));
        if (Math.abs(off) <= Number.EPSILON * scale || off === 0) continue;
        isDiagonal = false;
        rotate(a, vectors, d, p, q);
      }
    }
    if (isDiagonal) break;
  }
  return { values: Float64Array.from({ length: d }, (_, i) => a[i * d + i]!), vectors };
}

function rotate(a: Float64Array, vectors: Float64Array, d: number, p: number, q: number): void {
  const theta = (a[q * d + q]! - a[p * d + p]!) / (2 * a[p * d + q]!);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < d; k++) turn(a, k * d + p, k * d + q, c, s);
  for (let k = 0; k < d; k++) turn(a, p * d + k, q * d + k, c, s);
  a[p * d + q] = 0;
  a[q * d + p] = 0;
  for (let k = 0; k < d; k++) turn(vectors, k * d + p, k * d + q, c, s);
}

function turn(values: Float64Array, i: number, j: number, c: number, s: number): void {
  const first = values[i]!;
  const second = values[j]!;
  values[i] = c * first - s * second;
  values[j] = s * first + c * second;
}
