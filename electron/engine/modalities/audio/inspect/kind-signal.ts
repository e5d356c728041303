// What is listened to for the guess of speech, music or noise: one channel at 16 kHz, made piece by
// piece so that a long recording needs no second copy at its own rate.
import type { AudioSignal } from '../../../media/decode/audio-signal.ts';
import { mixDown } from '../mix-down.ts';
import { resample } from '../resample.ts';

/** Rate of the guess; speech and the pitch of music lie below its half. */
export const KIND_RATE_HZ = 16_000;

const PIECE_S = 20;

/** @param isInverted  the channels would cancel each other: the first one alone is taken */
export function kindSignal({ channels, sampleRateHz }: AudioSignal, isInverted: boolean) {
  const taken = isInverted ? channels.slice(0, 1) : channels;
  const length = channels[0]?.length ?? 0;
  const piece = PIECE_S * sampleRateHz;
  const out = new Float32Array(Math.ceil((length * KIND_RATE_HZ) / sampleRateHz));
  for (let start = 0, at = 0; start < length && at < out.length; start += piece) {
    const end = Math.min(length, start + piece);
    const mixed = mixDown(taken.map((samples) => samples.subarray(start, end)));
    const mono = resample(mixed, sampleRateHz, KIND_RATE_HZ);
    out.set(mono.subarray(0, out.length - at), at);
    at += mono.length;
  }
  return out;
}
