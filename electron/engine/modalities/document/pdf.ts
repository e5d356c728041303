import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Decoded, unscored } from '../../media/decode/decoded.ts';
import type { DocumentContent, DocumentLimits, PageContent } from './content.ts';
import type { Ocr } from './ocr.ts';
import { renderPage } from './render-page.ts';
import { countTables, type PlacedText, textRows } from './text-tables.ts';

const MAX_PAGES = 300; // of a longer document, this many at equal distances
const MAX_SCANS = 8; // pages that are rendered and given to the OCR
const LEAST_TEXT = 3; // characters: a page with fewer has no text layer to speak of

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Begins to open a PDF, without scripts and forms. Destroy the task, whatever happens. */
export const openPdf = (bytes: Uint8Array) =>
  getDocument({
    data: new Uint8Array(bytes), // a copy: the library keeps what it is given
    verbosity: 0,
    enableXfa: false,
    wasmUrl: `${join(folder, 'wasm')}/`,
    cMapUrl: `${join(folder, 'cmaps')}/`,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
  });

/** Reads the text layer of a PDF; pages that are only a picture go to the OCR. */
export async function readPdf(
  bytes: Uint8Array,
  ocr: Ocr,
  limits: DocumentLimits,
): Promise<Decoded<DocumentContent>> {
  const task = openPdf(bytes);
  try {
    return await readPages(await task.promise, ocr, limits);
  } catch (error) {
    return unscored('media-broken', whyUnreadable(error));
  } finally {
    await task.destroy();
  }
}

async function readPages(
  pdf: PDFDocumentProxy,
  ocr: Ocr,
  limits: DocumentLimits,
): Promise<Decoded<DocumentContent>> {
  const pageCount = pdf.numPages;
  const numbers = sampledPages(pageCount);
  const pages: PageContent[] = [];
  const notes: string[] = [];
  let scans = 0;
  let broken = 0;
  for (const number of numbers) {
    if (limits.clock() > limits.deadline) break;
    const page = await readPage(pdf, number).catch(() => undefined);
    if (page === undefined) {
      broken++;
      continue;
    }
    const isRead = page.content.kind === 'scan' && scans < MAX_SCANS;
    if (isRead) scans++;
    pages.push(isRead ? await readScan(page.proxy, page.content, ocr, limits) : page.content);
    page.proxy.cleanup();
  }
  if (pages.length === 0) return unscored('media-broken', 'No page of the PDF can be read.');
  if (numbers.length < pageCount) {
    notes.push(`${numbers.length} of ${pageCount} pages were read, at equal distances.`);
  }
  if (broken > 0) notes.push(`${broken} pages cannot be read.`);
  if (pages.length + broken < numbers.length) {
    notes.push(`The time was over after ${pages.length} pages.`);
  }
  const all = pages.filter(({ kind }) => kind === 'scan').length;
  if (all > scans)
    notes.push(`The text of ${scans} of ${all} pages without a text layer was read.`);
  return { status: 'decoded', value: { type: 'PDF', unit: 'pages', pageCount, pages }, notes };
}

function sampledPages(pageCount: number): number[] {
  const count = Math.min(pageCount, MAX_PAGES);
  return Array.from({ length: count }, (_, i) => 1 + Math.floor((i * pageCount) / count));
}

interface ReadPage {
  readonly proxy: PDFPageProxy;
  readonly content: PageContent;
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const proxy = await pdf.getPage(number);
  const { items } = await proxy.getTextContent();
  const placed: PlacedText[] = [];
  for (const item of items) {
    if (!('str' in item)) continue;
    const [, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[];
    const height = Math.hypot(b, d) || item.height || 1;
    placed.push({ text: item.str, x, y, width: item.width, height });
  }
  const rows = textRows(placed);
  const text = rows.map((row) => row.map((cell) => cell.text).join('  ')).join('\n');
  if (text.trim().length >= LEAST_TEXT) {
    return { proxy, content: { number, text, kind: 'text', tables: countTables(rows) } };
  }
  const kind = (await hasPicture(proxy)) ? 'scan' : text.trim() === '' ? 'empty' : 'text';
  return { proxy, content: { number, text, kind, tables: 0 } };
}

const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintInlineImageXObjectGroup,
]);

async function hasPicture(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((operator) => PICTURES.has(operator));
}

async function readScan(
  page: PDFPageProxy,
  content: PageContent,
  ocr: Ocr,
  { deadline, clock }: DocumentLimits,
): Promise<PageContent> {
  const result = await ocr.read(await renderPage(page), deadline - clock());
  if (result === undefined) return content;
  return { ...content, text: result.text, confidence: result.confidence };
}

function whyUnreadable(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'PasswordException') return 'The PDF is protected by a password.';
  return `The PDF cannot be read: ${message.replace(/\.$/, '')}.`;
}
