// Integrated loudness of a mono signal, ITU-R BS.1770-4, with the filters of pyloudnorm 0.1.1.

const BLOCK_S = 0.4; // BS.1770-4, 400 ms blocks
const STEPS_A_BLOCK = 4; // 75 % overlap
const ABSOLUTE_GATE = -70; // LUFS
const RELATIVE_GATE = -10; // LU
const SILENT_ENERGY = 1e-30; // far below the gate; ends the filters' tail before denormal numbers
const OFFSET = -0.691; // BS.1770-4, equation 2

/** A second-order filter, a0 = 1. */
export interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** K-weighting: a high shelf, then a high pass. */
export function kWeighting(sampleRateHz: number): readonly [Biquad, Biquad] {
  return [highShelf(sampleRateHz), highPass(sampleRateHz)];
}

function highShelf(sampleRateHz: number): Biquad {
  const amplitude = 10 ** (4 / 40); // pyloudnorm 0.1.1: 4 dB above 1500 Hz, Q = 1/√2
  const w = (2 * Math.PI * 1500) / sampleRateHz;
  const root = 2 * Math.sqrt(amplitude) * (Math.sin(w) / Math.SQRT2);
  const cos = Math.cos(w);
  const plus = amplitude + 1;
  const minus = amplitude - 1;
  const a0 = plus - minus * cos + root;
  return {
    b: [
      (amplitude * (plus + minus * cos + root)) / a0,
      (-2 * amplitude * (minus + plus * cos)) / a0,
      (amplitude * (plus + minus * cos - root)) / a0,
    ],
    a: [(2 * (minus - plus * cos)) / a0, (plus - minus * cos - root) / a0],
  };
}

function highPass(sampleRateHz: number): Biquad {
  const w = (2 * Math.PI * 38) / sampleRateHz; // pyloudnorm 0.1.1: 38 Hz, Q = 0.5
  const alpha = Math.sin(w);
  const cos = Math.cos(w);
  const a0 = 1 + alpha;
  const edge = (1 + cos) / 2 / a0;
  return { b: [edge, -(1 + cos) / a0, edge], a: [(-2 * cos) / a0, (1 - alpha) / a0] };
}

/**
 * Integrated loudness.
 *
 * @param samples  mono, at least one block (0.4 s)
 * @returns LUFS; undefined when no block passes the gates (silence)
 * @source ITU-R BS.1770-4, annex 1
 */
export function integratedLoudness(
  samples: Float32Array,
  sampleRateHz: number,
): number | undefined {
  const energies = stepEnergies(samples, sampleRateHz);
  const duration = samples.length / sampleRateHz;
  const step = BLOCK_S / STEPS_A_BLOCK;
  const blocks = Math.round((duration - BLOCK_S) / step) + 1;
  const power = new Float64Array(Math.max(0, blocks));
  for (let j = 0; j < power.length; j++) {
    for (let s = 0; s < STEPS_A_BLOCK; s++) power[j]! += energies[j + s] ?? 0;
    power[j]! /= BLOCK_S * sampleRateHz;
  }
  const first = gatedMean(power, ABSOLUTE_GATE);
  if (first === undefined) return undefined;
  const relativeGate = toLufs(first) + RELATIVE_GATE;
  const second = gatedMean(power, Math.max(ABSOLUTE_GATE, relativeGate));
  return second === undefined ? undefined : toLufs(second);
}

const toLufs = (power: number): number => OFFSET + 10 * Math.log10(power);

function gatedMean(power: Float64Array, gate: number): number | undefined {
  let sum = 0;
  let count = 0;
  for (const value of power) {
    if (value > 0 && toLufs(value) > gate) {
      sum += value;
      count++;
    }
  }
  return count === 0 ? undefined : sum / count;
}

/** Energy of the weighted signal in each step of 0.1 s. */
function stepEnergies(samples: Float32Array, sampleRateHz: number): Float64Array {
  const energyOf = weightedEnergy(kWeighting(sampleRateHz), samples);
  const step = (BLOCK_S / STEPS_A_BLOCK) * sampleRateHz;
  const energies = new Float64Array(Math.ceil(samples.length / step) + 1);
  for (let s = 0; s < energies.length; s++) {
    const end = Math.min(samples.length, Math.floor((s + 1) * step));
    energies[s] = energyOf(Math.min(samples.length, Math.floor(s * step)), end);
  }
  return energies;
}

type FilterState = readonly [number, number, number, number];

/**
 * Filters a signal stretch by stretch, one after another.
 *
 * @returns energy of the weighted samples from `start` to before `end`
 */
export function weightedEnergy(
  [shelf, pass]: readonly [Biquad, Biquad],
  samples: Float32Array,
): (start: number, end: number) => number {
  const [p0, p1, p2] = shelf.b;
  const [q1, q2] = shelf.a;
  const [r0, r1, r2] = pass.b;
  const [t1, t2] = pass.a;
  let state: FilterState = [0, 0, 0, 0];
  return (start, end) => {
    let [u1, u2, v1, v2] = state;
    let energy = 0;
    for (let i = start; i < end; i++) {
      const x = samples[i]!;
      const y = p0 * x + u1;
      u1 = p1 * x - q1 * y + u2;
      u2 = p2 * x - q2 * y;
      const z = r0 * y + v1;
      v1 = r1 * y - t1 * z + v2;
      v2 = r2 * y - t2 * z;
      energy += z * z;
    }
    state = energy < SILENT_ENERGY ? [0, 0, 0, 0] : [u1, u2, v1, v2];
    return energy;
  };
}
