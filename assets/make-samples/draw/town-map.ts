import { COLOR } from './palette.ts';
import {
  circle,
  drawing,
  group,
  line,
  path,
  polyline,
  rect,
  smoothPath,
  text,
  type Drawing,
  type Point,
} from './svg.ts';

/** Sights of an invented old town, in px. */
export const SIGHTS: readonly { name: string; at: Point; label: Point }[] = [
  { name: 'Corn Gate', at: [190, 620], label: [150, 668] },
  { name: 'Weavers’ Row', at: [430, 480], label: [268, 452] },
  { name: 'Clock House', at: [650, 360], label: [560, 316] },
  { name: 'Lime Garden', at: [900, 250], label: [856, 198] },
  { name: 'Old Quay', at: [1090, 335], label: [1042, 290] },
];

const RIVER: readonly Point[] = [
  [-40, 150],
  [240, 210],
  [480, 170],
  [700, 190],
  [900, 380],
  [1090, 430],
  [1260, 620],
];

function blocks(): string {
  const rows: [number, number, number, number][] = [
    [70, 270, 150, 110],
    [240, 300, 150, 100],
    [80, 410, 130, 150],
    [240, 520, 130, 130],
    [410, 250, 130, 150],
    [560, 250, 130, 70],
    [480, 520, 150, 130],
    [660, 440, 120, 120],
    [650, 590, 160, 110],
    [820, 560, 110, 130],
    [1010, 620, 150, 90],
    [980, 130, 180, 130],
    [760, 60, 140, 80],
    [980, 40, 180, 60],
    [460, 40, 180, 90],
    [240, 40, 150, 100],
    [60, 40, 120, 60],
  ];
  return rows
    .map(([x, y, w, h], i) =>
      rect(x, y, w, h, {
        fill: i % 3 === 0 ? '#e9dcc6' : '#efe5d4',
        stroke: '#d8c7a8',
        strokeWidth: 2,
        rx: 8,
      }),
    )
    .join('');
}

export interface TownLook {
  readonly title: string;
  readonly color?: string;
  /** Stops in the order of the walk, as indices of `SIGHTS`. */
  readonly order?: readonly number[];
}

/** A walking map with numbered stops. */
export function townMap(look: TownLook): Drawing {
  const { color = COLOR.red, order = [0, 1, 2, 3, 4] } = look;
  const stops = order.flatMap((i) => SIGHTS[i] ?? []);
  const route = stops.flatMap((stop, i): Point[] => {
    const next = stops[i + 1];
    if (next === undefined) return [stop.at];
    const bend = i % 2 ? 26 : -26;
    return [stop.at, [(stop.at[0] + next.at[0]) / 2 + bend, (stop.at[1] + next.at[1]) / 2 + bend]];
  });
  const trees = Array.from({ length: 16 }, (_, i) =>
    circle(845 + (i % 4) * 36 + (i % 2) * 8, 236 + Math.floor(i / 4) * 30, 13, {
      fill: i % 3 ? '#86b26c' : '#6f9d58',
    }),
  );
  const parts = [
    blocks(),
    rect(815, 205, 170, 150, { fill: '#cfe3bd', rx: 18 }),
    group(trees),
    path(smoothPath(RIVER), {
      fill: 'none',
      stroke: '#a8cde3',
      strokeWidth: 64,
      strokeLinecap: 'round',
    }),
    ...[330, 760].map((x) =>
      rect(x, x === 330 ? 148 : 200, 34, 96, {
        fill: '#cbb38c',
        transform: x === 330 ? 'rotate(6 347 196)' : 'rotate(42 777 248)',
      }),
    ),
    text(120, 196, 'River Lem', 22, {
      fontStyle: 'italic',
      fill: '#3d7394',
      transform: 'rotate(12 120 196)',
    }),
    polyline(
      [
        [0, 395],
        [400, 405],
        [560, 420],
        [800, 420],
      ],
      { stroke: '#fff', strokeWidth: 16 },
    ),
    line(395, 240, 395, 720, { stroke: '#fff', strokeWidth: 16 }),
    line(640, 330, 640, 720, { stroke: '#fff', strokeWidth: 16 }),
    path(smoothPath(route), { fill: 'none', stroke: '#fff', strokeWidth: 13 }),
    path(smoothPath(route), {
      fill: 'none',
      stroke: color,
      strokeWidth: 7,
      strokeDasharray: '3 14',
      strokeLinecap: 'round',
    }),
  ];
  for (const [i, stop] of stops.entries()) {
    const [x, y] = stop.at;
    parts.push(
      circle(x, y, 24, { fill: color, stroke: '#fff', strokeWidth: 4 }),
      text(x, y + 10, String(i + 1), 27, { fill: '#fff', textAnchor: 'middle', fontWeight: 700 }),
      text(stop.label[0], stop.label[1], stop.name, 22, {
        fontWeight: 650,
        stroke: '#fbf7ee',
        strokeWidth: 6,
        paintOrder: 'stroke',
      }),
    );
  }
  parts.push(
    rect(36, 712, 420, 62, { fill: '#fffdf8', stroke: '#d8c7a8', strokeWidth: 2, rx: 8 }),
    text(60, 752, look.title, 25, { fontWeight: 650 }),
    line(1010, 748, 1140, 748, { stroke: COLOR.ink, strokeWidth: 4 }),
    text(1075, 736, '200 m', 19, { textAnchor: 'middle', fill: COLOR.soft }),
  );
  return drawing(1200, 800, parts, '#f7f1e4');
}
