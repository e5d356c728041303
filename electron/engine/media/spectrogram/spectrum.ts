// Power of windows of sound on the rows of a spectrogram. Two windows (or two channels) go through one
// transform, as its real and imaginary part.
import { hertzAt, type SpectrogramScale } from '../../../../shared/model/spectrogram.ts';
import { fftOf, pairPowers } from '../../modalities/audio/fft.ts';

const WINDOW_S = 0.046; // 2048 samples at 44.1 kHz

/** Window length of a sample rate: a power of two of about 46 ms. */
export const windowSize = (sampleRateHz: number): number =>
  2 ** Math.round(Math.log2(Math.max(64, sampleRateHz * WINDOW_S)));

/** Puts windows on rows; not to be shared between threads. */
export interface SpectrumMaker {
  readonly size: number;
  /**
   * Raises `into` to the power of each row, relative to a sine of full scale.
   *
   * @param a  samples; those before and behind are silence
   * @param aStart  index of the window's first sample, may be negative
   * @param b  other samples, or the same ones at another place
   */
  readonly add: (
    a: Float32Array,
    aStart: number,
    intoA: Float32Array,
    b: Float32Array | undefined,
    bStart: number,
    intoB: Float32Array,
  ) => void;
}

/** Makes the tables for one rate and one kind of rows. */
export function createSpectrumMaker(
  sampleRateHz: number,
  rows: number,
  scale: SpectrogramScale,
): SpectrumMaker {
  const size = windowSize(sampleRateHz);
  const half = size / 2;
  const window = Float64Array.from(
    { length: size },
    (_, i) => (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size)) * (4 / size), // Hann; a sine is 1
  );
  const edges = Float64Array.from(
    { length: rows + 1 },
    (_, row) => (hertzAt(scale, row / rows, sampleRateHz / 2) * size) / sampleRateHz,
  );
  const fft = fftOf(size);

  function load(samples: Float32Array | undefined, start: number, out: Float64Array): void {
    if (samples === undefined) return void out.fill(0);
    for (let i = 0; i < size; i++) out[i] = (samples[start + i] ?? 0) * window[i]!;
  }

  function onRows(powers: Float64Array, into: Float32Array): void {
    for (let row = 0; row < rows; row++) {
      const first = Math.ceil(edges[row]!);
      const last = Math.min(half, Math.ceil(edges[row + 1]!) - 1);
      let power = 0;
      for (let bin = first; bin <= last; bin++) power = Math.max(power, powers[bin]!);
      if (last < first) power = between(powers, (edges[row]! + edges[row + 1]!) / 2);
      if (power > into[row]!) into[row] = power;
    }
  }

  return {
    size,
    add(a, aStart, intoA, b, bStart, intoB) {
      load(a, aStart, fft.re);
      load(b, bStart, fft.im);
      fft.transform();
      pairPowers(fft);
      onRows(fft.re, intoA);
      if (b !== undefined) onRows(fft.im, intoB);
    },
  };
}

/** Power between two bins, for rows that are narrower than one. */
function between(powers: Float64Array, bin: number): number {
  const below = Math.floor(bin);
  const share = bin - below;
  return powers[below]! * (1 - share) + (powers[below + 1] ?? powers[below]!) * share;
}
