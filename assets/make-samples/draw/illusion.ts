import { COLOR } from './palette.ts';
import { drawing, line, text, type Drawing } from './svg.ts';

export interface IllusionLook {
  readonly title: string;
  /** Draws rulers that show both shafts to be equal. */
  readonly proof?: boolean;
  readonly fins?: boolean;
  readonly color?: string;
  /** The lower shaft longer by this share: the "measured" illusion of a weak model. */
  readonly stretch?: number;
}

/** The Müller-Lyer figure: two shafts of the same length with fins inwards and outwards. */
export function mullerLyer(look: IllusionLook): Drawing {
  const { proof = false, fins = true, color = COLOR.ink, stretch = 0 } = look;
  const [left, right] = [290, 810];
  const grown = (right - left) * stretch;
  const stroke = { stroke: color, strokeWidth: 8, strokeLinecap: 'round' };
  const shaft = (y: number, outwards: boolean, extra: number) => {
    const [a, b] = [left - extra / 2, right + extra / 2];
    const sign = outwards ? -1 : 1;
    const fin = (x: number, side: number) =>
      [-70, 70].map((dy) => line(x, y, x + side * sign * 74, y + dy, stroke)).join('');
    return line(a, y, b, y, stroke) + (fins ? fin(a, 1) + fin(b, -1) : '');
  };
  const parts = [
    text(48, 60, look.title, 30, { fontWeight: 650 }),
    shaft(230, false, 0),
    shaft(470, true, grown),
  ];
  if (proof) {
    for (const x of [left, right])
      parts.push(
        line(x, 120, x, 600, { stroke: COLOR.red, strokeWidth: 3, strokeDasharray: '10 8' }),
      );
    parts.push(
      text(550, 612, 'both shafts: 520 px', 24, { textAnchor: 'middle', fill: COLOR.red }),
      line(left + 8, 632, right - 8, 632, { stroke: COLOR.red, strokeWidth: 3 }),
    );
  }
  return drawing(1100, 680, parts, COLOR.cream);
}
