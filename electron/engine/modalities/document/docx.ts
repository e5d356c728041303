import { type Decoded, unscored } from '../../media/decode/decoded.ts';
import { countFigure } from '../define-inspection.ts';
import { type DocumentContent, wholeText } from './content.ts';

/**
 * Reads the text of a DOCX. It has no pages before a program lays it out, so it is one page here.
 *
 * @param bytes  of a zip that has been checked
 */
export async function readDocx(bytes: Buffer): Promise<Decoded<DocumentContent>> {
  try {
    let pictures = 0;
    const { convertToHtml, images } = await import('mammoth');
    const convertImage = images.imgElement(() => {
      pictures++;
      return Promise.resolve({ src: '' });
    });
    const { value: html } = await convertToHtml({ buffer: bytes }, { convertImage });
    const tables = html.match(/<table>/g)?.length ?? 0;
    const headings = html.match(/<h[1-6]>/g)?.length ?? 0;
    const value: DocumentContent = {
      type: 'DOCX',
      unit: 'pages',
      pages: [wholeText(textOf(html), tables)],
      figures: { headings: countFigure(headings), pictures: countFigure(pictures) },
    };
    return { status: 'decoded', value, notes: ['A DOCX has no pages until it is laid out.'] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unscored('media-broken', `The DOCX cannot be read: ${message.replace(/\.$/, '')}.`);
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** Text of the simple HTML that the library writes. */
function textOf(html: string): string {
  return html
    .replace(/<\/(p|h[1-6]|li|tr)>|<br ?\/?>/g, '\n')
    .replace(/<\/t[dh]>/g, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}
