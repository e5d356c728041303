import type { ModalityId } from '../../../shared/model/modality.ts';
import { audioQuality } from './audio/index.ts';
import type { FileQuality } from './define.ts';
import { imageQuality } from './image/index.ts';
import { threeDQuality } from './three-d/index.ts';

/**
 * How a file of each modality is rated without a judge. The official way for text, code and documents
 * is a judge, and for video a model's weights.
 */
export const QUALITY = {
  text: undefined,
  image: imageQuality,
  audio: audioQuality,
  video: undefined,
  document: undefined,
  code: undefined,
  threeD: threeDQuality,
} as const satisfies Record<ModalityId, FileQuality | undefined>;
