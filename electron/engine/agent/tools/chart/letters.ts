import { openFont } from '../fonts.ts';

type Weight = 'regular' | 'bold';
/** Width of a line of text, in pixels. */
export function widthOf(text: string, sizePx: number, weight: Weight = 'regular'): number {
  const font = openFont(weight);
  return (font.layout(text).advanceWidth * sizePx) / font.unitsPerEm;
}

/** How a line of text stands. */
export interface Placing {
  readonly sizePx: number;
  readonly weight?: Weight;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill: string;
  /** Degrees, clockwise, round the point. */
  readonly turn?: number;
}

/**
 * A line of text as outlines, because a machine may have no fonts. Writing that our letters lack stays
 * text, and is drawn if the system has letters for it.
 */
export function drawText(text: string, x: number, y: number, placing: Placing): string {
  if (text === '') return '';
  const { sizePx, weight = 'regular', anchor = 'start', fill, turn = 0 } = placing;
  const font = openFont(weight);
  const place = `translate(${round(x)} ${round(y)})${turn === 0 ? '' : ` rotate(${turn})`}`;
  const points = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  if (!points.every((point) => font.hasGlyphForCodePoint(point))) {
    const style = `font-size="${sizePx}" font-family="sans-serif" text-anchor="${anchor}"`;
    return `<text transform="${place}" ${style} fill="${fill}">${escaped(text)}</text>`;
  }
  const { glyphs, positions, advanceWidth } = font.layout(text);
  const back = { start: 0, middle: advanceWidth / 2, end: advanceWidth }[anchor];
  let at = -back;
  const outlines = glyphs.map((glyph, index) => {
    const moved = glyph.path.translate(at + (positions[index]?.xOffset ?? 0), 0).toSVG();
    at += positions[index]?.xAdvance ?? 0;
    return moved;
  });
  const scale = sizePx / font.unitsPerEm;
  return `<path transform="${place} scale(${scale} ${-scale})" fill="${fill}" d="${outlines.join('')}"/>`;
}

/** Shortens a text to a width, with an ellipsis. */
export function fitted(text: string, widthPx: number, sizePx: number): string {
  if (widthOf(text, sizePx) <= widthPx) return text;
  let end = text.length;
  while (end > 1 && widthOf(`${text.slice(0, end)}…`, sizePx) > widthPx) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

const round = (value: number) => Math.round(value * 100) / 100;
const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\p{Cc}]/gu, ' ');
