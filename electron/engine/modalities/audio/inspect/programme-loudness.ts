// Loudness of a whole recording with all its channels: ITU-R BS.1770-4, EBU Tech 3341 and 3342. Energies
// of steps of 0.1 s are kept, and every window is made of them.
import { weightedEnergy } from '../loudness.ts';
import { standardKWeighting } from './k-weighting.ts';

const STEP_S = 0.1; // BS.1770-4: blocks of 0.4 s overlap by 75 %; Tech 3342: windows at 10 Hz
const BLOCK_STEPS = 4;
const SHORT_TERM_STEPS = 30; // Tech 3341, 3 s
const ABSOLUTE_GATE = -70; // LUFS, both
const INTEGRATED_GATE = -10; // LU, BS.1770-4
const RANGE_GATE = -20; // LU, Tech 3342
const MIN_RANGE_WINDOWS = 10; // fewer have no distribution; 4 s
const RANGE_LOW = 0.1; // Tech 3342, percentiles
const RANGE_HIGH = 0.95;
const OFFSET = -0.691; // BS.1770-4, equation 2
const SILENT_ENERGY = 1e-30; // ends the filters' tail before denormal numbers

const SURROUND = 1.41; // BS.1770-4, table 3
/** Weights in the order of a WAV; the bass channel counts nothing, channels behind 120° count once (table 4). */
const WEIGHTS: Readonly<Record<number, readonly number[]>> = {
  4: [1, 1, SURROUND, SURROUND],
  5: [1, 1, 1, SURROUND, SURROUND],
  6: [1, 1, 1, 0, SURROUND, SURROUND],
  8: [1, 1, 1, 0, 1, 1, SURROUND, SURROUND],
};

/** Loudness of a recording. Absent: silent, or shorter than the window. */
export interface ProgrammeLoudness {
  /** LUFS. */
  readonly integrated: number | undefined;
  /** LU. */
  readonly range: number | undefined;
  /** Greatest over 0.4 s, LUFS. */
  readonly momentaryMax: number | undefined;
  /** Greatest over 3 s, LUFS. */
  readonly shortTermMax: number | undefined;
}

/**
 * Loudness of all channels together.
 *
 * @param channels  in the order of a WAV file; one channel counts as one loudspeaker
 * @source ITU-R BS.1770-4, annex 1; EBU Tech 3342 (2016), section 3
 */
export function programmeLoudness(
  channels: readonly Float32Array[],
  sampleRateHz: number,
): ProgrammeLoudness {
  const steps = weightedSteps(channels, sampleRateHz);
  const momentary = windows(steps, BLOCK_STEPS);
  const shortTerm = windows(steps, SHORT_TERM_STEPS);
  const blocks = gated(momentary, INTEGRATED_GATE);
  return {
    integrated: blocks.length === 0 ? undefined : toLufs(mean(blocks)),
    range: rangeOf(shortTerm),
    momentaryMax: greatest(momentary),
    shortTermMax: greatest(shortTerm),
  };
}

const toLufs = (power: number): number => OFFSET + 10 * Math.log10(power);
const toPower = (lufs: number): number => 10 ** ((lufs - OFFSET) / 10);
const mean = (powers: Float64Array): number =>
  powers.reduce((sum, power) => sum + power, 0) / powers.length;

function gated(powers: Float64Array, relativeGate: number): Float64Array {
  const loud = powers.filter((power) => power > toPower(ABSOLUTE_GATE));
  if (loud.length === 0) return loud;
  const gate = mean(loud) * 10 ** (relativeGate / 10);
  return loud.filter((power) => power > gate);
}

function rangeOf(shortTerm: Float64Array): number | undefined {
  if (shortTerm.length < MIN_RANGE_WINDOWS) return undefined;
  const sorted = gated(shortTerm, RANGE_GATE).sort();
  if (sorted.length === 0) return undefined;
  const at = (share: number) => toLufs(sorted[Math.round((sorted.length - 1) * share)]!);
  return at(RANGE_HIGH) - at(RANGE_LOW);
}

function greatest(powers: Float64Array): number | undefined {
  const power = powers.reduce((most, one) => Math.max(most, one), 0);
  return power > SILENT_ENERGY ? toLufs(power) : undefined;
}

/** Mean power of every whole window that begins with a step. */
function windows(steps: Float64Array, length: number): Float64Array {
  const out = new Float64Array(Math.max(0, steps.length - length + 1));
  for (let k = 0; k < out.length; k++) {
    let sum = 0;
    for (let s = 0; s < length; s++) sum += steps[k + s]!;
    out[k] = sum / length;
  }
  return out;
}

/** Mean power of each whole step, the channels weighted and added. */
function weightedSteps(channels: readonly Float32Array[], sampleRateHz: number): Float64Array {
  const length = channels[0]?.length ?? 0;
  const steps = new Float64Array(Math.floor(length / (STEP_S * sampleRateHz) + 1e-9));
  const weights = WEIGHTS[channels.length];
  channels.forEach((samples, c) => {
    const weight = weights?.[c] ?? 1;
    if (weight > 0) addSteps(samples, sampleRateHz, weight, steps);
  });
  return steps;
}

function addSteps(
  samples: Float32Array,
  sampleRateHz: number,
  weight: number,
  steps: Float64Array,
): void {
  const energyOf = weightedEnergy(standardKWeighting(sampleRateHz), samples);
  for (let s = 0, start = 0; s < steps.length; s++) {
    const end = Math.min(samples.length, Math.round((s + 1) * STEP_S * sampleRateHz));
    steps[s]! += (weight * energyOf(start, end)) / (end - start);
    start = end;
  }
}
