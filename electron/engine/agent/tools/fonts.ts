// Letters of our own, so that what is made looks the same on a machine without fonts.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'standard_fonts',
);

/** Files of Liberation Sans: Latin, Greek, Cyrillic and Hebrew letters. */
export const FONT_FILES = {
  regular: join(folder, 'LiberationSans-Regular.ttf'),
  bold: join(folder, 'LiberationSans-Bold.ttf'),
  italic: join(folder, 'LiberationSans-Italic.ttf'),
  boldItalic: join(folder, 'LiberationSans-BoldItalic.ttf'),
} as const;
