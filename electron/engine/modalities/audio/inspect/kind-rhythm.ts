// What the envelope does over seconds: syllables, pauses, beats. Frames lie 10 ms apart.
import { median } from '../../order-statistics.ts';
import { fftOf } from '../fft.ts';

const FRAMES_A_SECOND = 100;
const WINDOW = 256; // 2.56 s
const STEP = 128;
const BIN_HZ = FRAMES_A_SECOND / WINDOW;
const SYLLABLE_HZ: readonly [number, number] = [2, 8]; // round 4 Hz, Scheirer and Slaney 1997
const MODULATION_HZ: readonly [number, number] = [0.7, 25];
const LOW_SHARE = 0.5; // of the mean level of its second, Saunders 1996
const BEAT_WINDOW = 800; // 8 s
const MIN_BEAT_WINDOW = 250; // 2.5 s, the whole of a short recording
const BEAT_LAGS: readonly [number, number] = [25, 120]; // 240 to 50 beats a minute

const hann = Float64Array.from(
  { length: WINDOW },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / WINDOW),
);

/** Modulation of an envelope. */
export interface Modulation {
  /** Depth from 2 to 8 Hz, rms over mean. */
  readonly depth: number;
  /** Its part of the power of all modulation from 0.7 to 25 Hz. */
  readonly share: number;
}

/**
 * Modulation at the rate of syllables; the median over windows of 2.56 s that are not silent.
 *
 * @param envelope  amplitude, 100 a second
 * @returns undefined for less than one window
 */
export function syllableModulation(envelope: Float64Array): Modulation | undefined {
  const depths: number[] = [];
  const shares: number[] = [];
  const fft = fftOf(WINDOW);
  for (let start = 0; start + WINDOW <= envelope.length; start += STEP) {
    const part = envelope.subarray(start, start + WINDOW);
    const mean = part.reduce((sum, value) => sum + value, 0) / WINDOW;
    if (mean <= 0) continue;
    for (let i = 0; i < WINDOW; i++) fft.re[i] = (part[i]! / mean - 1) * hann[i]!;
    fft.im.fill(0);
    fft.transform();
    const syllables = powerWithin(fft.re, fft.im, SYLLABLE_HZ);
    const all = powerWithin(fft.re, fft.im, MODULATION_HZ);
    depths.push(Math.sqrt((2 * syllables) / (0.375 * WINDOW * WINDOW))); // 0.375: mean of hann²
    shares.push(all > 0 ? syllables / all : 0);
  }
  return depths.length === 0 ? undefined : { depth: median(depths), share: median(shares) };
}

function powerWithin(
  re: Float64Array,
  im: Float64Array,
  [low, high]: readonly [number, number],
): number {
  let power = 0;
  for (let k = Math.ceil(low / BIN_HZ); k <= Math.floor(high / BIN_HZ); k++) {
    power += re[k]! * re[k]! + im[k]! * im[k]!;
  }
  return power;
}

/**
 * Share of frames that are softer than half the mean of the second round them.
 *
 * @param envelope  amplitude, 100 a second
 */
export function lowEnergyShare(envelope: Float64Array): number | undefined {
  if (envelope.length < FRAMES_A_SECOND) return undefined;
  const half = FRAMES_A_SECOND / 2;
  let sum = 0;
  for (let i = 0; i < FRAMES_A_SECOND; i++) sum += envelope[i]!;
  let low = 0;
  let count = 0;
  for (let i = half; i + half <= envelope.length; i++) {
    if (sum > 0) {
      count++;
      low += Number(envelope[i]! < (LOW_SHARE * sum) / FRAMES_A_SECOND);
    }
    sum += (envelope[i + half] ?? 0) - envelope[i - half]!;
  }
  return count === 0 ? undefined : low / count;
}

/**
 * How regular beats are: the greatest autocorrelation of the onsets at a lag of 50 to 240 beats a
 * minute, over that at lag 0; the median over windows of 8 s, or the whole of at least 2.5 s.
 *
 * @param onsets  rise of the spectrum, 100 a second
 * @returns [0, 1]; undefined for less than one window
 */
export function beatRegularity(onsets: Float64Array): number | undefined {
  const peaks: number[] = [];
  const length = Math.min(BEAT_WINDOW, Math.max(MIN_BEAT_WINDOW, onsets.length));
  for (let start = 0; start + length <= onsets.length; start += length / 2) {
    const peak = beatPeak(onsets.subarray(start, start + length));
    if (peak !== undefined) peaks.push(peak);
  }
  return peaks.length === 0 ? undefined : median(peaks);
}

function beatPeak(onsets: Float64Array): number | undefined {
  const mean = onsets.reduce((sum, value) => sum + value, 0) / onsets.length;
  const smooth = onsets.map(
    (value, i) => ((onsets[i - 1] ?? value) + 2 * value + (onsets[i + 1] ?? value)) / 4 - mean,
  );
  const at = (lag: number): number => {
    let sum = 0;
    for (let i = lag; i < smooth.length; i++) sum += smooth[i]! * smooth[i - lag]!;
    return sum; // not over its number of terms: few terms agree by chance
  };
  const energy = at(0);
  if (energy <= 0) return undefined;
  let greatest = 0;
  for (let lag = BEAT_LAGS[0]; lag <= BEAT_LAGS[1]; lag++) greatest = Math.max(greatest, at(lag));
  return Math.min(1, greatest / energy);
}
