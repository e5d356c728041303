// A long sound is looked at in places spread over it, for as long as haste allows.
import type { SoundStretch } from './sound-reader.ts';

const HASTE_MS = 400;
const LEAST_HASTE_MS = 120;

/**
 * When a hasty answer stops looking: some time after it was asked for, with which starting a thread and
 * opening the file count, yet never without a look.
 */
export const endOfHaste = (askedMs: number, nowMs: number): number =>
  Math.max(askedMs + HASTE_MS, nowMs + LEAST_HASTE_MS);

/** All numbers below `count`; any first part of them is spread evenly, beginning with 0. */
export function spreadOrder(count: number): number[] {
  const bits = Math.ceil(Math.log2(Math.max(2, count)));
  const order: number[] = [];
  for (let i = 0; i < 1 << bits; i++) {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) reversed |= ((i >> bit) & 1) << (bits - 1 - bit);
    if (reversed < count) order.push(reversed);
  }
  return order;
}

/** Largest absolute amplitude of the part of a stretch that lies between two times, and its length. */
export function peakOf(
  { startS, channels }: SoundStretch,
  sampleRateHz: number,
  fromS: number,
  toS: number,
): { readonly peak: number; readonly samples: number } {
  const from = Math.max(0, Math.floor((fromS - startS) * sampleRateHz));
  let peak = 0;
  let samples = 0;
  for (const channel of channels) {
    const to = Math.min(channel.length, Math.ceil((toS - startS) * sampleRateHz));
    samples = Math.max(samples, to - from);
    for (let i = from; i < to; i++) peak = Math.max(peak, Math.abs(channel[i]!));
  }
  return { peak, samples: Math.max(0, samples) };
}

/** A peak as it is given to others. */
export const roundPeak = (peak: number): number => Math.round(Math.min(1, peak) * 10_000) / 10_000;
