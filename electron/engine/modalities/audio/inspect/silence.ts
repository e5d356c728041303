import { percentile } from '../../order-statistics.ts';
import type { Region } from './regions.ts';

const FRAME_S = 0.01;
const SILENT_DB = -60; // dBFS
const FLOOR_PERCENT = 5;
const MIN_DROPOUT_S = 0.002;
const MAX_DROPOUT_S = 2; // longer is a pause
const EDGE_S = 0.005; // sound right before and right behind
const EDGE_BELOW_LOUD_DB = 30;
const LOUD_PERCENT = 95;
const MIN_JUMP = 0.4; // of the level right beside it: a wave that is cut seldom stands at 0
const LOWEST_POWER = 1e-20;

const decibels = (power: number): number => 10 * Math.log10(Math.max(power, LOWEST_POWER));

/** Where a recording is silent. */
export interface Silence {
  /** Share of frames of 10 ms below −60 dBFS in every channel. */
  readonly silentShare: number;
  readonly leadingS: number;
  readonly trailingS: number;
  /** Share of samples in runs of at least 2 ms that are exactly 0 in every channel. */
  readonly zeroShare: number;
  /** Runs of zeros, at most 2 s, that cut a wave off and let it come back. */
  readonly dropouts: readonly Region[];
  /** Fifth percentile of the level of frames of 10 ms that are not all zeros, dBFS; absent: all are. */
  readonly floorDb: number | undefined;
}

/**
 * Silence, dropouts and the noise floor, of all channels together.
 *
 * @param channels  equal in length, at least one sample
 */
export function findSilence(channels: readonly Float32Array[], sampleRateHz: number): Silence {
  const frame = Math.max(1, Math.round(FRAME_S * sampleRateHz));
  const powers = framePowers(channels, frame);
  const isSilent = powers.map((power) => Number(decibels(power) < SILENT_DB));
  const first = isSilent.indexOf(0);
  const last = isSilent.lastIndexOf(0);
  const seconds = (channels[0]?.length ?? 0) / sampleRateHz;
  const frameS = frame / sampleRateHz;
  const zeros = zeroRuns(channels, Math.max(2, Math.round(MIN_DROPOUT_S * sampleRateHz)));
  const loudDb = decibels(percentile(powers, LOUD_PERCENT));
  return {
    silentShare: isSilent.reduce((sum, one) => sum + one, 0) / Math.max(1, isSilent.length),
    leadingS: first < 0 ? seconds : first * frameS,
    trailingS: first < 0 ? seconds : Math.max(0, seconds - (last + 1) * frameS),
    zeroShare: zeros.count / Math.max(1, channels[0]?.length ?? 0),
    dropouts: zeros.runs.filter((run) => isDropout(run, channels, sampleRateHz, loudDb)),
    floorDb: floorOf(powers),
  };
}

/** Mean power of the loudest channel in each frame. */
function framePowers(channels: readonly Float32Array[], frame: number): Float64Array {
  const length = channels[0]?.length ?? 0;
  const powers = new Float64Array(Math.ceil(length / frame));
  for (const samples of channels) {
    for (let f = 0; f < powers.length; f++) {
      const end = Math.min(length, (f + 1) * frame);
      powers[f] = Math.max(powers[f]!, meanPower(samples, f * frame, end));
    }
  }
  return powers;
}

function meanPower(samples: Float32Array, start: number, end: number): number {
  let energy = 0;
  for (let i = start; i < end; i++) energy += samples[i]! * samples[i]!;
  return energy / Math.max(1, end - start);
}

function floorOf(powers: Float64Array): number | undefined {
  const heard = powers.filter((power) => power > 0);
  return heard.length === 0 ? undefined : decibels(percentile(heard, FLOOR_PERCENT));
}

function zeroRuns(
  channels: readonly Float32Array[],
  least: number,
): { runs: Region[]; count: number } {
  const runs: Region[] = [];
  const first = channels[0] ?? new Float32Array(0);
  const length = first.length;
  let count = 0;
  let start = 0;
  for (let i = 0; i <= length; i++) {
    if (first[i] === 0 && channels.every((samples) => samples[i] === 0)) {
      continue;
    }
    if (i - start >= least) {
      runs.push({ start, end: i, count: 1 });
      count += i - start;
    }
    start = i + 1;
  }
  return { runs, count };
}

/**
 * Whether a wave is cut off there and comes back as abruptly. Pauses between words may be digital
 * silence too, but sound fades into them, or out of them.
 */
function isDropout(
  { start, end }: Region,
  channels: readonly Float32Array[],
  sampleRateHz: number,
  loudDb: number,
): boolean {
  if (end - start > MAX_DROPOUT_S * sampleRateHz) return false;
  const edge = Math.max(2, Math.round(EDGE_S * sampleRateHz));
  if (start < edge || end + edge > (channels[0]?.length ?? 0)) return false;
  const least = Math.max(SILENT_DB, loudDb - EDGE_BELOW_LOUD_DB);
  const isCutBetween = (from: number, last: number) =>
    channels.some((samples) => {
      const power = meanPower(samples, from, from + edge);
      return decibels(power) > least && Math.abs(samples[last]!) > MIN_JUMP * Math.sqrt(power);
    });
  return isCutBetween(start - edge, start - 1) && isCutBetween(end, end);
}
