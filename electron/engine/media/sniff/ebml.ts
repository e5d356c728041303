import { cutOff, type Findings, type Sniffer } from './findings.ts';

// element ids of Matroska that are read; masters are entered, everything else is skipped
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const VIDEO = 0xe0;
const AUDIO = 0xe1;
const CLUSTER = 0x1f43b675;
const MASTERS = new Set([SEGMENT, INFO, TRACKS, TRACK, VIDEO, AUDIO]);
const HEAD_BYTES = 16_384;

/**
 * WebM and Matroska: duration, picture size and sound from the first 16 KiB, where writers put
 * them; cut off when the segment's size says more than there is.
 */
export const sniffEbml: Sniffer = async (source) => {
  const bytes = await source.read(0, HEAD_BYTES);
  const found = new Map<number, Buffer>();
  let segmentEnd: number | undefined;
  let at = 0;
  while (at < bytes.length) {
    const id = readVint(bytes, at, false);
    const size = id && readVint(bytes, at + id.length, true);
    if (id === undefined || size === undefined) break;
    const body = at + id.length + size.length;
    if (id.value === SEGMENT && !size.isUnknown) segmentEnd = body + size.value;
    if (id.value === CLUSTER) break;
    if (!MASTERS.has(id.value)) {
      const isFirst = !found.has(id.value) && size.value <= 64;
      if (isFirst) found.set(id.value, bytes.subarray(body, body + size.value));
    }
    at = MASTERS.has(id.value) ? body : body + size.value;
  }
  const facts = readFacts(found);
  return segmentEnd !== undefined && segmentEnd > source.sizeBytes
    ? { ...facts, broken: cutOff('WebM', source.sizeBytes, segmentEnd) }
    : facts;
};

function readFacts(found: ReadonlyMap<number, Buffer>): Findings {
  const scaleNs = readUint(found.get(0x2ad7b1)) ?? 1_000_000;
  const duration = readFloat(found.get(0x4489));
  const widthPx = readUint(found.get(0xb0));
  const heightPx = readUint(found.get(0xba));
  const sampleRateHz = readFloat(found.get(0xb5));
  const channels = readUint(found.get(0x9f)) ?? (sampleRateHz === undefined ? undefined : 1);
  const docType = found.get(0x4282)?.toString('latin1');
  const hasVideo = widthPx !== undefined;
  return {
    ...(docType === 'matroska' && { detectedType: 'video/x-matroska' }),
    ...(docType === 'webm' &&
      !hasVideo &&
      sampleRateHz !== undefined && { detectedType: 'audio/webm' }),
    ...(duration !== undefined && { durationMs: (duration * scaleNs) / 1_000_000 }),
    ...(widthPx !== undefined && { widthPx }),
    ...(heightPx !== undefined && { heightPx }),
    ...(sampleRateHz !== undefined && { sampleRateHz }),
    ...(channels !== undefined && { channels }),
  };
}

function readVint(bytes: Buffer, at: number, isSize: boolean) {
  const first = bytes[at];
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return undefined;
  let value = isSize ? first & (0xff >> length) : first;
  let isUnknown = value === 0xff >> length;
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index] ?? 0;
    isUnknown &&= byte === 0xff;
    value = value * 256 + byte;
  }
  // a segment of unknown size is entered like any other; nothing else is of unknown size here
  return { value: isSize && isUnknown ? 0 : value, length, isUnknown: isSize && isUnknown };
}

function readUint(bytes: Buffer | undefined): number | undefined {
  if (bytes === undefined || bytes.length === 0 || bytes.length > 6) return undefined;
  return bytes.readUIntBE(0, bytes.length);
}

function readFloat(bytes: Buffer | undefined): number | undefined {
  if (bytes?.length === 4) return bytes.readFloatBE(0);
  return bytes?.length === 8 ? bytes.readDoubleBE(0) : undefined;
}
