import type { AudioSignal } from '../../media/decode/audio-signal.ts';
import { mixDown } from './mix-down.ts';
import { resample } from './resample.ts';

/** Rate at which everything is computed. */
export const RATE_HZ = 48_000; // gq-official.md, audio
const ACTIVE_ABOVE = 1e-4; // same, trimming
const KEPT_S = 0.2; // same

/**
 * The signal that all figures are made of: mean of the channels at 48 kHz, without its mean, trimmed
 * to 0.2 s before the first and after the last sample that is not silent. Silence stays whole.
 */
export function prepareSignal({ channels, sampleRateHz }: AudioSignal): Float32Array {
  const mono = resample(mixDown(channels), sampleRateHz, RATE_HZ);
  const centred = subtractMean(mono);
  let first = 0;
  while (first < centred.length && Math.abs(centred[first]!) <= ACTIVE_ABOVE) first++;
  if (first === centred.length) return centred;
  let last = centred.length - 1;
  while (Math.abs(centred[last]!) <= ACTIVE_ABOVE) last--;
  const kept = Math.floor(KEPT_S * RATE_HZ);
  return centred.subarray(Math.max(0, first - kept), Math.min(centred.length, last + kept + 1));
}

function subtractMean(samples: Float32Array): Float32Array {
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i]!;
  const mean = sum / Math.max(1, samples.length);
  const out = new Float32Array(samples.length);
  for (let i = 0; i < out.length; i++) out[i] = samples[i]! - mean;
  return out;
}
