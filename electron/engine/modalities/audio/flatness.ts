const FLOOR = 1e-12; // gq-official.md, audio, structure
const CHUNK = 16; // magnitudes multiplied before a logarithm: 16 · 1e−12 stays above 1e−192

/**
 * Spectral flatness: geometric over arithmetic mean of the magnitudes; 1 for white noise, 0 for a
 * tone.
 */
export function flatnessOf(magnitudes: Float64Array): number {
  const count = magnitudes.length;
  let sum = 0;
  let sumOfLogs = 0;
  let i = 0;
  while (i < count) {
    let product = 1;
    for (const end = Math.min(i + CHUNK, count); i < end; i++) {
      const value = magnitudes[i]! + FLOOR;
      sum += value;
      product *= value;
    }
    sumOfLogs += Math.log(product);
  }
  return Math.exp(sumOfLogs / count) / (sum / count);
}
