import { TEXT_PX, type Pen } from './pen.ts';

const number = (value: number) => String(Math.round(value * 100) / 100);
const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/** Writes an SVG file; `finish` gives its text. */
export function createSvgPen(
  widthPx: number,
  heightPx: number,
  font: string,
): Pen & { readonly finish: () => string } {
  const parts: string[] = [];
  const put = (name: string, facts: Readonly<Record<string, string | number>>, inner?: string) => {
    const list = Object.entries(facts).map(
      ([fact, value]) => ` ${fact}="${typeof value === 'number' ? number(value) : escape(value)}"`,
    );
    parts.push(`<${name}${list.join('')}${inner === undefined ? '/>' : `>${inner}</${name}>`}`);
  };
  const anchors = { start: 'start', middle: 'middle', end: 'end' } as const;
  return {
    rect: (x, y, width, height, fill) => put('rect', { x, y, width, height, fill }),
    circle: (cx, cy, r, fill, opacity) =>
      put('circle', { cx, cy, r, fill, 'fill-opacity': opacity }),
    ring: (cx, cy, r, stroke, widthPx) =>
      put('circle', { cx, cy, r, fill: 'none', stroke, 'stroke-width': widthPx }),
    frame: (x, y, width, height, stroke) =>
      put('rect', { x: x + 0.5, y: y + 0.5, width, height, fill: 'none', stroke }),
    line: ([x1, y1], [x2, y2], stroke, dash = []) =>
      put('line', {
        ...{ x1, y1, x2, y2, stroke },
        ...(dash.length === 0 ? {} : { 'stroke-dasharray': dash.join(' ') }),
      }),
    text: (text, x, y, { colour, align = 'start', sizePx = TEXT_PX, isBold, isUpright }) =>
      put(
        'text',
        {
          ...(isUpright === true
            ? { transform: `translate(${number(x)} ${number(y)}) rotate(-90)` }
            : { x, y }),
          fill: colour,
          'text-anchor': anchors[align],
          'font-size': sizePx,
          ...(isBold === true ? { 'font-weight': 600 } : {}),
        },
        escape(text),
      ),
    finish: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${number(widthPx)}" height="${number(heightPx)}" ` +
      `viewBox="0 0 ${number(widthPx)} ${number(heightPx)}" font-family="${escape(font)}">\n` +
      `${parts.join('\n')}\n</svg>\n`,
  };
}
