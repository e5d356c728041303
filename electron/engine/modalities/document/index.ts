import { unscored } from '../../media/decode/decoded.ts';
import type { FileInspector } from '../define-inspection.ts';
import { DOCUMENT_INSPECTION_VERSION, inspectContent } from './inspect-document.ts';
import { createOcr } from './ocr.ts';
import { readDocument } from './read-document.ts';

const TIME_LIMIT_MS = 60_000;

/** Text, pages and legibility of a document. */
export const documentInspector: FileInspector = {
  modality: 'document',
  id: 'document',
  version: DOCUMENT_INSPECTION_VERSION,
  title: 'Text layer and legibility',
  source: 'pdf.js, mammoth, ExcelJS, Papa Parse; Tesseract for pictures and scans',
  note: 'The official score of a document comes from the judge; these figures stand beside it.',
  async inspectFile(path) {
    const ocr = createOcr();
    const clock = performance.now.bind(performance);
    try {
      const read = await readDocument(path, ocr, { deadline: clock() + TIME_LIMIT_MS, clock });
      if (read.status !== 'decoded') return read;
      return { status: 'inspected', inspection: inspectContent(read.value, read.notes) };
    } catch (error) {
      // the file went away or changed while it was read
      const message = error instanceof Error ? error.message : String(error);
      return unscored('media-broken', `The file cannot be read: ${message.replace(/\.$/, '')}.`);
    } finally {
      await ocr.close();
    }
  },
};
