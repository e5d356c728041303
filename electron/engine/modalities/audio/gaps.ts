import { frameCount, levelDb } from './frame-levels.ts';
import { clip } from '../order-statistics.ts';

const EDGE_S = 0.2; // gq-official.md, audio, gaps; so are all figures below
const FRAME_S = 0.02;
const HOP_S = 0.01;
const LOUDEST_SHARE = 0.3;
const QUIET_SAMPLE = 1e-4;
const QUIET_SHARE = 0.97;

/** Silence inside a recording, its ends left out. */
export interface Gaps {
  /** Longest silence, s. */
  readonly longestS: number;
  /** Share of frames that are silent. */
  readonly silentShare: number;
  /** What the score is multiplied by. */
  readonly factor: number;
}

/** @param samples  trimmed signal; one too short to have a middle counts as whole */
export function gapsOf(samples: Float32Array, sampleRateHz: number): Gaps {
  const edge = Math.floor(EDGE_S * sampleRateHz);
  const middle = samples.subarray(edge, Math.max(edge, samples.length - edge));
  const length = Math.floor(FRAME_S * sampleRateHz);
  const hop = Math.floor(HOP_S * sampleRateHz);
  const frames = frameCount(middle.length, length, hop);
  if (frames === 0) return { longestS: 0, silentShare: 0, factor: 1 };
  const silent = silentFrames(middle, frames, length, hop);
  let longest = 0;
  let run = 0;
  let count = 0;
  for (const isSilent of silent) {
    run = isSilent ? run + 1 : 0;
    count += isSilent;
    longest = Math.max(longest, run);
  }
  const longestS = (longest * hop) / sampleRateHz;
  const silentShare = count / frames;
  const durationS = middle.length / sampleRateHz;
  return { longestS, silentShare, factor: factorOf(longestS, silentShare, durationS) };
}

function factorOf(longestS: number, silentShare: number, durationS: number): number {
  const gap = longestS <= 0.1 ? 1 : 1 - Math.min(0.98, (longestS - 0.1) / (0.8 * durationS));
  const active = 1 - silentShare;
  const coverage = active >= 0.85 ? 1 : Math.max(0.1, 1 - 2 * (0.85 - active));
  const much = silentShare > 0.35 ? 1 / (1 + 4 * (silentShare - 0.35)) : 1;
  return gap * coverage * much;
}

function silentFrames(
  middle: Float32Array,
  frames: number,
  length: number,
  hop: number,
): Uint8Array {
  const energies = new Float64Array(frames + 1);
  const quiet = new Int32Array(frames + 1);
  for (let h = 0; h <= frames; h++) {
    let energy = 0;
    let count = 0;
    for (let i = h * hop, end = Math.min(i + hop, middle.length); i < end; i++) {
      const value = middle[i]!;
      energy += value * value;
      count += Number(Math.abs(value) < QUIET_SAMPLE);
    }
    energies[h] = energy;
    quiet[h] = count;
  }
  const db = Float64Array.from({ length: frames }, (_, k) =>
    levelDb(Math.sqrt((energies[k]! + energies[k + 1]!) / length)),
  );
  const loudest = db.slice().sort();
  const reference = medianOfTail(loudest, Math.max(1, Math.floor(LOUDEST_SHARE * frames)));
  const threshold = clip(reference - 20, -55, -30);
  return Uint8Array.from({ length: frames }, (_, k) =>
    Number(db[k]! < threshold || (quiet[k]! + quiet[k + 1]!) / length > QUIET_SHARE),
  );
}

function medianOfTail(sorted: Float64Array, count: number): number {
  const tail = sorted.subarray(sorted.length - count);
  const middle = count >> 1;
  return count % 2 === 1 ? tail[middle]! : (tail[middle - 1]! + tail[middle]!) / 2;
}
