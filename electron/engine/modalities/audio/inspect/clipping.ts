import type { Region } from './regions.ts';

const FULL_SCALE = 0.9999; // 3 units below full scale at 16 bits
const FULL_SCALE_RUN = 3; // samples
const FLAT_RUN = 4; // samples that are equal, below full scale
const FLAT_STEP = 5e-4; // a crest is reached by smaller steps than this share of it, a cut by greater ones
const MIN_FLAT_PEAK = 0.01; // below, neighbours are equal by their few bits
const MAX_RUNS = 200_000; // more places than that are counted and not kept

/** Where a channel is cut off. */
export interface Clipping {
  /** Runs at full scale, and flat tops below it. */
  readonly runs: readonly Region[];
  readonly runCount: number;
  /** How many of them are flat tops below full scale. */
  readonly flatTops: number;
  readonly samples: number;
  /** Samples. */
  readonly longestRun: number;
}

/**
 * Finds runs of at least 3 samples of one sign at full scale, and flat tops below it: at least 4 equal
 * samples at the channel's greatest (or least) value that are entered or left by a step, as when
 * something cut off was made softer afterwards. What was coded with loss after clipping has neither.
 */
export function findClipping(samples: Float32Array): Clipping {
  const [low, high] = extremes(samples);
  const runs: Region[] = [];
  const counts = { runCount: 0, flatTops: 0, samples: 0, longestRun: 0 };
  for (let i = 0; i < samples.length;) {
    const value = samples[i]!;
    const top = value > 0 ? high : -low;
    const size = Math.abs(value);
    const isFull = size >= FULL_SCALE;
    if (!isFull && (size !== top || top < MIN_FLAT_PEAK)) {
      i++;
      continue;
    }
    const end = isFull ? endOfFull(samples, i) : endOfEqual(samples, i);
    const length = end - i;
    const isRun = isFull ? length >= FULL_SCALE_RUN : length >= FLAT_RUN && isCut(samples, i, end);
    if (isRun) {
      counts.runCount++;
      counts.flatTops += Number(!isFull);
      counts.samples += length;
      counts.longestRun = Math.max(counts.longestRun, length);
      if (runs.length < MAX_RUNS) runs.push({ start: i, end, count: 1 });
    }
    i = end;
  }
  return { runs, ...counts };
}

function extremes(samples: Float32Array): [low: number, high: number] {
  let low = 0;
  let high = 0;
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i]!;
    if (value > high) high = value;
    else if (value < low) low = value;
  }
  return [low, high];
}

function endOfFull(samples: Float32Array, start: number): number {
  const sign = Math.sign(samples[start]!);
  let end = start + 1;
  while (end < samples.length && sign * samples[end]! >= FULL_SCALE) end++;
  return end;
}

function endOfEqual(samples: Float32Array, start: number): number {
  let end = start + 1;
  while (end < samples.length && samples[end] === samples[start]) end++;
  return end;
}

function isCut(samples: Float32Array, start: number, end: number): boolean {
  const size = Math.abs(samples[start]!);
  const before = size - Math.abs(samples[start - 1] ?? 0);
  const after = size - Math.abs(samples[end] ?? 0);
  return Math.max(before, after) > FLAT_STEP * size;
}
