// Which decoder reads the sound of a file, told from its bytes. Some decoders (AAC, AC-3, DTS) are
// optional packages and may not be installed.
import { AppError } from '../../../../shared/api/errors.ts';
import { withByteSource } from '../byte-source.ts';
import { formatOf, type SoundFormat } from '../decode/audio-format.ts';
import { sniffEbml } from '../sniff/ebml.ts';
import type { Sniffer } from '../sniff/findings.ts';
import { sniffMp4 } from '../sniff/mp4.ts';
import { detectType } from '../sniff/signature.ts';
import { typeLabel } from '../type-names.ts';

const VIDEO_SNIFFERS: Readonly<Record<string, Sniffer>> = {
  'video/mp4': sniffMp4,
  'video/quicktime': sniffMp4,
  'video/webm': sniffEbml,
};

/** @throws AppError 'unsupported' without a decoder for it or without sound */
export async function soundFormat(path: string): Promise<SoundFormat> {
  const { type, format, hasSound } = await withByteSource(path, async (source) => {
    const head = await source.read(0, 1024);
    const type = detectType(head);
    const sniff = VIDEO_SNIFFERS[type ?? ''];
    const hasSound = sniff === undefined || (await sniff(source)).sampleRateHz !== undefined;
    return { type, format: formatOf(type, head), hasSound };
  });
  if (!hasSound) throw noSound(path);
  if (format !== undefined) return format;
  const what = type === undefined ? 'these bytes' : typeLabel(type);
  throw new AppError(
    'unsupported',
    `Cannot draw the sound: there is no decoder for ${what}. It may still play. "${path}"`,
  );
}

/** What a decoder's failure means to the user. */
export function decoderFailure(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const isAbsent =
    error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  return isAbsent
    ? new AppError(
        'unsupported',
        `Cannot draw the sound: the decoder for this format is not installed. It may still play. "${path}"`,
        { cause: error },
      )
    : new AppError(
        'unreadable',
        `Cannot draw the sound: the decoder says "${reason}". Export the file again. "${path}"`,
        { cause: error },
      );
}

/** A file without a single sample. */
export function noSound(path: string): AppError {
  return new AppError('unsupported', `Cannot draw the sound: the file has no sound. "${path}"`);
}
