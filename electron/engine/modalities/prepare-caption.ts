import type { CaptionedModality } from '../../../shared/model/endpoint.ts';
import { unscored } from '../media/decode/decoded.ts';
import { reasonOf } from '../media/decode/file-check.ts';
import type {
  CaptionInput,
  CaptionLimits,
  CaptionPreparer,
  CaptionSource,
} from './caption-input.ts';

/** Loaded when first needed: parsers and decoders take long to load, and most threads need few. */
const PREPARERS: Readonly<Record<CaptionedModality, () => Promise<CaptionPreparer>>> = {
  image: async () => (await import('./image/caption.ts')).prepareImageCaption,
  document: async () => (await import('./document/caption.ts')).prepareDocumentCaption,
  code: async () => (await import('./code/caption.ts')).prepareCodeCaption,
  audio: async () => (await import('./audio/caption.ts')).prepareAudioCaption,
  video: async () => (await import('./video/caption.ts')).prepareVideoCaption,
  threeD: async () => (await import('./three-d/caption.ts')).prepareThreeDCaption,
};

/**
 * Makes an item ready for its captioner. What it is given decides what comes out, so that an answer
 * can be kept by the hash of it.
 *
 * @returns unscored with the reasons of the quality profiles for a file that is missing, broken or too
 *   large, and `unsupported` for what the endpoint does not take
 */
export async function prepareCaption(
  modality: CaptionedModality,
  source: CaptionSource,
  limits: CaptionLimits,
): Promise<CaptionInput> {
  const prepare = await PREPARERS[modality]();
  try {
    return await prepare(source, limits);
  } catch (error) {
    // the file went away or changed while it was read
    return unscored('media-broken', `The file cannot be read: ${reasonOf(error)}.`);
  }
}
