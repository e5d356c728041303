// Sample rate conversion with the band edges of soxr's HQ quality, which the official code uses: its
// transition band decides how the spectrum looks above the old Nyquist frequency, and so the hiss
// slope and the flatness. First a sharp low pass at twice the rate, by fast convolution; then, where
// the rates need it, short interpolation filters, which that oversampling allows.
import { fftOf } from './fft.ts';
import { kaiserBeta, windowedSinc } from './kaiser.ts';

const PASSBAND_END = 0.9136; // soxr HQ: 1 − 0.05/TO_3dB(20 bits), of the lower Nyquist frequency
const ATTENUATION_DB = 126.4; // soxr HQ: 20 bits and one, 6.02 dB each
const BLOCK = 4096; // transform size of the fast convolution
const SIDE_TAPS = 10; // interpolation filter, samples at twice the old rate on each side
const MARGIN = 4 * SIDE_TAPS; // zeros round the doubled signal, so that no end is looked at twice

/** The signal at another rate, without delay; ⌈n · to / from⌉ samples. Equal rates copy nothing. */
export function resample(samples: Float32Array, fromHz: number, toHz: number): Float32Array {
  if (fromHz === toHz || samples.length === 0) return samples;
  const length = Math.ceil((samples.length * toHz) / fromHz);
  const doubled = doubleAndFilter(samples, Math.min(1, toHz / fromHz));
  return interpolate(doubled, 2 * fromHz, toHz, length);
}

/**
 * The signal at twice its rate, low-passed, with {@link MARGIN} zeros before and behind it.
 *
 * @param edge  stop band begins there, of the signal's own Nyquist frequency
 */
function doubleAndFilter(samples: Float32Array, edge: number): Float32Array {
  const cutoff = (edge * (1 + PASSBAND_END)) / 2 / 4; // cycles a sample at twice the rate
  const halfWidth = Math.ceil((2 * 8.28) / (edge * (1 - PASSBAND_END))); // soxr's tap count for 126 dB
  const kernel = windowedSinc(cutoff, halfWidth, kaiserBeta(ATTENUATION_DB));
  let size = BLOCK;
  while (size < 4 * halfWidth) size *= 2;
  const fft = fftOf(size);
  fft.re.fill(0);
  fft.im.fill(0);
  for (let d = -halfWidth; d <= halfWidth; d++) {
    fft.re[(d + size) % size] = 2 * kernel(d);
  }
  fft.transform();
  const response = fft.re.slice(); // real: the kernel is symmetric
  const length = 2 * samples.length;
  const out = new Float32Array(length + 2 * MARGIN);
  const step = (size - 2 * halfWidth) & ~1;
  for (let start = 0; start < length; start += 2 * step) {
    loadDoubled(samples, start - halfWidth, size, fft.re);
    loadDoubled(samples, start + step - halfWidth, size, fft.im);
    fft.transform();
    // back by a forward transform of the swapped parts: inverse(z) = swap(forward(swap(z)))
    for (let k = 0; k < size; k++) {
      const gain = response[k]! / size;
      const re = fft.re[k]! * gain;
      fft.re[k] = fft.im[k]! * gain;
      fft.im[k] = re;
    }
    fft.transform();
    const end = Math.min(start + step, length);
    for (let i = start, k = halfWidth; i < end; i++, k++) out[MARGIN + i] = fft.im[k]!;
    const pairEnd = Math.min(start + 2 * step, length);
    for (let i = start + step, k = halfWidth; i < pairEnd; i++, k++) out[MARGIN + i] = fft.re[k]!;
  }
  return out;
}

/** A block of the signal with zeros between its samples, from position `start` at twice the rate. */
function loadDoubled(samples: Float32Array, start: number, size: number, out: Float64Array): void {
  out.fill(0);
  const first = Math.max(0, Math.ceil(start / 2));
  const end = Math.min(samples.length, Math.ceil((start + size) / 2));
  for (let i = first; i < end; i++) out[2 * i - start] = samples[i]!;
}

/** @param signal  with its margins */
function interpolate(
  signal: Float32Array,
  fromHz: number,
  toHz: number,
  length: number,
): Float32Array {
  const divisor = greatestCommonDivisor(fromHz, toHz);
  const phases = toHz / divisor;
  const advance = fromHz / divisor;
  const out = new Float32Array(length);
  if (phases === 1) {
    for (let o = 0; o < length; o++) out[o] = signal[MARGIN + o * advance] ?? 0;
    return out;
  }
  const taps = 2 * SIDE_TAPS;
  const table = phaseTable(phases);
  for (let o = 0, phase = 0, at = MARGIN - SIDE_TAPS + 1; o < length; o++) {
    let sum = 0;
    const row = phase * taps;
    for (let j = 0; j < taps; j++) sum += table[row + j]! * signal[at + j]!;
    out[o] = sum;
    phase += advance;
    at += Math.floor(phase / phases);
    phase %= phases;
  }
  return out;
}

/** One row of taps a phase: weights of the samples from −SIDE_TAPS + 1 to SIDE_TAPS. */
function phaseTable(phases: number): Float64Array {
  const taps = 2 * SIDE_TAPS;
  const kernel = windowedSinc(0.5, SIDE_TAPS, kaiserBeta(ATTENUATION_DB));
  const table = new Float64Array(phases * taps);
  for (let p = 0; p < phases; p++) {
    for (let j = 0; j < taps; j++) table[p * taps + j] = kernel(j - SIDE_TAPS + 1 - p / phases);
  }
  return table;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
