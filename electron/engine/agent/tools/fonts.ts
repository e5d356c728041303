// Letters of our own, so that what is made looks the same on a machine without fonts.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Font, openSync } from 'fontkit';

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

const opened = new Map<string, Font>();

/** A font whose shapes can be asked for; opened once. */
export function openFont(name: keyof typeof FONT_FILES): Font {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const font = openSync(FONT_FILES[name]);
  if ('fonts' in font) throw new Error(`a collection of fonts: "${FONT_FILES[name]}"`);
  opened.set(name, font);
  return font;
}
