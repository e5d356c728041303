import sharp from 'sharp';

const SIDE = 32;
const KEPT = 8; // lowest frequencies in both directions: 8 × 8 = 64 bits
const FLAT = 1; // mean amplitude per frequency, in levels of 255, below which there is only noise
const TIMEOUT_SECONDS = 20;
const MAX_PIXELS = 100_000_000;

/**
 * Perceptual hash of a picture, so that the same motif is found again in another size or encoding.
 * Decodes on sharp's own threads, never on the caller's.
 *
 * @returns 16 hex digits; undefined for a picture of one colour, or one that cannot be decoded
 */
export async function hashPicture(path: string): Promise<string | undefined> {
  try {
    const samples = await sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'none' })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize(SIDE, SIDE, { fit: 'fill' })
      .raw()
      .timeout({ seconds: TIMEOUT_SECONDS })
      .toBuffer();
    return hashSamples(samples);
  } catch {
    return undefined; // broken pictures say so in their card; here they are only not compared
  }
}

/**
 * 64 bits: whether each of the 8 × 8 lowest frequencies of the cosine transform lies above their median.
 *
 * @param samples  32 × 32 grey values, row by row
 * @returns undefined when all grey values are nearly the same
 * @source C. Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions, 2010, 3.2.1;
 *   as there the mean brightness is left out of the median
 */
export function hashSamples(samples: Uint8Array): string | undefined {
  const frequencies = lowFrequencies(samples);
  const [, ...rest] = frequencies;
  if (rest.reduce((sum, value) => sum + Math.abs(value), 0) / rest.length < FLAT) return undefined;
  const sorted = rest.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  let hex = '';
  for (let at = 0; at < frequencies.length; at += 4) {
    let digit = 0;
    for (const value of frequencies.slice(at, at + 4)) digit = digit * 2 + (value > median ? 1 : 0);
    hex += digit.toString(16);
  }
  return hex;
}

const COSINES = Array.from({ length: KEPT }, (_, frequency) =>
  Float64Array.from(
    { length: SIDE },
    (_unused, at) =>
      Math.cos((Math.PI * frequency * (2 * at + 1)) / (2 * SIDE)) *
      Math.sqrt((frequency === 0 ? 1 : 2) / SIDE),
  ),
);

/** Rows first, then columns, as the transform separates; only what is kept is computed. */
function lowFrequencies(samples: Uint8Array): number[] {
  const ofRows = Array.from({ length: SIDE }, (_, y) =>
    COSINES.map((cosine) => {
      let sum = 0;
      for (let x = 0; x < SIDE; x++) sum += (cosine[x] ?? 0) * (samples[y * SIDE + x] ?? 0);
      return sum;
    }),
  );
  return COSINES.flatMap((cosine) =>
    COSINES.map((_, column) => {
      let sum = 0;
      for (let y = 0; y < SIDE; y++) sum += (cosine[y] ?? 0) * (ofRows[y]?.[column] ?? 0);
      return sum;
    }),
  );
}
