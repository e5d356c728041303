import { median, percentile } from '../../order-statistics.ts';
import { BINS, HOP, walkSpectrogram, WINDOW_SIZE } from '../spectrogram.ts';

const BAND_HZ = 100;
const MIN_BAND_BINS = 3;
const HEARD_POWER = 1e-9; // frames below −90 dBFS say nothing of what is there
const HANN_NOISE_BINS = 1.5; // equivalent noise bandwidth
const BELOW_STRONGEST_DB = 90;
const ROUNDING_DB = -101.1; // noise of rounding to 16 bits, Δ²/12
const ABOVE_ROUNDING_DB = 10;
const SHELF_DROP_DB = 15;
const SHELF_BELOW_HZ: readonly [number, number] = [600, 100]; // looked at below the edge
const SHELF_ABOVE_HZ: readonly [number, number] = [200, 700]; // and above it
const SHELF_STAYS_DB = 10; // so far below stays everything above the edge
const SHELF_DENSE_DB = 15; // the quarter of the bands below it that is softest; tones have gaps
const SHELF_FURTHER_HZ = 1500; // further below it is no softer by more than
const SHELF_FURTHER_DB = 10; // this; the lower skirt of a single tone is, its upper one slopes
const SHELF_FIRST_HZ = 3300; // telephone band; below, sounds end by nature
const NATURAL_EDGE = 0.9; // of the Nyquist frequency: converters and codecs end above it anyway
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
    const edges = edgesOf(samples.length);
    walkSpectrogram(samples, (_magnitudes, powers, frame) => {
      if (frame < edges.first || frame > edges.last) return;
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

/** Frames that reach over an end of the recording hold a step, which sounds at all frequencies. */
function edgesOf(samples: number): { readonly first: number; readonly last: number } {
  const reach = Math.ceil(WINDOW_SIZE / 2 / HOP);
  const last = Math.floor(samples / HOP) - reach;
  return last >= reach ? { first: reach, last } : { first: 0, last: Infinity };
}

/**
 * The frequency of a shelf; where there is none, the highest band that stands within 90 dB of the
 * strongest one and 10 dB above the rounding noise of 16 bits, steady hiss included. A shelf: the
 * level falls by 15 dB or more within some hundred Hz and stays below; near the end of the band it is
 * not told as one.
 */
export function bandwidthOf(spectrum: LongTermSpectrum, sampleRateHz: number): Bandwidth {
  const { bandHz, levels } = spectrum;
  const shelf = findShelf(spectrum);
  if (shelf !== undefined) {
    const isNatural = shelf.highestHz > (NATURAL_EDGE * sampleRateHz) / 2;
    return isNatural ? { ...shelf, shelfDropDb: undefined } : shelf;
  }
  const strongest = levels.reduce((most, level) => Math.max(most, level), SILENCE_DB);
  const rounding = ROUNDING_DB - 10 * Math.log10(levels.length) + ABOVE_ROUNDING_DB;
  const threshold = Math.max(strongest - BELOW_STRONGEST_DB, rounding);
  const band = levels.findLastIndex((level) => level > threshold);
  if (band < 0) return { highestHz: undefined, shelfDropDb: undefined };
  return {
    highestHz: Math.min(sampleRateHz / 2, (band + 1) * bandHz),
    shelfDropDb: undefined,
  };
}

interface Shelf {
  readonly highestHz: number;
  readonly shelfDropDb: number;
}

/** The steepest fall that qualifies; it ends where the level is 10 dB down. */
function findShelf({ bandHz, levels }: LongTermSpectrum): Shelf | undefined {
  let found: Shelf | undefined;
  let greatestAbove = SILENCE_DB; // of what lies beyond the window above the edge
  for (let band = levels.length - 1; band * bandHz >= SHELF_FIRST_HZ; band--) {
    const edgeHz = band * bandHz;
    const within = (fromHz: number, toHz: number) =>
      levels.subarray(Math.round((edgeHz + fromHz) / bandHz), Math.ceil((edgeHz + toHz) / bandHz));
    const above = within(SHELF_ABOVE_HZ[0], SHELF_ABOVE_HZ[1]);
    if (above.length > 0) greatestAbove = Math.max(greatestAbove, above[0]!);
    const below = within(-SHELF_BELOW_HZ[0], -SHELF_BELOW_HZ[1]);
    if (above.length === 0 || below.length < 2) continue; // bands are too wide at the highest rates
    const level = median(below);
    const drop = level - percentile(above, 90);
    const stays = greatestAbove < level - SHELF_STAYS_DB;
    const isDense = percentile(below, 25) > level - SHELF_DENSE_DB;
    if (drop < SHELF_DROP_DB || !stays || !isDense || drop <= (found?.shelfDropDb ?? 0)) continue;
    const further = within(-SHELF_FURTHER_HZ, -SHELF_BELOW_HZ[0]);
    const half = below.length >> 1;
    const slope = median(below.subarray(0, half)) - median(below.subarray(-half));
    if (median(further) < level - SHELF_FURTHER_DB || slope > drop / 2) continue;
    const near = within(-SHELF_BELOW_HZ[0], SHELF_ABOVE_HZ[1]);
    const last = near.findLastIndex((one) => one > level - SHELF_STAYS_DB);
    const first = Math.round((edgeHz - SHELF_BELOW_HZ[0]) / bandHz);
    found = { highestHz: (first + last + 1) * bandHz, shelfDropDb: drop };
  }
  return found;
}
