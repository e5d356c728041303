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

/** A WAV file of 16 bits a sample. @param channels  all of one length, samples in [-1, 1] */
export function wavBytes(channels: readonly Float32Array[], sampleRateHz: number): Buffer {
  const [length, width] = [channels[0]?.length ?? 0, channels.length];
  const bytes = Buffer.alloc(44 + length * width * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20); // plain samples
  bytes.writeUInt16LE(width, 22);
  bytes.writeUInt32LE(sampleRateHz, 24);
  bytes.writeUInt32LE(sampleRateHz * width * 2, 28);
  bytes.writeUInt16LE(width * 2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(length * width * 2, 40);
  channels.forEach((samples, channel) => {
    samples.forEach((sample, i) => {
      const value = Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768)));
      bytes.writeInt16LE(value, 44 + (i * width + channel) * 2);
    });
  });
  return bytes;
}
