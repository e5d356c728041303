import { cutOff, type Findings, type Sniffer } from './findings.ts';
import { mimeTypeOf } from '../mime-types.ts';

/** Cut off without `%%EOF` near the end. */
export const sniffPdf: Sniffer = async (source) => {
  const tail = await source.read(Math.max(0, source.sizeBytes - 2048), 2048);
  return tail.includes('%%EOF') ? {} : { broken: cutOff('PDF', source.sizeBytes) };
};

/** Says which Office format a zip is, from its central directory; cut off when it has none. */
export const sniffZip: Sniffer = async (source): Promise<Findings> => {
  const tailStart = Math.max(0, source.sizeBytes - 4096);
  let tail = await source.read(tailStart, 4096);
  let end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end === -1) {
    // a comment of up to 64 KiB may stand behind the end record
    tail = await source.read(Math.max(0, source.sizeBytes - 65_600), 65_600);
    end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  }
  if (end === -1 || tail.length < end + 22) return { broken: cutOff('ZIP', source.sizeBytes) };
  const directory = await source.read(
    tail.readUInt32LE(end + 16),
    Math.min(tail.readUInt32LE(end + 12), 32_768),
  );
  for (const [folder, extension] of [
    ['word/', 'docx'],
    ['xl/', 'xlsx'],
    ['ppt/', 'pptx'],
  ] as const) {
    if (directory.includes(folder)) return { detectedType: mimeTypeOf(extension) };
  }
  return {};
};
