import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { ChatPart } from '../../judges/define.ts';
import { unscored } from '../../media/decode/decoded.ts';
import { typeLabel } from '../../media/type-names.ts';
import { type CaptionLimits, type CaptionPreparer, formatCount } from '../caption-input.ts';
import { cutText } from '../cut-text.ts';
import { encodeForModel } from '../image/caption.ts';
import { spreadEvenly } from '../spread-evenly.ts';
import type { DocumentContent, PageContent } from './content.ts';
import { createOcr } from './ocr.ts';
import { openPdf } from './pdf.ts';
import { readDocument } from './read-document.ts';
import { renderPage } from './render-page.ts';

const TIME_LIMIT_MS = 60_000;
/** Below it, what was read off a picture is noise (other scripts, handwriting, photographs). */
const LEAST_CONFIDENCE = 0.4;

/** The text of a document, page by page, and pictures of some of its pages. */
export const prepareDocumentCaption: CaptionPreparer = async (source, limits) => {
  if (source.kind === 'inline') return unscored('unsupported', 'It is text and no file.');
  const ocr = createOcr();
  const clock = performance.now.bind(performance);
  try {
    const read = await readDocument(source.path, ocr, { deadline: clock() + TIME_LIMIT_MS, clock });
    if (read.status !== 'decoded') return read;
    const content = read.value;
    const text = cutText(textOf(content, limits.takes.image), limits.textCharacters);
    const pictures = limits.takes.image ? await picturesOf(source.path, content, limits) : [];
    if (text.text === '' && pictures.length === 0) {
      return unscored(
        'unsupported',
        'No text can be read of it, and no picture of it can be sent.',
      );
    }
    const sent: ChatPart[] = text.text === '' ? [] : [{ type: 'text', text: text.text }];
    return {
      status: 'prepared',
      parts: [...sent, ...pictures.map(({ part }) => part)],
      facts: factsOf(content, pictures),
      notes: [...read.notes, ...text.notes, ...leftOut(content, pictures.length)],
    };
  } finally {
    await ocr.close();
  }
};

function textOf({ pages, unit }: DocumentContent, arePicturesSent: boolean): string {
  const told = pages
    .filter(({ text }) => text.trim() !== '')
    .filter((page) => !arePicturesSent || (page.confidence ?? 1) >= LEAST_CONFIDENCE);
  const isOne = pages.length === 1;
  return told.map((page) => `${isOne ? '' : heading(page, unit)}${page.text.trim()}`).join('\n\n');
}

const heading = ({ number }: PageContent, unit: DocumentContent['unit']) =>
  unit === 'sheets' ? `[Sheet ${number}]\n` : `[Page ${number}]\n`;

interface PagePicture {
  readonly page: number;
  readonly part: ChatPart;
}

async function picturesOf(
  path: string,
  { type, unit, pages, pageCount }: DocumentContent,
  limits: CaptionLimits,
): Promise<PagePicture[]> {
  if (type === 'PDF') return await renderPages(path, pageCount ?? 1, limits);
  // text was read off it, or tried to be: the document is a picture
  if (unit !== 'pages' || pageCount !== 1 || pages[0]?.kind === 'text') return [];
  const picture = sharp(path, { limitInputPixels: false, autoOrient: true, pages: 1 });
  const isDrawing = type !== typeLabel('image/jpeg');
  return [{ page: 1, part: await encodeForModel(picture, limits.imageSidePx, isDrawing) }];
}

async function renderPages(
  path: string,
  pageCount: number,
  { pages, imageSidePx }: CaptionLimits,
): Promise<PagePicture[]> {
  const task = openPdf(await readFile(path));
  try {
    const pdf = await task.promise;
    const pictures: PagePicture[] = [];
    for (const index of spreadEvenly(pageCount, pages)) {
      const page = index + 1;
      const proxy = await pdf.getPage(page).catch(() => undefined);
      if (proxy === undefined) continue; // noted by whoever read the text
      const picture = sharp(await renderPage(proxy, imageSidePx));
      pictures.push({ page, part: await encodeForModel(picture, imageSidePx, true) });
    }
    return pictures;
  } finally {
    await task.destroy();
  }
}

function factsOf(
  { type, unit, pageCount, pages }: DocumentContent,
  pictures: readonly PagePicture[],
): Record<string, string> {
  const words = pages.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  const scans = pages.filter(({ kind }) => kind === 'scan').length;
  const tables = pages.reduce((sum, page) => sum + page.tables, 0);
  return {
    format: type,
    ...(pageCount !== undefined && { [unit]: formatCount(pageCount) }),
    words: formatCount(words),
    ...(tables > 0 && { 'tables found': formatCount(tables) }),
    ...(scans > 0 && { text: 'read off pictures by OCR, with mistakes' }),
    ...(pictures.length > 0 && {
      'pictures sent': `page ${pictures.map(({ page }) => page).join(', ')}`,
    }),
  };
}

function leftOut(
  { pageCount = 1, pages, unit, type, figures }: DocumentContent,
  pictures: number,
): string[] {
  const inside = figures?.['pictures']?.value ?? 0;
  const noise = pages.filter(({ confidence = 1 }) => confidence < LEAST_CONFIDENCE).length;
  return [
    ...(type === 'PDF' && pictures > 0 && pictures < pageCount
      ? [`Pictures of ${pictures} of ${pageCount} ${unit} were sent.`]
      : []),
    ...(type !== 'PDF' && inside > 0 ? [`${inside} pictures inside it were not sent.`] : []),
    ...(noise > 0 && pictures > 0
      ? [`Text that was read with little confidence off ${noise} pages was not sent.`]
      : []),
  ];
}
