import { kaiserBeta, windowedSinc } from '../kaiser.ts';

const FACTOR = 4; // BS.1770-4, annex 2: at least four times oversampling
const SIDE_TAPS = 16; // flat within 0.1 dB to 0.44 of the rate; annex 2's own filter has 6
const ATTENUATION_DB = 60;
const BLOCK = 64;
const TAPS = 2 * SIDE_TAPS;

/** Weights of the samples −15 … 16 for the points between samples 0 and 1. */
const PHASES: readonly Float64Array[] = Array.from({ length: FACTOR - 1 }, (_, p) => {
  const kernel = windowedSinc(0.5, SIDE_TAPS, kaiserBeta(ATTENUATION_DB));
  const taps = Float64Array.from({ length: TAPS }, (_tap, j) =>
    kernel(j - SIDE_TAPS + 1 - (p + 1) / FACTOR),
  );
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
});

/** No point between samples exceeds the greatest sample near it by more. */
const GREATEST_GAIN = Math.max(
  ...PHASES.map((taps) => taps.reduce((total, tap) => total + Math.abs(tap), 0)),
);

/** The greatest value of a signal, and the sample at or behind which it stands. */
export interface Peak {
  readonly amplitude: number;
  readonly at: number;
}

/** Greatest |sample|. */
export function samplePeak(samples: Float32Array): Peak {
  let amplitude = 0;
  let at = 0;
  for (let i = 0; i < samples.length; i++) {
    const size = Math.abs(samples[i]!);
    if (size > amplitude) [amplitude, at] = [size, i];
  }
  return { amplitude, at };
}

/**
 * Greatest value of the signal between its samples, by four times oversampling; blocks that cannot
 * hold it are passed over.
 *
 * @source ITU-R BS.1770-4, annex 2, with a longer interpolation filter
 */
export function truePeak(samples: Float32Array): Peak {
  let { amplitude, at } = samplePeak(samples);
  const near = new Float64Array(BLOCK + TAPS);
  for (let start = 0; start < samples.length; start += BLOCK) {
    const from = start - SIDE_TAPS + 1;
    let size = 0;
    for (let j = 0; j < near.length; j++) {
      const value = samples[from + j] ?? 0;
      near[j] = value;
      if (value > size) size = value;
      else if (-value > size) size = -value;
    }
    if (size * GREATEST_GAIN <= amplitude) continue;
    for (const taps of PHASES) {
      for (let i = 0; i < BLOCK; i++) {
        let sum = 0;
        for (let j = 0; j < TAPS; j++) sum += taps[j]! * near[i + j]!;
        const between = Math.abs(sum);
        if (between > amplitude) [amplitude, at] = [between, start + i];
      }
    }
  }
  return { amplitude, at: Math.min(at, Math.max(0, samples.length - 1)) };
}
