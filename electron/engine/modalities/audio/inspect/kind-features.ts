import { NumberList } from '../../../number-list.ts';
import { median } from '../../order-statistics.ts';
import { flatnessOf } from '../flatness.ts';
import { KIND_BIN_HZ, type KindFrame, kindFrameCount, walkKindFrames } from './kind-frames.ts';
import { beatRegularity, lowEnergyShare, syllableModulation } from './kind-rhythm.ts';
import { ToneTrack } from './kind-tones.ts';

const BELOW_LOUD_DB = 40; // frames softer than that under the loudest tell nothing
const SILENT_POWER = 1e-7; // −70 dBFS
const FLATNESS_HZ: readonly [number, number] = [200, 7000];
const NYQUIST_SHARE = 0.9; // of a recording at a lower rate, which ends there
const VOICE_HZ: readonly [number, number] = [200, 4000];

/** What the guess of speech, music or noise looks at; absent: too short or silent. */
export interface KindFeatures {
  readonly syllableDepth: number | undefined;
  readonly syllableShare: number | undefined;
  readonly lowEnergyShare: number | undefined;
  readonly flatness: number | undefined;
  readonly crossingSpread: number | undefined;
  readonly pitchedShare: number | undefined;
  readonly glideCents: number | undefined;
  readonly heldShare: number | undefined;
  readonly beatRegularity: number | undefined;
}

/**
 * Measures a recording for the guess.
 *
 * @param samples  at 16 kHz, as `kindSignal` returns them
 * @param sourceRateHz  of the recording: above its Nyquist frequency there is nothing
 */
export function kindFeatures(samples: Float32Array, sourceRateHz: number): KindFeatures {
  const count = kindFrameCount(samples.length);
  const envelope = new Float64Array(count);
  const onsets = new Float64Array(count);
  const flatness = new NumberList();
  const crossings = new NumberList();
  const tones = new ToneTrack();
  const onset = new OnsetMeter();
  const least = leastPower(samples);
  const top = Math.min(FLATNESS_HZ[1], (NYQUIST_SHARE * sourceRateHz) / 2);
  const from = Math.round(FLATNESS_HZ[0] / KIND_BIN_HZ);
  const to = Math.round(top / KIND_BIN_HZ);
  walkKindFrames(samples, (frame, k) => {
    envelope[k] = voiceLevel(frame);
    onsets[k] = onset.next(frame);
    if (frame.power < least) return tones.addBreak();
    flatness.push(flatnessOf(frame.magnitudes.subarray(from, to)));
    crossings.push(frame.zeroCrossings);
    tones.add(frame);
  });
  const modulation = syllableModulation(envelope);
  return {
    syllableDepth: modulation?.depth,
    syllableShare: modulation?.share,
    lowEnergyShare: lowEnergyShare(envelope),
    flatness: flatness.values().length === 0 ? undefined : median(flatness.values()),
    crossingSpread: relativeSpread(crossings.values()),
    pitchedShare: tones.pitchedShare(),
    glideCents: tones.glideCents(),
    heldShare: tones.heldShare(),
    beatRegularity: beatRegularity(onsets),
  };
}

/** A frame counts when it is within 40 dB of the loudest tenth of a second. */
function leastPower(samples: Float32Array): number {
  const step = 1600;
  let greatest = 0;
  for (let start = 0; start < samples.length; start += step) {
    const end = Math.min(samples.length, start + step);
    let energy = 0;
    for (let i = start; i < end; i++) energy += samples[i]! * samples[i]!;
    greatest = Math.max(greatest, energy / (end - start));
  }
  return Math.max(SILENT_POWER, greatest * 10 ** (-BELOW_LOUD_DB / 10));
}

function voiceLevel({ magnitudes }: KindFrame): number {
  const to = Math.round(VOICE_HZ[1] / KIND_BIN_HZ);
  let power = 0;
  for (let k = Math.round(VOICE_HZ[0] / KIND_BIN_HZ); k < to; k++) power += magnitudes[k]! ** 2;
  return Math.sqrt(power);
}

/** Standard deviation over mean. */
function relativeSpread(values: Float64Array): number | undefined {
  if (values.length < 2) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (mean <= 0) return undefined;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / values.length) / mean;
}

/** Rise of the spectrum from frame to frame, in 20 bands, each on a compressed scale. */
class OnsetMeter {
  static readonly #BANDS = 20;
  readonly #before = new Float64Array(OnsetMeter.#BANDS);
  #isFirst = true;

  next({ magnitudes }: KindFrame): number {
    let rise = 0;
    for (let band = 0; band < OnsetMeter.#BANDS; band++) {
      const from = Math.floor(2 + 2 ** (band * 0.4)); // up to 5 kHz
      const to = Math.max(from + 1, Math.floor(2 + 2 ** ((band + 1) * 0.4)));
      let sum = 0;
      for (let k = from; k < to; k++) sum += magnitudes[k]!;
      const level = Math.log1p(100 * sum);
      if (!this.#isFirst) rise += Math.max(0, level - this.#before[band]!);
      this.#before[band] = level;
    }
    this.#isFirst = false;
    return rise;
  }
}
