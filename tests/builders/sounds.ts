// Sounds with known figures.
/** A sine; `phase` in parts of a period. */
export function sine(
  seconds: number,
  hertz: number,
  amplitude: number,
  sampleRateHz = 48_000,
  phase = 0,
): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * sampleRateHz) },
    (_, i) => amplitude * Math.sin(2 * Math.PI * ((hertz * i) / sampleRateHz + phase)),
  );
}

/** Amplitude of a level in dBFS. */
export const amplitude = (db: number): number => 10 ** (db / 20);

export function concat(...parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** White noise of a seed, even in [−size, size]. */
export function noise(
  seconds: number,
  size: number,
  sampleRateHz = 48_000,
  seed = 1,
): Float32Array {
  let state = seed;
  return Float32Array.from({ length: Math.round(seconds * sampleRateHz) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return size * (state / 2 ** 31 - 1);
  });
}
