// How far up the spectrum of a picture reaches: an enlarged picture holds nothing fine.
import type { Plane } from '../../../media/decode/colour-image.ts';
import { fftOf } from '../../audio/fft.ts';

const LENGTH = 128; // pixels of a stretch
const BINS = LENGTH / 2;
const MAX_STRETCHES = 4096; // along each direction; more are sampled evenly
const LEVEL_FROM = 0.08; // of the Nyquist frequency: where the level of the spectrum is taken
const LEVEL_TO = 0.35;
const FALLEN = 0.01; // of that level: what lies below holds no detail
const ROUNDING = (2 * 0.375 * LENGTH) / 12; // power of rounding to 8 bits under the window, doubled

/** What the spectra of rows and columns say together. */
export interface FineDetail {
  /** Share of the energy above half the Nyquist frequency, the mean level left out; 0..1. */
  readonly highShare: number;
  /** Frequency above which nothing is left, in parts of the Nyquist frequency; 1 = full. */
  readonly reach: number;
}

/**
 * Spectra of stretches of 128 pixels under a Hann window. `reach` is the frequency above which the
 * mean power · f², flat in photographs, stays under 1 % of its level at low frequencies; the greater
 * of both directions.
 *
 * @param plane  0..255
 * @returns undefined when a side is shorter than a stretch, or without any structure
 * @source the 1/f² power of natural pictures: Field 1987; threshold and window are ours
 */
export function fineDetailOf(plane: Plane): FineDetail | undefined {
  if (plane.width < LENGTH || plane.height < LENGTH) return undefined;
  const rows = meanSpectrum(plane, false);
  const columns = meanSpectrum(plane, true);
  let high = 0;
  let all = 0;
  for (let f = 1; f <= BINS; f++) {
    const power = rows[f]! + columns[f]!;
    all += power;
    if (f > BINS / 2) high += power;
  }
  if (all < 1e-6) return undefined;
  return { highShare: high / all, reach: Math.max(reachOf(rows), reachOf(columns)) };
}

const hann = Float64Array.from(
  { length: LENGTH },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / LENGTH),
);

function meanSpectrum({ width, height, data }: Plane, isDown: boolean): Float64Array {
  const [along, across] = isDown ? [height, width] : [width, height];
  const [step, lineStep] = isDown ? [width, 1] : [1, width];
  const perLine = Math.floor(along / LENGTH);
  const total = perLine * across;
  const taken = Math.min(total, MAX_STRETCHES);
  const fft = fftOf(LENGTH);
  const spectrum = new Float64Array(BINS + 1);
  for (let i = 0; i < taken; i++) {
    const stretch = Math.floor(((i + 0.5) * total) / taken);
    const start = Math.floor(stretch / perLine) * lineStep + (stretch % perLine) * LENGTH * step;
    let mean = 0;
    for (let k = 0; k < LENGTH; k++) mean += data[start + k * step]! / LENGTH;
    for (let k = 0; k < LENGTH; k++) fft.re[k] = (data[start + k * step]! - mean) * hann[k]!;
    fft.im.fill(0);
    fft.transform();
    for (let f = 0; f <= BINS; f++) {
      spectrum[f]! += (fft.re[f]! ** 2 + fft.im[f]! ** 2) / taken;
    }
  }
  return spectrum;
}

function reachOf(spectrum: Float64Array): number {
  const flattened = spectrum.map((power, f) => Math.max(0, power - ROUNDING) * f * f);
  const [from, to] = [Math.round(LEVEL_FROM * BINS), Math.round(LEVEL_TO * BINS)];
  let level = 0;
  for (let f = from; f <= to; f++) level += flattened[f]! / (to - from + 1);
  let f = BINS;
  while (f > 1 && flattened[f]! < FALLEN * level) f--;
  return f / BINS;
}
