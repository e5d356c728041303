import { COLOR } from './palette.ts';
import { drawing, group, line, path, rect, text, type Drawing } from './svg.ts';

/** A wall in metres between two corners of the grid, outer walls thicker. */
export interface Wall {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly outer: boolean;
}

/** A small house of 9 m × 6 m: living room, kitchen, bath, bedroom. Openings are gaps between walls. */
export const WALLS: readonly Wall[] = [
  { from: [0, 0], to: [9, 0], outer: true },
  { from: [9, 0], to: [9, 6], outer: true },
  { from: [9, 6], to: [3.4, 6], outer: true },
  { from: [2.4, 6], to: [0, 6], outer: true },
  { from: [0, 6], to: [0, 0], outer: true },
  { from: [5, 0], to: [5, 1.6], outer: false },
  { from: [5, 2.5], to: [5, 3.2], outer: false },
  { from: [5, 3.2], to: [6.2, 3.2], outer: false },
  { from: [7, 3.2], to: [9, 3.2], outer: false },
  { from: [5, 3.2], to: [5, 4.4], outer: false },
  { from: [5, 5.3], to: [5, 6], outer: false },
];

const SCALE = 108;
const [LEFT, TOP] = [114, 120];
const x = (m: number) => LEFT + m * SCALE;
const y = (m: number) => TOP + m * SCALE;

function door(
  hinge: readonly [number, number],
  leaf: readonly [number, number],
  end: readonly [number, number],
): string {
  const radius = Math.hypot(leaf[0] - hinge[0], leaf[1] - hinge[1]) * SCALE;
  const cross =
    (leaf[0] - hinge[0]) * (end[1] - hinge[1]) - (leaf[1] - hinge[1]) * (end[0] - hinge[0]);
  const sweep = cross > 0 ? 1 : 0;
  const arc = `M${x(leaf[0])} ${y(leaf[1])}A${radius} ${radius} 0 0 ${sweep} ${x(end[0])} ${y(end[1])}`;
  return (
    path(arc, { fill: 'none', stroke: COLOR.faint, strokeWidth: 2 }) +
    line(x(hinge[0]), y(hinge[1]), x(leaf[0]), y(leaf[1]), { stroke: COLOR.ink, strokeWidth: 4 })
  );
}

function room(mx: number, my: number, name: string, area: string): string {
  return (
    text(x(mx), y(my), name, 24, { textAnchor: 'middle', fontWeight: 600 }) +
    text(x(mx), y(my) + 30, area, 20, { textAnchor: 'middle', fill: COLOR.soft })
  );
}

function dimension(x1: number, y1: number, x2: number, y2: number, label: string): string {
  const vertical = x1 === x2;
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const tick = (px: number, py: number) =>
    line(px - 7, py + 7, px + 7, py - 7, { stroke: COLOR.soft, strokeWidth: 2 });
  return (
    line(x1, y1, x2, y2, { stroke: COLOR.soft, strokeWidth: 1.5 }) +
    tick(x1, y1) +
    tick(x2, y2) +
    text(mx, my - 10, label, 20, {
      textAnchor: 'middle',
      fill: COLOR.soft,
      transform: vertical ? `rotate(-90 ${mx} ${my})` : undefined,
    })
  );
}

function furniture(): string[] {
  const look = { fill: COLOR.mist, stroke: COLOR.faint, strokeWidth: 2, rx: 6 };
  const box = (mx: number, my: number, w: number, h: number) =>
    rect(x(mx), y(my), w * SCALE, h * SCALE, look);
  return [
    box(0.3, 0.5, 0.9, 2.2),
    box(1.6, 1.1, 1.1, 0.7),
    box(0.3, 4.2, 1.5, 0.8),
    box(5.3, 0.25, 3.4, 0.6),
    box(8.2, 0.85, 0.6, 1.3),
    box(6.9, 4.0, 1.8, 1.6),
    box(7.0, 4.1, 0.7, 0.5),
    box(7.9, 4.1, 0.7, 0.5),
    rect(x(5.3), y(3.5), 0.5 * SCALE, 0.7 * SCALE, look),
  ];
}

/** The plan at 1:50 with rooms, doors, furniture and dimensions. */
export function floorPlan(): Drawing {
  const floor = rect(x(0), y(0), 9 * SCALE, 6 * SCALE, { fill: '#fdfcf8' });
  const walls = WALLS.map((wall) =>
    line(x(wall.from[0]), y(wall.from[1]), x(wall.to[0]), y(wall.to[1]), {
      stroke: COLOR.ink,
      strokeWidth: wall.outer ? 22 : 12,
      strokeLinecap: 'square',
    }),
  );
  const window = (x1: number, y1: number, x2: number, y2: number) =>
    line(x(x1), y(y1), x(x2), y(y2), { stroke: '#fff', strokeWidth: 14 }) +
    line(x(x1), y(y1), x(x2), y(y2), { stroke: COLOR.blue, strokeWidth: 3 });
  const parts = [
    text(48, 58, 'Garden house, ground floor, 1:50', 28, { fontWeight: 650 }),
    floor,
    ...furniture(),
    group(walls),
    window(1.4, 0, 3.4, 0),
    window(0, 2.9, 0, 4.0),
    window(6.2, 0, 8, 0),
    window(9, 4, 9, 5.2),
    door([3.4, 6], [3.4, 5.0], [2.4, 6]),
    door([5, 1.6], [4.1, 1.6], [5, 2.5]),
    door([6.2, 3.2], [6.2, 4.0], [7, 3.2]),
    door([5, 4.4], [4.1, 4.4], [5, 5.3]),
    room(3.2, 3.3, 'Living room', '30.0 m²'),
    room(6.9, 1.7, 'Kitchen', '12.8 m²'),
    room(5.95, 5.3, 'Bedroom', '11.2 m²'),
    dimension(x(0), y(6) + 62, x(9), y(6) + 62, '9.00 m'),
    dimension(x(9) + 58, y(6), x(9) + 58, y(0), '6.00 m'),
  ];
  return drawing(1220, 880, parts, COLOR.paper);
}
