// What tones do from frame to frame: whether spectral peaks stay where they are, and how pitch glides.
import { NumberList } from '../../../number-list.ts';
import { median } from '../../order-statistics.ts';
import { KIND_BIN_HZ, type KindFrame } from './kind-frames.ts';
import { KIND_RATE_HZ } from './kind-signal.ts';

const MAX_PEAKS = 12;
const PEAK_FIRST_HZ = 100;
const PEAK_LAST_HZ = 5000;
const PEAK_BELOW_STRONGEST = 0.03; // 30 dB
const HELD_FRAMES = 8; // 80 ms
const HELD_SHARE = 0.004; // 7 cents
const HELD_HZ = 2;
const PITCH_FIRST_HZ = 80;
const PITCH_LAST_HZ = 400;
const VOICED = 0.6; // normalised autocorrelation
const GLIDE_FRAMES = 3; // 30 ms
const GLIDE_MAX_CENTS = 250; // more is a jump of the tracker or a new note
const PEAK_FIRST_LAG = Math.floor(KIND_RATE_HZ / PITCH_LAST_HZ);
const PEAK_LAST_LAG = Math.ceil(KIND_RATE_HZ / PITCH_FIRST_HZ);

/** Collects the tones of the frames that are not silent; a silent one is told as a break. */
export class ToneTrack {
  readonly #history: (readonly number[] | undefined)[] = [];
  readonly #pitches: number[] = []; // Hz; 0 where there is none
  readonly #glides = new NumberList();
  #peaks = 0;
  #held = 0;
  #frames = 0;
  #voiced = 0;

  add({ magnitudes, correlation }: KindFrame): void {
    const peaks = peaksOf(magnitudes);
    const before = this.#history.at(-HELD_FRAMES);
    if (before !== undefined) {
      this.#peaks += peaks.length;
      for (const hertz of peaks) {
        const reach = Math.max(HELD_HZ, HELD_SHARE * hertz);
        this.#held += Number(before.some((other) => Math.abs(other - hertz) <= reach));
      }
    }
    const pitch = pitchOf(correlation);
    const earlier = this.#pitches.at(-GLIDE_FRAMES) ?? 0;
    if (pitch > 0 && earlier > 0) {
      const cents = Math.abs(1200 * Math.log2(pitch / earlier));
      if (cents < GLIDE_MAX_CENTS) this.#glides.push(cents);
    }
    this.#frames++;
    this.#voiced += Number(pitch > 0);
    this.#remember(peaks, pitch);
  }

  addBreak(): void {
    this.#remember(undefined, 0);
  }

  #remember(peaks: readonly number[] | undefined, pitch: number): void {
    this.#history.push(peaks);
    this.#pitches.push(pitch);
    if (this.#history.length > HELD_FRAMES) this.#history.shift();
    if (this.#pitches.length > GLIDE_FRAMES) this.#pitches.shift();
  }

  /** Share of spectral peaks that stood within 7 cents of the same place 80 ms before. */
  heldShare(): number | undefined {
    return this.#peaks === 0 ? undefined : this.#held / this.#peaks;
  }

  /** Share of frames with a period of 80 to 400 Hz. */
  pitchedShare(): number | undefined {
    return this.#frames === 0 ? undefined : this.#voiced / this.#frames;
  }

  /** Median change of pitch in 30 ms, cents. */
  glideCents(): number | undefined {
    const glides = this.#glides.values();
    return glides.length < 10 ? undefined : median(glides);
  }
}

/** The strongest spectral peaks, Hz. */
function peaksOf(magnitudes: Float64Array): number[] {
  const first = Math.ceil(PEAK_FIRST_HZ / KIND_BIN_HZ);
  const last = Math.floor(PEAK_LAST_HZ / KIND_BIN_HZ);
  let strongest = 0;
  for (let k = first; k <= last; k++) strongest = Math.max(strongest, magnitudes[k]!);
  const found: { hertz: number; size: number }[] = [];
  for (let k = first; k <= last; k++) {
    const size = magnitudes[k]!;
    const below = magnitudes[k - 1]!;
    const above = magnitudes[k + 1]!;
    if (size <= below || size < above || size < PEAK_BELOW_STRONGEST * strongest) continue;
    const curve = below + above - 2 * size;
    const shift = curve < 0 ? (below - above) / (2 * curve) : 0;
    found.push({ hertz: (k + shift) * KIND_BIN_HZ, size });
  }
  found.sort((a, b) => b.size - a.size);
  return found.slice(0, MAX_PEAKS).map(({ hertz }) => hertz);
}

/** Pitch by the first high peak of the autocorrelation, Hz; 0 where there is none. */
function pitchOf(correlation: Float64Array): number {
  let greatest = 0;
  for (let lag = PEAK_FIRST_LAG; lag <= PEAK_LAST_LAG; lag++) {
    if (isPeak(correlation, lag)) greatest = Math.max(greatest, correlation[lag]!);
  }
  if (greatest < VOICED) return 0;
  for (let lag = PEAK_FIRST_LAG; lag <= PEAK_LAST_LAG; lag++) {
    if (!isPeak(correlation, lag) || correlation[lag]! < 0.9 * greatest) continue;
    const below = correlation[lag - 1]!;
    const above = correlation[lag + 1]!;
    const curve = below + above - 2 * correlation[lag]!;
    return KIND_RATE_HZ / (lag + (curve < 0 ? (below - above) / (2 * curve) : 0));
  }
  return 0;
}

const isPeak = (values: Float64Array, at: number): boolean =>
  values[at]! > values[at - 1]! && values[at]! >= values[at + 1]!;
