import type { ModalityId } from '../../../shared/model/modality.ts';
import { readMediaFacts } from '../media/facts.ts';
import { extensionOf, mimeTypeOf } from '../media/mime-types.ts';

const DOCUMENTS = /^(application\/(pdf|msword|vnd\.)|text\/(csv|tab-separated-values|markdown))/;
const PLAIN_TEXT = new Set(['txt', 'log', 'rst', '']);

/**
 * The modality that a file is most likely of: by its extension, and by its bytes where that says
 * nothing.
 *
 * @returns undefined when neither is known
 */
export async function modalityOfFile(path: string): Promise<ModalityId | undefined> {
  const extension = extensionOf(path);
  const known = modalityOfType(mimeTypeOf(extension), extension);
  if (known !== undefined) return known;
  const facts = await readMediaFacts(path).catch(() => undefined); // a missing file has no modality
  return modalityOfType(facts?.detectedType ?? '', extension);
}

function modalityOfType(mimeType: string, extension: string): ModalityId | undefined {
  if (mimeType.startsWith('image/')) return 'image';
  if (mimeType.startsWith('audio/')) return 'audio';
  if (mimeType.startsWith('video/')) return 'video';
  if (mimeType.startsWith('model/')) return 'threeD';
  if (DOCUMENTS.test(mimeType)) return 'document';
  if (mimeType === 'application/json') return 'code';
  if (!mimeType.startsWith('text/')) return undefined;
  return PLAIN_TEXT.has(extension) ? 'text' : 'code';
}
