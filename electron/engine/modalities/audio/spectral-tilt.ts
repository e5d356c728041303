import { clip } from '../order-statistics.ts';

const FLOOR = 1e-12; // keeps the logarithm of an empty bin finite, as in the golden figures
const HISS_FROM_HZ = 4000; // gq-official.md, audio, penalties; so are all figures below
const HISS_TO_HZ = 12_000;
const HIGH_FROM_HZ = 7000;
const HIGH_TO_HZ = 16_000;
const BANDWIDTH_SHARE = 0.95;

/** What the mean power spectrum says. */
export interface SpectralTilt {
  /** Frequency below which 95 % of the power lies, Hz. */
  readonly bandwidthHz: number;
  /** The same over 0.9 · 24 kHz, 0..1. */
  readonly bandwidth: number;
  /** Least-squares slope of log10 power on log10 frequency, 4–12 kHz. */
  readonly hissSlope: number;
  /** Share of the power in 7–16 kHz. */
  readonly highShare: number;
}

/** @param power  mean power of each bin */
export function spectralTilt(power: Float64Array, binHz: number): SpectralTilt {
  const total = power.reduce((sum, value) => sum + value, 0);
  const nyquistHz = (power.length - 1) * binHz;
  let below = 0;
  let bin = 0;
  for (; bin < power.length - 1; bin++) {
    below += power[bin]!;
    if (total > 0 && below >= BANDWIDTH_SHARE * total) break;
  }
  const bandwidthHz = bin * binHz;
  return {
    bandwidthHz,
    bandwidth: clip(bandwidthHz / (0.9 * nyquistHz), 0, 1),
    hissSlope: hissSlope(power, binHz),
    highShare: total > 0 ? bandPower(power, binHz) / total : 0,
  };
}

function bandPower(power: Float64Array, binHz: number): number {
  let sum = 0;
  for (let k = Math.ceil(HIGH_FROM_HZ / binHz); k * binHz <= HIGH_TO_HZ; k++) sum += power[k] ?? 0;
  return sum;
}

function hissSlope(power: Float64Array, binHz: number): number {
  let [count, sumX, sumY, sumXx, sumXy] = [0, 0, 0, 0, 0];
  for (let k = Math.ceil(HISS_FROM_HZ / binHz); k * binHz <= HISS_TO_HZ; k++) {
    const x = Math.log10(k * binHz);
    const y = Math.log10((power[k] ?? 0) + FLOOR);
    count++;
    sumX += x;
    sumY += y;
    sumXx += x * x;
    sumXy += x * y;
  }
  return (count * sumXy - sumX * sumY) / (count * sumXx - sumX * sumX);
}
