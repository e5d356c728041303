// Spectrum and autocorrelation of short frames, two frames a transform.
import { fftOf, pairPowers } from '../fft.ts';
import { KIND_RATE_HZ } from './kind-signal.ts';

/** Step of the frames, samples; 10 ms. */
export const KIND_HOP = 160;
/** Frame, samples; 32 ms, 2.5 periods of 80 Hz. */
export const KIND_FRAME = 512;
const SIZE = 2 * KIND_FRAME;
export const KIND_BINS = KIND_FRAME + 1;
export const KIND_BIN_HZ = KIND_RATE_HZ / SIZE;

const window = Float64Array.from(
  { length: KIND_FRAME },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / KIND_FRAME),
);

/** A frame; its arrays are used again for the next one. */
export interface KindFrame {
  /** Mean square of the samples. */
  power: number;
  /** Share of neighbouring samples of different sign. */
  zeroCrossings: number;
  readonly magnitudes: Float64Array;
  /** At lags 0 … 512, that of the window taken out; 1 at lag 0. */
  readonly correlation: Float64Array;
}

const emptyFrame = (): KindFrame => ({
  power: 0,
  zeroCrossings: 0,
  magnitudes: new Float64Array(KIND_BINS),
  correlation: new Float64Array(KIND_BINS),
});

/** How many frames fit. */
export const kindFrameCount = (samples: number): number =>
  samples < KIND_FRAME ? 0 : Math.floor((samples - KIND_FRAME) / KIND_HOP) + 1;

/** Autocorrelation of the window itself, which falls with the lag. */
const windowCorrelation = ((): Float64Array => {
  const out = new Float64Array(KIND_BINS);
  for (let lag = 0; lag < KIND_FRAME; lag++) {
    for (let i = 0; i + lag < KIND_FRAME; i++) out[lag]! += window[i]! * window[i + lag]!;
  }
  return out.map((value) => value / out[0]!);
})();

/** Calls `onFrame` for each frame in turn. */
export function walkKindFrames(
  samples: Float32Array,
  onFrame: (frame: KindFrame, index: number) => void,
): void {
  const fft = fftOf(SIZE);
  const count = kindFrameCount(samples.length);
  const [a, b] = [emptyFrame(), emptyFrame()];
  for (let k = 0; k < count; k += 2) {
    const hasPair = k + 1 < count;
    load(samples, k * KIND_HOP, fft.re, a);
    if (hasPair) load(samples, (k + 1) * KIND_HOP, fft.im, b);
    else fft.im.fill(0);
    fft.transform();
    pairPowers(fft);
    for (let i = 0; i < KIND_BINS; i++) {
      a.magnitudes[i] = Math.sqrt(fft.re[i]!);
      b.magnitudes[i] = Math.sqrt(fft.im[i]!);
    }
    fft.transform(); // the powers are real and even: this returns both autocorrelations
    correlate(fft.re, a);
    correlate(fft.im, b);
    onFrame(a, k);
    if (hasPair) onFrame(b, k + 1);
  }
}

function load(samples: Float32Array, start: number, out: Float64Array, frame: KindFrame): void {
  let energy = 0;
  let sum = 0;
  for (let i = 0; i < KIND_FRAME; i++) sum += samples[start + i]!;
  const mean = sum / KIND_FRAME;
  let crossings = 0;
  let before = 0;
  for (let i = 0; i < KIND_FRAME; i++) {
    const value = samples[start + i]! - mean;
    energy += value * value;
    crossings += Number(value * before < 0);
    before = value;
    out[i] = value * window[i]!;
  }
  out.fill(0, KIND_FRAME);
  frame.power = energy / KIND_FRAME;
  frame.zeroCrossings = crossings / (KIND_FRAME - 1);
}

function correlate(sums: Float64Array, { correlation }: KindFrame): void {
  const first = sums[0]!;
  for (let lag = 0; lag < KIND_BINS; lag++) {
    const expected = windowCorrelation[lag]!;
    const isKnown = first > 0 && expected > 0.05; // far lags hold too little of the window
    correlation[lag] = isKnown ? sums[lag]! / first / expected : 0;
  }
}
