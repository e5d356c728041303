import { useEffect, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { loadPageText } from '../page-text.ts';

/** Pages of a document whose text is compared. */
export const MOST_PAGES = 1_000;

/** Texts of all pages once all are read; how far the reading is before. */
export interface PageTexts {
  readonly texts: readonly (readonly string[])[] | undefined;
  readonly read: number;
  readonly total: number;
}

/** Reads the texts of all pages of some documents, one page after the other. */
export function usePageTexts(documents: readonly PDFDocumentProxy[]): PageTexts {
  const total = documents.reduce((sum, { numPages }) => sum + Math.min(numPages, MOST_PAGES), 0);
  const [state, setState] = useState<PageTexts>({ texts: undefined, read: 0, total });
  useEffect(() => {
    const aborter = new AbortController();
    const readAll = async () => {
      const texts: string[][] = [];
      let read = 0;
      for (const document of documents) {
        const pages: string[] = [];
        texts.push(pages);
        for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
          const { text } = await loadPageText(document, number);
          if (aborter.signal.aborted) return;
          pages.push(text);
          read += 1;
          if (read % 25 === 0) setState({ texts: undefined, read, total });
        }
      }
      setState({ texts, read, total });
    };
    // a page that cannot be read shows so where it is drawn
    readAll().catch(() => undefined);
    return () => aborter.abort();
  }, [documents, total]);
  return state;
}
