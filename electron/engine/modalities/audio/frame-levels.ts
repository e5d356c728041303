const FLOOR = 1e-12; // gq-official.md, audio: dB = 20·log10(rms + 1e−12)

/** Level of each frame of a signal. */
export interface FrameLevels {
  readonly rms: Float64Array;
  /** 20·log10(rms + 1e−12). */
  readonly db: Float64Array;
}

/** Level in dB of a root mean square. */
export const levelDb = (rms: number): number => 20 * Math.log10(rms + FLOOR);

/**
 * Number of frames as the official code counts them: starts 0, hop, 2·hop … below n − length, so a
 * frame that would end exactly at the end is left out.
 */
export const frameCount = (samples: number, length: number, hop: number): number =>
  Math.max(0, Math.ceil((samples - length) / hop));

/**
 * Root mean square of overlapping frames; `length` must be a multiple of `hop`, so that every square
 * is taken once.
 */
export function frameLevels(samples: Float32Array, length: number, hop: number): FrameLevels {
  const frames = frameCount(samples.length, length, hop);
  const hops = length / hop;
  const energies = new Float64Array(frames + hops);
  for (let h = 0; h < energies.length; h++) {
    let energy = 0;
    for (let i = h * hop, end = Math.min(i + hop, samples.length); i < end; i++) {
      energy += samples[i]! * samples[i]!;
    }
    energies[h] = energy;
  }
  const rms = new Float64Array(frames);
  for (let k = 0; k < frames; k++) {
    let energy = 0;
    for (let h = 0; h < hops; h++) energy += energies[k + h]!;
    rms[k] = Math.sqrt(energy / length);
  }
  return { rms, db: rms.map(levelDb) };
}
