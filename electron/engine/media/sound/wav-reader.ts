import { wavLayout } from '../decode/wav.ts';
import type { FileBytes } from './file-bytes.ts';
import type { SoundReader } from './sound-reader.ts';

const HEAD_BYTES = 1 << 20;

/** Plain samples: any moment is a place in the file. @returns undefined for other codecs in WAV */
export function openWav(file: FileBytes): SoundReader | undefined {
  const layout = wavLayout(file.read(0, HEAD_BYTES), file.sizeBytes);
  if (layout === undefined) return undefined;
  const { channels, sampleRateHz, bytesPerSample, convert } = layout;
  const stride = bytesPerSample * channels;
  const total = Math.floor((layout.end - layout.start) / stride);
  return {
    sampleRateHz,
    durationS: total / sampleRateHz,
    async read(startS, lengthS) {
      const from = Math.min(total, Math.max(0, Math.floor(startS * sampleRateHz)));
      const wanted = Math.min(total - from, Math.ceil(lengthS * sampleRateHz));
      const block = file.read(layout.start + from * stride, wanted * stride);
      const count = Math.floor(block.length / stride);
      const out = Array.from({ length: Math.min(2, channels) }, (_, channel) => {
        const samples = new Float32Array(count);
        convert(block.subarray(0, count * stride), channel, samples, count);
        return samples;
      });
      return { startS: from / sampleRateHz, channels: out };
    },
    close: () => file.close(),
  };
}
