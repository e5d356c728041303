// The fonts of a report on paper, and what they have letters for.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type PdfDocument from 'pdfkit';

/** A document of pdfkit. */
export type Pdf = InstanceType<typeof PdfDocument>;

const FONTS = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'standard_fonts',
);
export const REGULAR = join(FONTS, 'LiberationSans-Regular.ttf');
export const BOLD = join(FONTS, 'LiberationSans-Bold.ttf');
/** The letters that the report's font has; of others there is none in a PDF that we could send along. */
const KNOWN =
  /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Common}\p{sc=Inherited}]/u;

/** Text with a box for every letter that cannot be shown; marks that turn its direction are left out. */
export function known(text: string): string {
  return Array.from(text.replace(/\p{Cf}/gu, ''), (letter) =>
    KNOWN.test(letter) && !/\p{Extended_Pictographic}/u.test(letter) ? letter : '□',
  ).join('');
}
