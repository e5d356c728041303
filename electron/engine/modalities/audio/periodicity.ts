import { fftOf, fftSizeFor } from './fft.ts';
import { frameCount } from './frame-levels.ts';
import { median } from '../order-statistics.ts';

const FRAME_S = 0.03; // gq-official.md, audio, periodicity
const HOP_S = 0.01; // same
const MIN_HZ = 50; // same
const MAX_HZ = 400; // same
const MIN_ENERGY = 1e-12; // a frame of one value has no period; what is left of it is rounding

/**
 * Median over frames of the largest autocorrelation at a lag of 50 to 400 Hz, over that at lag 0.
 * Two frames share a transform, forward and back: their power spectra are real, so one transform of
 * a + j·b returns both autocorrelations.
 */
export function periodicityPeak(samples: Float32Array, sampleRateHz: number): number {
  const length = Math.floor(FRAME_S * sampleRateHz);
  const hop = Math.floor(HOP_S * sampleRateHz);
  const firstLag = Math.floor(sampleRateHz / MAX_HZ);
  const lastLag = Math.min(Math.floor(sampleRateHz / MIN_HZ), length - 1);
  const frames = frameCount(samples.length, length, hop);
  const fft = fftOf(fftSizeFor(length + lastLag + 1));
  const peaks = new Float64Array(frames);
  for (let k = 0; k < frames; k += 2) {
    const hasPair = k + 1 < frames;
    const energyA = load(samples, k * hop, length, fft.re);
    const energyB = hasPair ? load(samples, (k + 1) * hop, length, fft.im) : 0;
    if (!hasPair) fft.im.fill(0);
    fft.transform();
    powersOfPair(fft.re, fft.im, fft.size);
    fft.transform();
    if (energyA > MIN_ENERGY) peaks[k] = peakOf(fft.re, firstLag, lastLag);
    if (energyB > MIN_ENERGY) peaks[k + 1] = peakOf(fft.im, firstLag, lastLag);
  }
  return median(peaks);
}

/** Writes a frame less its mean, padded with zeros, and returns its energy. */
function load(samples: Float32Array, start: number, length: number, out: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += samples[start + i]!;
  const mean = sum / length;
  let energy = 0;
  for (let i = 0; i < length; i++) {
    const value = samples[start + i]! - mean;
    out[i] = value;
    energy += value * value;
  }
  out.fill(0, length);
  return energy;
}

/** |A|² + j·|B|² in place, from the transform of a + j·b. */
function powersOfPair(re: Float64Array, im: Float64Array, size: number): void {
  for (let k = 0; k <= size / 2; k++) {
    const m = k === 0 ? 0 : size - k;
    const evenRe = re[k]! + re[m]!;
    const oddIm = im[k]! - im[m]!;
    const evenIm = im[k]! + im[m]!;
    const oddRe = re[m]! - re[k]!;
    re[k] = re[m] = evenRe * evenRe + oddIm * oddIm;
    im[k] = im[m] = evenIm * evenIm + oddRe * oddRe;
  }
}

function peakOf(correlation: Float64Array, firstLag: number, lastLag: number): number {
  const energy = correlation[0]!;
  let greatest = 0;
  for (let lag = firstLag; lag <= lastLag; lag++) {
    if (correlation[lag]! > greatest) greatest = correlation[lag]!;
  }
  return greatest / energy;
}
