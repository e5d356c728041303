// The text of pages, in the pieces that pdf.js lays over them, so that a place in the text can be found
// again on the page.
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** A stretch of a page's text by its UTF-16 offsets. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface PageText {
  /** A line of the page a line. */
  readonly text: string;
  /** Where each piece of the text layer stands in it. */
  readonly pieces: readonly TextSpan[];
}

const known = new WeakMap<PDFDocumentProxy, Map<number, Promise<PageText>>>();

/** Text of one page, from 1; read once while the document is open. */
export function loadPageText(document: PDFDocumentProxy, number: number): Promise<PageText> {
  const pages = known.get(document) ?? new Map<number, Promise<PageText>>();
  known.set(document, pages);
  const loaded = pages.get(number) ?? readPageText(document, number);
  pages.set(number, loaded);
  return loaded;
}

async function readPageText(document: PDFDocumentProxy, number: number): Promise<PageText> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  let text = '';
  const pieces: TextSpan[] = [];
  for (const item of items) {
    if (!('str' in item)) continue; // a mark in the content, without text
    pieces.push({ start: text.length, end: text.length + item.str.length });
    text += item.hasEOL ? `${item.str}\n` : item.str;
  }
  return { text, pieces };
}
