// AAC inside MP4: its tables say where each frame stands; frames are handed to the decoder as a stream
// with headers of their own (ADTS).
import decode from 'audio-decode';
import type { FileBytes } from './file-bytes.ts';
import { readAacTrack, type AacTrack } from './mp4-tables.ts';
import { firstTwo, type SoundReader } from './sound-reader.ts';

const FRAME_SAMPLES = 1024;
const WARM_UP_FRAMES = 2;

/** @returns undefined where the tables cannot be used */
export async function openAac(file: FileBytes): Promise<SoundReader | undefined> {
  const track = readAacTrack(file);
  if (track === undefined) return undefined;
  const { sampleRateHz, sizes, skipped } = track;
  const decoder = await decode.aac();
  return {
    sampleRateHz,
    durationS: Math.max(0, sizes.length * FRAME_SAMPLES - skipped) / sampleRateHz,
    async read(startS, lengthS) {
      const wanted = Math.floor((startS * sampleRateHz + skipped) / FRAME_SAMPLES);
      const from = Math.min(sizes.length - 1, Math.max(0, wanted));
      const most = Math.ceil((lengthS * sampleRateHz) / FRAME_SAMPLES) + 1;
      const to = Math.min(sizes.length, from + most);
      const { channelData, sampleRate } = await decoder(
        adtsBytes(file, track, Math.max(0, from - WARM_UP_FRAMES), to),
      );
      // more samples come out than went in where the sound is coded at half its rate
      const samples = (to - from) * FRAME_SAMPLES * (sampleRate / sampleRateHz);
      const kept = Math.min(samples, channelData[0]?.length ?? 0);
      const end = (to * FRAME_SAMPLES - skipped) / sampleRateHz;
      if (kept === 0 || sampleRate !== sampleRateHz) return { startS, channels: [] };
      const channels = firstTwo(channelData).map((each) => each.subarray(-kept));
      return { startS: end - kept / sampleRateHz, channels };
    },
    close() {
      decoder.free();
      file.close();
    },
  };
}

function adtsBytes(file: FileBytes, track: AacTrack, from: number, to: number): Uint8Array {
  const { sizes, offsets, adtsHeader } = track;
  const parts: Uint8Array[] = [];
  for (let i = from; i < to; i++) {
    const size = sizes[i]! + adtsHeader.length;
    const header = Uint8Array.from(adtsHeader);
    header[3]! |= (size >> 11) & 3;
    header[4] = (size >> 3) & 0xff;
    header[5]! |= (size & 7) << 5;
    parts.push(header, file.read(offsets[i]!, sizes[i]!));
  }
  return Buffer.concat(parts);
}
