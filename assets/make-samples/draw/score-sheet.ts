import type { Note } from '../sound/music.ts';
import { COLOR, SERIF } from './palette.ts';
import {
  circle,
  drawing,
  ellipse,
  line,
  path,
  rect,
  smoothPath,
  text,
  type Drawing,
  type Point,
} from './svg.ts';

const GAP = 15; // between two staff lines
const STEP_OF = [0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5, 6]; // pitch class → step of the scale

/** Staff steps above E4, the lowest line. */
function staffStep(midi: number): number {
  return (Math.floor(midi / 12) - 5) * 7 + (STEP_OF[midi % 12] ?? 0) - 2;
}

function clef(x: number, bottom: number): string {
  const y = (step: number) => bottom - step * (GAP / 2);
  const curl: Point[] = [
    [x + 14, y(2.9)],
    [x + 8, y(1.5)],
    [x + 18, y(0.9)],
    [x + 29, y(2.2)],
    [x + 23, y(4.1)],
    [x + 8, y(4)],
    [x + 0, y(1.6)],
    [x + 8, y(-0.7)],
    [x + 26, y(-0.8)],
    [x + 36, y(1.4)],
    [x + 24, y(5)],
    [x + 10, y(7.6)],
    [x + 14, y(10.6)],
    [x + 22, y(10.9)],
    [x + 24, y(8.8)],
    [x + 16, y(2)],
    [x + 22, y(-2.4)],
    [x + 14, y(-4)],
    [x + 7, y(-3)],
  ];
  return (
    path(smoothPath(curl), {
      fill: 'none',
      stroke: COLOR.ink,
      strokeWidth: 4.2,
      strokeLinecap: 'round',
    }) + circle(x + 9, y(-2.8), 5, { fill: COLOR.ink })
  );
}

function note(x: number, bottom: number, [midi, quarters]: Note, color: string): string {
  const step = staffStep(midi);
  const y = bottom - step * (GAP / 2);
  const parts: string[] = [];
  for (let s = -2; s >= step; s -= 2)
    parts.push(
      line(x - 17, bottom - s * (GAP / 2), x + 17, bottom - s * (GAP / 2), {
        stroke: COLOR.ink,
        strokeWidth: 2,
      }),
    );
  const hollow = quarters >= 2;
  parts.push(
    ellipse(x, y, 10.5, 7.4, {
      fill: hollow ? '#fff' : color,
      stroke: color,
      strokeWidth: 3,
      transform: `rotate(-20 ${x} ${y})`,
    }),
  );
  const up = step < 4;
  const [sx, sy] = [x + (up ? 9.5 : -9.5), y + (up ? -52 : 52)];
  parts.push(line(sx, y, sx, sy, { stroke: color, strokeWidth: 3 }));
  if (quarters === 0.5)
    parts.push(
      path(`M${sx} ${sy}q4 ${up ? 16 : -16} 18 ${up ? 22 : -22}`, {
        fill: 'none',
        stroke: color,
        strokeWidth: 4,
      }),
    );
  if (quarters === 1.5 || quarters === 3)
    parts.push(circle(x + 20, y - (step % 2 === 0 ? GAP / 2 : 0), 3.6, { fill: color }));
  return parts.join('');
}

export interface SheetLook {
  readonly title: string;
  readonly tempo?: string;
  readonly color?: string;
  readonly chords?: readonly string[];
}

/** A melody in 3/4 with one sharp, four bars a line. */
export function scoreSheet(melody: readonly Note[], look: SheetLook): Drawing {
  const { color = COLOR.ink } = look;
  const bars: Note[][] = [[]];
  let filled = 0;
  for (const one of melody) {
    if (filled >= 3) {
      bars.push([]);
      filled = 0;
    }
    bars.at(-1)?.push(one);
    filled += one[1];
  }
  const rows = Math.ceil(bars.length / 4);
  const [width, height] = [1200, 190 + rows * 190];
  const parts = [
    text(width / 2, 66, look.title, 34, {
      textAnchor: 'middle',
      fontFamily: SERIF,
      fontWeight: 700,
    }),
    text(70, 118, look.tempo ?? '', 22, {
      fontFamily: SERIF,
      fontStyle: 'italic',
      fill: COLOR.soft,
    }),
  ];
  for (let row = 0; row < rows; row++) {
    const bottom = 260 + row * 190;
    for (let i = 0; i < 5; i++)
      parts.push(
        line(60, bottom - i * GAP, 1140, bottom - i * GAP, {
          stroke: COLOR.soft,
          strokeWidth: 1.6,
        }),
      );
    parts.push(
      clef(72, bottom),
      text(122, bottom - 8 * (GAP / 2) + 12, '♯', 40, { fontFamily: "'DejaVu Sans'" }),
    );
    const start = row === 0 ? 214 : 170;
    if (row === 0)
      for (const [digit, dy] of [
        ['3', -GAP * 2 - 1],
        ['4', -1],
      ] as const)
        parts.push(
          text(178, bottom + dy, digit, 38, {
            textAnchor: 'middle',
            fontFamily: SERIF,
            fontWeight: 700,
          }),
        );
    const slot = (1140 - start) / 4;
    for (const [k, bar] of bars.slice(row * 4, row * 4 + 4).entries()) {
      const left = start + slot * k;
      let at = 0;
      for (const one of bar) {
        parts.push(note(left + 34 + (at / 3) * (slot - 46), bottom, one, color));
        at += one[1];
      }
      const chord = look.chords?.[row * 4 + k];
      if (chord)
        parts.push(text(left + 24, bottom - 100, chord, 24, { fontWeight: 650, fill: COLOR.blue }));
      const isLast = row * 4 + k === bars.length - 1;
      const x = left + slot;
      parts.push(
        line(isLast ? x - 9 : x, bottom, isLast ? x - 9 : x, bottom - GAP * 4, {
          stroke: COLOR.ink,
          strokeWidth: 2,
        }),
      );
      if (isLast) parts.push(rect(x - 5, bottom - GAP * 4, 5, GAP * 4, { fill: COLOR.ink }));
    }
  }
  return drawing(width, height, parts, COLOR.paper);
}
