import mammoth from 'mammoth';
import { lockedReason } from '../office-container.ts';

/**
 * Reads a Word document as HTML that must be sanitized, or as its bare text, a paragraph a line.
 *
 * @throws Error with a sentence: a password, damaged data
 */
export async function readDocx(bytes: ArrayBuffer, as: 'html' | 'text'): Promise<string> {
  const reason = lockedReason(bytes);
  if (reason !== undefined) throw new Error(reason);
  try {
    if (as === 'html') return (await mammoth.convertToHtml({ arrayBuffer: bytes })).value;
    const { value } = await mammoth.extractRawText({ arrayBuffer: bytes });
    return value.replace(/\n\n/g, '\n');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`The reader for Word documents says: ${message}`, { cause: error });
  }
}
