// Facts about a media file from its head and tail, a few KiB, without decoding it: so an instance
// with many items shows them at once, and a broken file says why instead of a viewer failing.
import type { MediaFacts } from '../../../shared/model/media.ts';
import { AppError } from '../../../shared/api/errors.ts';
import { withByteSource, type ByteSource } from './byte-source.ts';
import { extensionOf, mimeTypeOf } from './mime-types.ts';
import type { Findings, Sniffer } from './sniff/findings.ts';
import { sniffFlac, sniffOgg, sniffWav } from './sniff/audio.ts';
import { sniffPdf, sniffZip } from './sniff/document.ts';
import { sniffEbml } from './sniff/ebml.ts';
import {
  noSignature,
  sniffBmp,
  sniffGif,
  sniffJpeg,
  sniffPng,
  sniffSvg,
  sniffWebp,
} from './sniff/image.ts';
import { sniffGlb, sniffOff, sniffPly, sniffStl } from './sniff/mesh.ts';
import { sniffMp3 } from './sniff/mp3.ts';
import { sniffMp4 } from './sniff/mp4.ts';
import { detectType } from './sniff/signature.ts';
import { isSameType, mustHaveSignature, typeLabel } from './type-names.ts';

const SNIFFERS: Readonly<Record<string, Sniffer>> = {
  'image/png': sniffPng,
  'image/jpeg': sniffJpeg,
  'image/gif': sniffGif,
  'image/webp': sniffWebp,
  'image/bmp': sniffBmp,
  'image/svg+xml': sniffSvg,
  'audio/wav': sniffWav,
  'audio/flac': sniffFlac,
  'audio/ogg': sniffOgg,
  'audio/mpeg': sniffMp3,
  'audio/mp4': sniffMp4,
  'video/mp4': sniffMp4,
  'video/quicktime': sniffMp4,
  'video/webm': sniffEbml,
  'application/pdf': sniffPdf,
  'application/zip': sniffZip,
  'model/ply': sniffPly,
  'model/off': sniffOff,
  'model/stl': sniffStl,
  'model/gltf-binary': sniffGlb,
};

/**
 * Size, real type and the cheap facts of a file; says when its header or end shows it to be broken.
 *
 * @param path  a real path, as the registry resolves it
 * @throws AppError 'unreadable' when the file cannot be opened or read
 */
export async function readMediaFacts(path: string): Promise<MediaFacts> {
  try {
    return await withByteSource(path, (source) => describe(source, extensionOf(path)));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError(
      'unreadable',
      `Cannot read a media file: the system says ${reason}. Check that it is there and that you may read it. "${path}"`,
      { cause: error },
    );
  }
}

async function describe(source: ByteSource, extension: string): Promise<MediaFacts> {
  const { sizeBytes } = source;
  if (sizeBytes === 0) return { sizeBytes, warnings: [], broken: 'The file is empty (0 bytes).' };
  const head = await source.read(0, 1024);
  const expected = mimeTypeOf(extension);
  // a binary STL has no signature, only its size: there the extension must decide
  const detected = extension === 'stl' ? 'model/stl' : detectType(head);
  if (detected === undefined) {
    if (!mustHaveSignature(expected)) return { sizeBytes, warnings: [] };
    return { sizeBytes, warnings: [], broken: noSignature(typeLabel(expected), head) };
  }
  const found = await SNIFFERS[detected]?.(source);
  return finish(sizeBytes, expected, detected, found ?? {});
}

function finish(
  sizeBytes: number,
  expected: string,
  detected: string,
  found: Findings,
): MediaFacts {
  const detectedType = found.detectedType ?? detected;
  const warnings = [...(found.warnings ?? [])];
  const facts = { ...found, sizeBytes, detectedType, warnings };
  if (isSameType(expected, detectedType)) return facts;
  if (detectedType.startsWith('text/') && mustHaveSignature(expected)) {
    const what = detectedType === 'text/html' ? 'a web page' : 'text';
    const broken = `The file is ${what}, not ${typeLabel(expected)}: perhaps a download that failed. Get it again.`;
    return { ...facts, broken };
  }
  warnings.push(
    `The extension says ${typeLabel(expected)}, the bytes are ${typeLabel(detectedType)}; it is shown as that.`,
  );
  return facts;
}
