import { drawing, element, rect, type Drawing } from './svg.ts';

/** A sett: colour and width in threads, mirrored at its ends. */
export type Sett = readonly (readonly [color: string, threads: number])[];

export const FOREST_SETT: Sett = [
  ['#1f3d2b', 34],
  ['#e8d9b5', 3],
  ['#1f3d2b', 10],
  ['#7b1f2b', 22],
  ['#16273f', 28],
  ['#d9a321', 3],
];

export const AUTUMN_SETT: Sett = [
  ['#6e3b1f', 34],
  ['#f3e2c0', 3],
  ['#6e3b1f', 10],
  ['#c9772b', 22],
  ['#3d4a2a', 28],
  ['#e8c34a', 3],
];

/** Woven cloth: warp and weft of the same sett, blended as in a twill. */
export function tartan(sett: Sett, size = 900, scale = 2.25): Drawing {
  const order = [...sett, ...[...sett].slice(1, -1).reverse()];
  const stripes: { at: number; width: number; color: string }[] = [];
  for (let at = 0, i = 0; at < size; i++) {
    const [color, threads] = order[i % order.length] ?? ['#000', 10];
    stripes.push({ at, width: threads * scale, color });
    at += threads * scale;
  }
  const twill =
    '<defs><pattern id="t" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="#fff" stroke-width="2.6"/></pattern><mask id="m"><rect width="100%" height="100%" fill="url(#t)"/></mask></defs>';
  const warp = stripes.map((s) => rect(s.at, 0, s.width, size, { fill: s.color }));
  const weft = stripes.map((s) => rect(0, s.at, size, s.width, { fill: s.color }));
  return drawing(size, size, [
    twill,
    ...warp,
    element('g', { opacity: 0.42 }, weft.join('')),
    element('g', { mask: 'url(#m)' }, weft.join('')),
  ]);
}
