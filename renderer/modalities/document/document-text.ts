// The text of a document of any kind, a paragraph or row a line: what is compared when documents cannot
// be compared page by page or cell by cell.
import type { MediaFacts, MediaRef } from '../../../shared/model/media.ts';
import { decodeText, fetchBytes } from '../parts/fetch-bytes.ts';
import { documentKind, tableFormat } from './kind.ts';

const MOST_BYTES = 2_000_000;

/**
 * @throws Error with a sentence when there is no text
 */
export async function loadDocumentText(
  url: string,
  ref: MediaRef,
  facts: MediaFacts | undefined,
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly note?: string }> {
  const kind = documentKind(ref, facts);
  switch (kind) {
    case 'pdf': {
      const [{ openPdf }, { loadPageText }] = await Promise.all([
        import('./pdf/open-pdf.ts'),
        import('./pdf/page-text.ts'),
      ]);
      const { document, close } = await openPdf(url, signal);
      try {
        const pages: string[] = [];
        for (let number = 1; number <= document.numPages; number++) {
          if (signal.aborted) break;
          pages.push((await loadPageText(document, number)).text);
        }
        return { text: pages.join('\n') };
      } finally {
        close();
      }
    }
    case 'docx': {
      const { readDocx } = await import('./docx/read-docx.ts');
      const { bytes } = await fetchBytes(url, signal);
      return { text: await readDocx(bytes, 'text') };
    }
    case 'table': {
      const { loadTable } = await import('./table/load-table.ts');
      const sheets = await loadTable(url, tableFormat(ref, facts), signal);
      const rows = sheets.flatMap((sheet) => sheet.rows.map((row) => row.join('\t')));
      return { text: rows.join('\n') };
    }
    case 'markdown':
    case 'text': {
      const { bytes, isWhole } = await fetchBytes(url, signal, MOST_BYTES);
      const note = { note: 'only the first 2 MB are compared.' };
      return { text: decodeText(bytes), ...(!isWhole && note) };
    }
    case 'image':
    case 'unknown':
      throw new Error('it holds no text that could be compared.');
  }
}
