// How far a recording's pitch lies from A440, in parts of a bin, as librosa estimates it: peaks of
// each frame, interpolated, then the fullest of a hundred residual classes.
import { NumberList } from '../../number-list.ts';
import { median } from '../order-statistics.ts';

const FMIN_HZ = 150; // librosa 0.11 piptrack
const FMAX_HZ = 4000; // librosa 0.11 piptrack
const THRESHOLD = 0.1; // librosa 0.11 piptrack, of the frame's maximum
const CLASSES = 100; // librosa 0.11 pitch_tuning, resolution 0.01
const OCTAVE_ZERO_HZ = 440 / 16; // librosa 0.11 hz_to_octs

/** Collects spectral peaks frame by frame. */
export class TuningEstimate {
  readonly #binHz: number;
  readonly #first: number;
  readonly #end: number;
  readonly #pitches = new NumberList();
  readonly #strengths = new NumberList();

  constructor(bins: number, binHz: number) {
    this.#binHz = binHz;
    this.#first = Math.max(1, Math.ceil(FMIN_HZ / binHz));
    this.#end = Math.min(bins - 1, Math.ceil(FMAX_HZ / binHz));
  }

  /** Adds a frame of magnitudes. */
  add(magnitudes: Float64Array): void {
    let greatest = 0;
    for (let k = 0; k < magnitudes.length; k++) {
      if (magnitudes[k]! > greatest) greatest = magnitudes[k]!;
    }
    const threshold = THRESHOLD * greatest;
    for (let k = this.#first; k < this.#end; k++) {
      const value = magnitudes[k]!;
      if (value <= threshold) continue;
      const below = magnitudes[k - 1]!;
      const above = magnitudes[k + 1]!;
      if ((below > threshold && value <= below) || (above > threshold && value < above)) continue;
      const slope = (above - below) / 2;
      const curve = above + below - 2 * value;
      const shift = Math.abs(slope) < Math.abs(curve) ? -slope / curve : 0;
      this.#pitches.push((k + shift) * this.#binHz);
      this.#strengths.push(value + 0.5 * slope * shift);
    }
  }

  /**
   * Offset from A440 in bins of `binsPerOctave`, in [−0.5, 0.5).
   *
   * @source librosa 0.11, estimate_tuning
   */
  estimate(binsPerOctave: number): number {
    const pitches = this.#pitches.values();
    const strengths = this.#strengths.values();
    const least = median(strengths);
    const counts = new Int32Array(CLASSES);
    for (let i = 0; i < pitches.length; i++) {
      if (strengths[i]! < least) continue;
      const position = binsPerOctave * Math.log2(pitches[i]! / OCTAVE_ZERO_HZ);
      let residual = position - Math.floor(position);
      if (residual >= 0.5) residual -= 1;
      counts[Math.min(CLASSES - 1, Math.floor((residual + 0.5) * CLASSES))]!++;
    }
    return pitches.length === 0 ? 0 : counts.indexOf(Math.max(...counts)) / CLASSES - 0.5;
  }
}
