import { COLOR } from './palette.ts';
import { arrow, circle, drawing, rect, text, type Drawing } from './svg.ts';

/** Box breathing: a square with four phases of the same length. */
export function boxBreathing(
  seconds: number,
  color: string = COLOR.teal,
  title = 'Box breathing',
): Drawing {
  const [left, top, side] = [230, 170, 340];
  const [right, bottom] = [left + side, top + side];
  const corner = (x: number, y: number) =>
    circle(x, y, 15, { fill: '#fff', stroke: color, strokeWidth: 6 });
  const label = (x: number, y: number, body: string) =>
    text(x, y, body, 25, { textAnchor: 'middle', fontWeight: 650, fill: color });
  const parts = [
    text(400, 78, title, 36, { textAnchor: 'middle', fontWeight: 650 }),
    rect(left, top, side, side, { fill: '#fff', opacity: 0.7, rx: 26 }),
    arrow([left, bottom - 26], [left, top + 22], color, 7, 24),
    arrow([left + 26, top], [right - 22, top], color, 7, 24),
    arrow([right, top + 26], [right, bottom - 22], color, 7, 24),
    arrow([right - 26, bottom], [left + 22, bottom], color, 7, 24),
    corner(left, top),
    corner(right, top),
    corner(right, bottom),
    corner(left, bottom),
    label(left - 112, top + side / 2, 'breathe in'),
    label(left + side / 2, top - 30, 'hold'),
    label(right + 112, top + side / 2, 'breathe out'),
    label(left + side / 2, bottom + 52, 'hold'),
    text(400, top + side / 2 + 10, `${seconds} s`, 62, { textAnchor: 'middle', fontWeight: 700 }),
    text(400, top + side / 2 + 52, 'each side', 22, { textAnchor: 'middle', fill: COLOR.soft }),
  ];
  return drawing(800, 620, parts, '#eef6f4');
}
