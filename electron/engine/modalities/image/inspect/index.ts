import { decodeImage } from '../../../media/decode/image.ts';
import type { FileInspector } from '../../define-inspection.ts';
import { IMAGE_INSPECTION_VERSION, inspectImage } from './inspect-image.ts';

/** What is wrong with a picture, beside its official score. */
export const imageInspector: FileInspector = {
  modality: 'image',
  id: 'image',
  version: IMAGE_INSPECTION_VERSION,
  title: 'NIQE, sharpness, blocks, noise, clipping and resolution',
  source: 'Mittal et al. 2013 (NIQE); the source of each figure stands in its file',
  note: 'None of these figures enters the official score.',
  async inspectFile(path) {
    const decoded = await decodeImage(path);
    return decoded.status === 'decoded' ? inspectImage(decoded.value, decoded.notes) : decoded;
  },
};
