// librosa-style spectral contrast: per band and frame, the mean of the greatest 2 % of magnitudes
// against that of the least 2 %. Taken frame by frame, so that no spectrogram has to be kept.
import { median } from '../order-statistics.ts';
import { NumberList } from '../../number-list.ts';

const BANDS = 6; // gq-official.md, audio, contrast; a seventh lies below FMIN_HZ
const FMIN_HZ = 200; // same
const QUANTILE = 0.02; // same
const AMIN = 1e-10; // librosa 0.11 power_to_db
const TOP_DB = 80; // librosa 0.11 power_to_db

/** Bins [first, last] of a band and how many of them make a peak or a valley. */
interface Band {
  readonly first: number;
  readonly last: number;
  readonly taken: number;
}

/** Bands as librosa 0.11 cuts them: neighbours share a bin, all but the last drop their top bin. */
function bandsOf(bins: number, binHz: number): Band[] {
  return Array.from({ length: BANDS + 1 }, (_, k) => {
    const low = k === 0 ? 0 : FMIN_HZ * 2 ** (k - 1);
    const isLast = k === BANDS;
    const first = Math.ceil(low / binHz) - (k > 0 ? 1 : 0);
    const last = isLast ? bins - 1 : Math.floor((FMIN_HZ * 2 ** k) / binHz);
    const taken = Math.max(1, roundHalfEven(QUANTILE * (last - first + 1)));
    return { first, last: isLast ? last : last - 1, taken };
  });
}

function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return value % 1 === 0.5 && rounded % 2 === 1 ? rounded - 1 : rounded;
}

/** Collects peaks and valleys frame by frame. */
export class SpectralContrast {
  readonly #bands: readonly Band[];
  readonly #peaks: readonly NumberList[];
  readonly #valleys: readonly NumberList[];
  readonly #best: Float64Array;

  constructor(bins: number, binHz: number) {
    this.#bands = bandsOf(bins, binHz);
    this.#peaks = this.#bands.map(() => new NumberList());
    this.#valleys = this.#bands.map(() => new NumberList());
    this.#best = new Float64Array(Math.max(...this.#bands.map((band) => band.taken)));
  }

  /** Adds a frame of magnitudes. */
  add(magnitudes: Float64Array): void {
    this.#bands.forEach(({ first, last, taken }, k) => {
      this.#peaks[k]!.push(meanOfGreatest(magnitudes, first, last, taken, this.#best));
      this.#valleys[k]!.push(meanOfLeast(magnitudes, first, last, taken, this.#best));
    });
  }

  /** Median over time of each band's contrast, dB. */
  bandMedians(): number[] {
    const peakFloor = floorOf(this.#peaks);
    const valleyFloor = floorOf(this.#valleys);
    return this.#peaks.map((peaks, k) => {
      const valleys = this.#valleys[k]!.values();
      return median(
        peaks.values().map((peak, t) => toDb(peak, peakFloor) - toDb(valleys[t]!, valleyFloor)),
      );
    });
  }
}

const toDb = (value: number, floor: number): number =>
  Math.max(10 * Math.log10(Math.max(value, AMIN)), floor);

function floorOf(rows: readonly NumberList[]): number {
  let greatest = AMIN;
  for (const row of rows) for (const value of row.values()) greatest = Math.max(greatest, value);
  return 10 * Math.log10(greatest) - TOP_DB;
}

/** Spectra fall with frequency, so the greatest are met early from below and the least from above. */
function meanOfGreatest(
  values: Float64Array,
  first: number,
  last: number,
  taken: number,
  best: Float64Array,
): number {
  best.fill(-Infinity, 0, taken);
  for (let i = first; i <= last; i++) {
    const value = values[i]!;
    if (value > best[taken - 1]!) {
      let at = taken - 1;
      for (; at > 0 && best[at - 1]! < value; at--) best[at] = best[at - 1]!;
      best[at] = value;
    }
  }
  return meanOf(best, taken);
}

function meanOfLeast(
  values: Float64Array,
  first: number,
  last: number,
  taken: number,
  best: Float64Array,
): number {
  best.fill(Infinity, 0, taken);
  for (let i = last; i >= first; i--) {
    const value = values[i]!;
    if (value < best[taken - 1]!) {
      let at = taken - 1;
      for (; at > 0 && best[at - 1]! > value; at--) best[at] = best[at - 1]!;
      best[at] = value;
    }
  }
  return meanOf(best, taken);
}

function meanOf(values: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  return sum / count;
}
