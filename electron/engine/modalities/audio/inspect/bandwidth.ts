import { median, percentile } from '../../order-statistics.ts';
import { BINS, walkSpectrogram, WINDOW_SIZE } from '../spectrogram.ts';

const BAND_HZ = 100;
const MIN_BAND_BINS = 3;
const HEARD_POWER = 1e-9; // frames below −90 dBFS say nothing of what is there
const HANN_NOISE_BINS = 1.5; // equivalent noise bandwidth
const BELOW_STRONGEST_DB = 90;
const ROUNDING_DB = -101.1; // noise of rounding to 16 bits, Δ²/12
const ABOVE_ROUNDING_DB = 10;
const SHELF_DROP_DB = 15;
const SHELF_BELOW_HZ: readonly [number, number] = [1500, 200]; // looked at below the edge
const SHELF_ABOVE_HZ: readonly [number, number] = [300, 2500]; // and above it
const NATURAL_EDGE = 0.93; // of the Nyquist frequency: every converter ends there
const SILENCE_DB = -300;

/** Mean level of bands of equal width over the whole recording. */
export interface LongTermSpectrum {
  readonly bandHz: number;
  /** dBFS of a band. */
  readonly levels: Float64Array;
}

/** How far up a recording reaches. */
export interface Bandwidth {
  /** Upper end of the highest band with content, Hz; absent for silence. */
  readonly highestHz: number | undefined;
  /** By how much the level falls across a sharp edge there, dB; absent: no such edge. */
  readonly shelfDropDb: number | undefined;
}

/** Mean power spectrum of all channels, of the frames that are not silent. */
export function longTermSpectrum(
  channels: readonly Float32Array[],
  sampleRateHz: number,
): LongTermSpectrum {
  const binHz = sampleRateHz / WINDOW_SIZE;
  const bandHz = Math.max(BAND_HZ, MIN_BAND_BINS * binHz);
  const sums = new Float64Array(BINS);
  let frames = 0;
  for (const samples of channels) {
    walkSpectrogram(samples, (_magnitudes, powers) => {
      let total = 0;
      for (let k = 1; k < BINS; k++) total += powers[k]!;
      if (total < HEARD_POWER) return;
      for (let k = 1; k < BINS; k++) sums[k]! += powers[k]!;
      frames++;
    });
  }
  const powers = new Float64Array(Math.ceil(sampleRateHz / 2 / bandHz));
  for (let k = 1; k < BINS; k++) {
    const band = Math.min(powers.length - 1, Math.floor((k * binHz) / bandHz));
    powers[band]! += (2 * sums[k]!) / HANN_NOISE_BINS / Math.max(1, frames);
  }
  return { bandHz, levels: powers.map((power) => Math.max(SILENCE_DB, 10 * Math.log10(power))) };
}

/**
 * The highest band that stands within 90 dB of the strongest one and 10 dB above the rounding noise
 * of 16 bits; steady hiss counts as content. A shelf: the level falls there by 15 dB or more, to all
 * that lies above, and not at the end that every converter has.
 */
export function bandwidthOf(spectrum: LongTermSpectrum, sampleRateHz: number): Bandwidth {
  const { bandHz, levels } = spectrum;
  const strongest = levels.reduce((most, level) => Math.max(most, level), SILENCE_DB);
  const rounding = ROUNDING_DB - 10 * Math.log10(levels.length) + ABOVE_ROUNDING_DB;
  const threshold = Math.max(strongest - BELOW_STRONGEST_DB, rounding);
  const band = levels.findLastIndex((level) => level > threshold);
  if (band < 0) return { highestHz: undefined, shelfDropDb: undefined };
  const nyquistHz = sampleRateHz / 2;
  const highestHz = Math.min(nyquistHz, (band + 1) * bandHz);
  const isAtEnd = highestHz > NATURAL_EDGE * nyquistHz;
  const drop = isAtEnd ? undefined : dropAt(spectrum, highestHz);
  const isShelf = drop !== undefined && drop >= SHELF_DROP_DB;
  return { highestHz, shelfDropDb: isShelf ? drop : undefined };
}

function dropAt({ bandHz, levels }: LongTermSpectrum, edgeHz: number): number | undefined {
  const bandsOf = (fromHz: number, toHz: number) =>
    levels.subarray(Math.max(0, Math.floor(fromHz / bandHz)), Math.ceil(toHz / bandHz));
  const below = bandsOf(edgeHz - SHELF_BELOW_HZ[0], edgeHz - SHELF_BELOW_HZ[1]);
  const above = bandsOf(edgeHz + SHELF_ABOVE_HZ[0], edgeHz + SHELF_ABOVE_HZ[1]);
  if (below.length === 0 || above.length === 0) return undefined;
  return median(below) - percentile(above, 90);
}
