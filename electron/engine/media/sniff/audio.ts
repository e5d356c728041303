import { cutOff, type Findings, type Sniffer } from './findings.ts';

/** Walks the RIFF chunks; duration from the data chunk; cut off when it says more than there is. */
export const sniffWav: Sniffer = async (source) => {
  let format: { sampleRateHz: number; channels: number; bytesPerSecond: number } | undefined;
  let at = 12;
  for (let chunks = 0; chunks < 64; chunks++) {
    const head = await source.read(at, 8);
    if (head.length < 8) break;
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    if (name === 'fmt ') {
      const fmt = await source.read(at + 8, 16);
      if (fmt.length < 16) break;
      format = {
        channels: fmt.readUInt16LE(2),
        sampleRateHz: fmt.readUInt32LE(4),
        bytesPerSecond: fmt.readUInt32LE(8),
      };
    } else if (name === 'data' && format !== undefined) {
      return wavData(format, length, at + 8, source.sizeBytes);
    }
    at += 8 + length + (length & 1);
  }
  const missing = format === undefined ? 'fmt' : 'data';
  return { broken: `The WAV file has no "${missing}" chunk. Export or download it again.` };
};

function wavData(
  format: { sampleRateHz: number; channels: number; bytesPerSecond: number },
  declared: number,
  start: number,
  sizeBytes: number,
): Findings {
  const present = sizeBytes - start;
  // a writer that could not seek back leaves 0 or 0xFFFFFFFF: the data reach to the end
  const isOpenEnded = declared === 0 || declared >= 0xffffff00;
  const length = isOpenEnded ? present : declared;
  const facts: Findings = {
    sampleRateHz: format.sampleRateHz,
    channels: format.channels,
    ...(format.bytesPerSecond > 0 && { durationMs: (length / format.bytesPerSecond) * 1000 }),
  };
  if (length > present) return { ...facts, broken: cutOff('WAV', sizeBytes, start + length) };
  return length === 0 ? { ...facts, broken: 'The WAV file holds no samples.' } : facts;
}

/** STREAMINFO; the total may be 0 (unknown), then there is no duration. */
export const sniffFlac: Sniffer = async (source) => {
  const info = await source.read(8, 34);
  if (info.length < 34) return { broken: cutOff('FLAC', source.sizeBytes) };
  const sampleRateHz = info.readUIntBE(10, 3) >> 4;
  const channels = (((info[12] ?? 0) >> 1) & 7) + 1;
  const totalSamples = ((info[13] ?? 0) & 0x0f) * 2 ** 32 + info.readUInt32BE(14);
  const hasTotal = totalSamples > 0 && sampleRateHz > 0;
  return {
    sampleRateHz,
    channels,
    ...(hasTotal && { durationMs: (totalSamples / sampleRateHz) * 1000 }),
  };
};

/** Vorbis or Opus; duration from the position in the last page; cut off without an end flag. */
export const sniffOgg: Sniffer = async (source) => {
  const head = await source.read(0, 512);
  const vorbis = head.indexOf('\x01vorbis', 0, 'latin1');
  const opus = head.indexOf('OpusHead', 0, 'latin1');
  const at = vorbis === -1 ? opus : vorbis;
  if (at === -1 || head.length < at + 19) {
    return head.includes('theora') ? { detectedType: 'video/ogg' } : {};
  }
  const channels = head[at + (vorbis === -1 ? 9 : 11)] ?? 0;
  const sampleRateHz = vorbis === -1 ? 48_000 : head.readUInt32LE(at + 12);
  const tail = await source.read(Math.max(0, source.sizeBytes - 65_536), 65_536);
  const page = tail.lastIndexOf('OggS', undefined, 'latin1');
  const facts: Findings = { channels, sampleRateHz };
  if (page === -1 || tail.length < page + 14) {
    return { ...facts, broken: cutOff('Ogg', source.sizeBytes) };
  }
  const position = Number(tail.readBigInt64LE(page + 6));
  const isLast = ((tail[page + 5] ?? 0) & 4) !== 0;
  const timed = { ...facts, ...(position > 0 && { durationMs: (position / sampleRateHz) * 1000 }) };
  return isLast ? timed : { ...timed, broken: cutOff('Ogg', source.sizeBytes) };
};
