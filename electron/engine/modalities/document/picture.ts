import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { type Decoded, unscored } from '../../media/decode/decoded.ts';
import { MAX_PIXELS } from '../../media/decode/image.ts';
import type { DocumentContent, DocumentLimits, PageContent } from './content.ts';
import type { Ocr } from './ocr.ts';

/** Reads the text off a picture of a page. */
export async function readPicture(
  path: string,
  type: string,
  ocr: Ocr,
  { deadline, clock }: DocumentLimits,
): Promise<Decoded<DocumentContent>> {
  const bytes = await readFile(path);
  try {
    const { width, height } = await sharp(bytes).metadata();
    if (width * height > MAX_PIXELS) {
      const size = `${width} × ${height} pixels`;
      return unscored('media-too-large', `The picture is ${size}; the limit is 100 million.`);
    }
    const read = await ocr.read(bytes, deadline - clock());
    if (read === undefined) {
      return unscored('media-too-large', 'Reading the text took too long and was stopped.');
    }
    const page: PageContent = {
      number: 1,
      text: read.text,
      kind: read.words === 0 ? 'empty' : 'scan',
      tables: 0,
      ...(read.words > 0 && { confidence: read.confidence }),
    };
    const value: DocumentContent = { type, unit: 'pages', pageCount: 1, pages: [page] };
    return { status: 'decoded', value, notes: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [line = ''] = message.split('\n');
    return unscored(
      'media-broken',
      `The picture cannot be read: ${line.trim().replace(/[.:]+$/, '')}.`,
    );
  }
}
