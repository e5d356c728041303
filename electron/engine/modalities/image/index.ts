import { decodeImage } from '../../media/decode/image.ts';
import { defineQuality } from '../define.ts';
import { IMAGE_QUALITY_VERSION, scoreImage } from './quality.ts';

export { imageInspector } from './inspect/index.ts';

/** Image quality as the official code computes it. */
export const imageQuality = defineQuality({
  modality: 'image',
  id: 'unim',
  version: IMAGE_QUALITY_VERSION,
  title: 'Simplified BRISQUE',
  source: 'gq-official.md, image; official generation-quality code of UniM',
  note:
    'The official placeholder: it spans about 88 to 93 over very different pictures and likes a ' +
    'flat colour best. Read it with NIQE, blur and noise beside it.',
  decode: decodeImage,
  score: scoreImage,
});
