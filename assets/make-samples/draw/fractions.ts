import { COLOR } from './palette.ts';
import { drawing, path, round, text, type Drawing } from './svg.ts';

function slices(
  cx: number,
  cy: number,
  r: number,
  parts: number,
  filled: number,
  color: string,
): string {
  return Array.from({ length: parts }, (_, i) => {
    const angle = (k: number) => (2 * Math.PI * k) / parts - Math.PI / 2;
    const [x1, y1] = [cx + r * Math.cos(angle(i)), cy + r * Math.sin(angle(i))];
    const [x2, y2] = [cx + r * Math.cos(angle(i + 1)), cy + r * Math.sin(angle(i + 1))];
    const d = `M${cx} ${cy}L${round(x1)} ${round(y1)}A${r} ${r} 0 0 1 ${round(x2)} ${round(y2)}Z`;
    return path(d, { fill: i < filled ? color : '#fff', stroke: COLOR.ink, strokeWidth: 3 });
  }).join('');
}

/** One frame of the lesson: three of four slices, which then split into six of eight. */
export function fractionFrame(t: number): Drawing {
  const split = t > 3.2;
  const shown = Math.min(3, Math.floor(t / 0.6));
  const parts = [
    text(320, 56, 'Equal fractions', 28, { textAnchor: 'middle', fontWeight: 650 }),
    slices(200, 220, 120, split ? 8 : 4, split ? 6 : shown, split ? COLOR.teal : COLOR.orange),
    text(470, 200, split ? '6' : '3', 58, { textAnchor: 'middle', fontWeight: 650 }),
    text(470, 270, split ? '8' : '4', 58, { textAnchor: 'middle', fontWeight: 650 }),
    path('M430 218H510', { stroke: COLOR.ink, strokeWidth: 5 }),
    text(320, 382, split ? 'the same amount, smaller pieces' : 'three of four pieces', 20, {
      textAnchor: 'middle',
      fill: COLOR.soft,
    }),
  ];
  return drawing(640, 410, parts, '#fffdf7');
}
