import type { ModalityId } from '../../../shared/model/modality.ts';
import { audioQuality } from './audio/index.ts';
import type { FileQuality } from './define.ts';
import { imageQuality } from './image/index.ts';
import { threeDQuality } from './three-d/index.ts';
import { videoSignalQuality } from './video/index.ts';

/**
 * How a file of each modality is rated without a judge. The official way for text, code and documents
 * is a judge, and for video DOVER, which needs weights (`createDoverQuality`); without them a signal
 * score of our own stands there, and says so.
 */
export const QUALITY = {
  text: undefined,
  image: imageQuality,
  audio: audioQuality,
  video: videoSignalQuality,
  document: undefined,
  code: undefined,
  threeD: threeDQuality,
} as const satisfies Record<ModalityId, FileQuality | undefined>;
