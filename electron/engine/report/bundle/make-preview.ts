// What stands in the page of a bundle for a file that a browser cannot show by itself: objects of 3D by
// the captioner's own views, the first pages of a PDF, the text of other documents.
import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { ModalityId } from '../../../../shared/model/modality.ts';
import { formatCount } from '../../modalities/caption-input.ts';
import { cutText } from '../../modalities/cut-text.ts';
import { createOcr } from '../../modalities/document/ocr.ts';
import { openPdf } from '../../modalities/document/pdf.ts';
import { readDocument } from '../../modalities/document/read-document.ts';
import { renderPage } from '../../modalities/document/render-page.ts';
import { boundsOf, renderViews } from '../../modalities/three-d/render/render-views.ts';
import { decodeText } from '../../media/decode/text.ts';
import { decodeThreeD } from '../../media/decode/three-d.ts';

/** Of which file, and where its picture goes. */
export interface PreviewQuestion {
  readonly modality: ModalityId;
  /** The bytes are a PDF. */
  readonly isPdf: boolean;
  readonly path: string;
  /** A WebP file; made only where the answer says so. */
  readonly into: string;
}

/** What there is to show; none of it where there is nothing. */
export interface Preview {
  /** What the picture shows, when there is one. */
  readonly picture?: string;
  readonly text?: string;
  /** Facts, or why there is no more. */
  readonly note?: string;
}

const VIEW_PX = 192;
const VIEWS_A_ROW = 3;
const PDF_PAGES = 3;
const PAGE_PX = 700;
const GAP_PX = 8;
const CHARACTERS = 20_000;
const MAX_TEXT_BYTES = 2_000_000;
const DOCUMENT_MS = 10_000;

/** Draws or reads one file; a bad file gives a note. */
export async function makePreview(question: PreviewQuestion): Promise<Preview> {
  const { modality, isPdf } = question;
  if (modality === 'threeD') return await views(question);
  if (isPdf) return await pdfPages(question);
  if (modality === 'document') return await documentText(question);
  const decoded = await decodeText(question.path, MAX_TEXT_BYTES);
  if (decoded.status === 'unscored') return { note: decoded.reason };
  return { text: cutText(decoded.value.text, CHARACTERS).text };
}

async function views({ path, into }: PreviewQuestion): Promise<Preview> {
  const decoded = await decodeThreeD(path, { withPlyFaces: true });
  if (decoded.status === 'unscored') return { note: decoded.reason };
  const geometry = decoded.value;
  const vertices = geometry.positions.length / 3;
  if (vertices === 0) return { note: 'The file holds no vertex.' };
  const drawn = await renderViews(geometry, VIEW_PX);
  const places = drawn.map(({ png }, at) => ({
    input: png,
    left: (at % VIEWS_A_ROW) * VIEW_PX,
    top: Math.floor(at / VIEWS_A_ROW) * VIEW_PX,
  }));
  const height = Math.ceil(drawn.length / VIEWS_A_ROW) * VIEW_PX;
  await writeSheet(VIEWS_A_ROW * VIEW_PX, height, places, into);
  const faces = geometry.kind === 'mesh' ? geometry.faces.length / 3 : 0;
  const extents = boundsOf(geometry).extents.map((extent) => Number(extent.toPrecision(4)));
  const counts =
    faces > 0
      ? `Mesh, ${formatCount(vertices)} vertices, ${formatCount(faces)} faces`
      : `Point cloud, ${formatCount(vertices)} points`;
  return {
    picture: `${drawn.length} views: ${drawn.map(({ name }) => name).join('; ')}`,
    note: [`${counts}; extents ${extents.join(' × ')}.`, ...decoded.notes].join(' '),
  };
}

async function pdfPages({ path, into }: PreviewQuestion): Promise<Preview> {
  const task = openPdf(await readFile(path));
  try {
    const pdf = await task.promise;
    const count = Math.min(PDF_PAGES, pdf.numPages);
    const pages = [];
    for (let page = 1; page <= count; page++) {
      const { data, info } = await sharp(await renderPage(await pdf.getPage(page), PAGE_PX))
        .png()
        .toBuffer({ resolveWithObject: true });
      pages.push({ data, ...info });
    }
    let left = 0;
    const places = pages.map(({ data, width }) => {
      const place = { input: data, left, top: 0 };
      left += width + GAP_PX;
      return place;
    });
    await writeSheet(left - GAP_PX, Math.max(...pages.map(({ height }) => height)), places, into);
    const what = count === 1 ? 'page 1' : `pages 1 to ${count}`;
    return { picture: `${what} of ${pdf.numPages}`, note: `${what} of ${pdf.numPages}` };
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    return { note: `The PDF cannot be drawn: ${why}.` };
  } finally {
    await task.destroy();
  }
}

async function documentText({ path }: PreviewQuestion): Promise<Preview> {
  const ocr = createOcr();
  const clock = performance.now.bind(performance);
  try {
    const read = await readDocument(path, ocr, { deadline: clock() + DOCUMENT_MS, clock });
    if (read.status !== 'decoded') return { note: read.reason };
    const text = read.value.pages.map((page) => page.text.trim()).join('\n\n');
    return {
      text: cutText(text, CHARACTERS).text,
      note: [read.value.type, ...read.notes].join('. '),
    };
  } finally {
    await ocr.close();
  }
}

async function writeSheet(
  width: number,
  height: number,
  places: readonly { readonly input: Buffer; readonly left: number; readonly top: number }[],
  into: string,
): Promise<void> {
  const sheet = sharp({ create: { width, height, channels: 3, background: '#ffffff' } });
  await writeFile(
    into,
    await sheet
      .composite([...places])
      .webp({ quality: 86 })
      .toBuffer(),
  );
}
