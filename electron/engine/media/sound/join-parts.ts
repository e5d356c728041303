import type { AudioData } from 'audio-decode';
import { firstTwo } from './sound-reader.ts';

/** Joins what a decoder gave in parts, at most two channels of it. */
export function joinParts(parts: readonly AudioData[]): readonly Float32Array[] {
  const filled = parts.filter(({ channelData }) => (channelData[0]?.length ?? 0) > 0);
  if (filled.length <= 1) return firstTwo(filled[0]?.channelData ?? []);
  const width = Math.min(2, Math.max(...filled.map(({ channelData }) => channelData.length)));
  const length = filled.reduce((sum, { channelData }) => sum + channelData[0]!.length, 0);
  return Array.from({ length: width }, (_, channel) => {
    const out = new Float32Array(length);
    let at = 0;
    for (const { channelData } of filled) {
      const samples = channelData[channel] ?? channelData[0]!;
      out.set(samples, at);
      at += samples.length;
    }
    return out;
  });
}
