import { openFont } from '../fonts.ts';

/** Of this share and below, letters that cannot be drawn become a box; above, a PDF is no help. */
const MOST_MISSING = 0.02;

function isDrawable(letter: string): boolean {
  if (/\s/.test(letter)) return true;
  return openFont('regular').hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
}

/**
 * A text that our letters can draw.
 *
 * @returns the text, boxes in the place of rare signs; or the signs that are missing
 */
export function drawable(text: string): { readonly text: string } | { readonly missing: string[] } {
  // what only changes the look of an emoji is no sign of its own
  const letters = Array.from(text.replace(/[\u{fe00}-\u{fe0f}\u{200d}]/gu, ''));
  const missing = letters.filter((letter) => !isDrawable(letter));
  if (missing.length > letters.length * MOST_MISSING) return { missing: [...new Set(missing)] };
  return { text: letters.map((letter) => (isDrawable(letter) ? letter : '□')).join('') };
}
