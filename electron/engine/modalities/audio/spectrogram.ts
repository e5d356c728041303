import { fftOf, pairPowers } from './fft.ts';

export const WINDOW_SIZE = 2048; // gq-official.md, audio, spectrogram
export const HOP = 512; // same
export const BINS = WINDOW_SIZE / 2 + 1;

const window = Float64Array.from(
  { length: WINDOW_SIZE },
  (_, i) => (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / WINDOW_SIZE)) / (WINDOW_SIZE / 2),
); // Hann, periodic, over its sum (SciPy's "spectrum" scaling)

/** Number of frames: one a hop, centred on samples 0, 512, … until the signal is covered. */
export const spectrogramFrames = (samples: number): number => Math.ceil(samples / HOP) + 1;

/**
 * Calls `onFrame` with the magnitudes of each frame in turn; the array is used again for the next.
 *
 * @source gq-official.md, audio: SciPy `stft`, zero-padded ends
 */
export function walkSpectrogram(
  samples: Float32Array,
  onFrame: (magnitudes: Float64Array, powers: Float64Array, frame: number) => void,
): void {
  const frames = spectrogramFrames(samples.length);
  const fft = fftOf(WINDOW_SIZE);
  const first = { magnitudes: new Float64Array(BINS), powers: new Float64Array(BINS) };
  const second = { magnitudes: new Float64Array(BINS), powers: new Float64Array(BINS) };
  for (let frame = 0; frame < frames; frame += 2) {
    loadFrame(samples, frame, fft.re);
    loadFrame(samples, frame + 1, fft.im);
    fft.transform();
    pairPowers(fft);
    keepPowers(fft.re, first);
    keepPowers(fft.im, second);
    onFrame(first.magnitudes, first.powers, frame);
    if (frame + 1 < frames) onFrame(second.magnitudes, second.powers, frame + 1);
  }
}

function loadFrame(samples: Float32Array, frame: number, out: Float64Array): void {
  const start = frame * HOP - WINDOW_SIZE / 2;
  if (start >= 0 && start + WINDOW_SIZE <= samples.length) {
    for (let i = 0; i < WINDOW_SIZE; i++) out[i] = samples[start + i]! * window[i]!;
    return;
  }
  out.fill(0);
  const from = Math.max(0, -start);
  const to = Math.min(WINDOW_SIZE, samples.length - start);
  for (let i = from; i < to; i++) out[i] = samples[start + i]! * window[i]!;
}

interface Spectrum {
  readonly magnitudes: Float64Array;
  readonly powers: Float64Array;
}

function keepPowers(from: Float64Array, { magnitudes, powers }: Spectrum): void {
  for (let k = 0; k < BINS; k++) {
    const power = from[k]!;
    powers[k] = power;
    magnitudes[k] = Math.sqrt(power);
  }
}
