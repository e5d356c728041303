import { COLOR } from './palette.ts';
import { drawing, line, rect, text, type Drawing } from './svg.ts';

/** Age groups of an invented town: women and men in hundreds. */
export const AGES: readonly (readonly [group: string, women: number, men: number])[] = [
  ['0–9', 41, 43],
  ['10–19', 45, 48],
  ['20–29', 62, 66],
  ['30–39', 71, 72],
  ['40–49', 58, 57],
  ['50–59', 66, 64],
  ['60–69', 55, 50],
  ['70–79', 39, 31],
  ['80–89', 24, 14],
  ['90+', 6, 2],
];

export interface PyramidLook {
  readonly title: string;
  readonly women?: string;
  readonly men?: string;
  /** Oldest at the bottom: upside down. */
  readonly upsideDown?: boolean;
}

/** Population pyramid: men to the left, women to the right. */
export function pyramid(look: PyramidLook): Drawing {
  const { women = COLOR.plum, men = COLOR.teal, upsideDown = false } = look;
  const [width, height, middle, gap, unit] = [1160, 800, 580, 56, 5.6];
  const bar = 54;
  const parts = [
    text(48, 58, look.title, 30, { fontWeight: 650 }),
    text(48, 92, 'Residents by age and sex, in hundreds', 20, { fill: COLOR.soft }),
    text(middle - gap - 210, 140, 'men', 24, { textAnchor: 'middle', fill: men, fontWeight: 650 }),
    text(middle + gap + 210, 140, 'women', 24, {
      textAnchor: 'middle',
      fill: women,
      fontWeight: 650,
    }),
  ];
  for (const value of [0, 20, 40, 60, 80])
    for (const side of [-1, 1]) {
      const x = middle + side * (gap + value * unit);
      parts.push(line(x, 160, x, 730, { stroke: COLOR.grid, strokeWidth: 1.5 }));
      parts.push(text(x, 760, String(value), 18, { textAnchor: 'middle', fill: COLOR.soft }));
    }
  for (const [i, [label, w, m]] of AGES.entries()) {
    const row = upsideDown ? i : AGES.length - 1 - i;
    const y = 168 + row * (bar + 2);
    parts.push(rect(middle - gap - m * unit, y, m * unit, bar - 6, { fill: men, rx: 3 }));
    parts.push(rect(middle + gap, y, w * unit, bar - 6, { fill: women, rx: 3 }));
    parts.push(text(middle, y + 32, label, 19, { textAnchor: 'middle' }));
    parts.push(
      text(middle - gap - m * unit - 10, y + 32, String(m), 17, {
        textAnchor: 'end',
        fill: COLOR.soft,
      }),
    );
    parts.push(text(middle + gap + w * unit + 10, y + 32, String(w), 17, { fill: COLOR.soft }));
  }
  return drawing(width, height, parts, COLOR.paper);
}
