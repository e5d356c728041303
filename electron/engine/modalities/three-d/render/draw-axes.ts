import { type Camera, dot, type Vector } from './camera.ts';

type Point = readonly [x: number, y: number];

interface Axis {
  readonly name: 'X' | 'Y' | 'Z';
  readonly direction: Vector;
  readonly colour: string;
}

const AXES: readonly Axis[] = [
  { name: 'X', direction: [1, 0, 0], colour: '#d11f1f' },
  { name: 'Y', direction: [0, 1, 0], colour: '#16862b' },
  { name: 'Z', direction: [0, 0, 1], colour: '#1a5fd0' },
];
/** Strokes in a box of −1..1: no font is needed, which not every computer has. */
const LETTERS: Readonly<Record<Axis['name'], readonly (readonly Point[])[]>> = {
  X: [
    [
      [-0.7, -1],
      [0.7, 1],
    ],
    [
      [0.7, -1],
      [-0.7, 1],
    ],
  ],
  Y: [
    [
      [-0.7, -1],
      [0, 0],
      [0.7, -1],
    ],
    [
      [0, 0],
      [0, 1],
    ],
  ],
  Z: [
    [
      [-0.7, -1],
      [0.7, -1],
      [-0.7, 1],
      [0.7, 1],
    ],
  ],
};
const LETTER_SIZE = 0.19; // of an axis's length
const LENGTH = 0.075; // of the side
const ALONG_VIEW = 0.25; // shorter than this share of its length, an axis is drawn as a point

/** The axes in the lower left corner as SVG: each with its letter at its positive end. */
export function axesSvg(camera: Camera, sidePx: number): string {
  const length = LENGTH * sidePx;
  const drawn = [...AXES]
    // those that point towards the viewer in front
    .sort((a, b) => dot(a.direction, camera.back) - dot(b.direction, camera.back))
    .map((axis) => drawAxis(axis, camera, length));
  const width = sidePx / 220;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sidePx}" height="${sidePx}">`,
    `<g transform="translate(${1.9 * length},${sidePx - 1.9 * length})" fill="none" stroke-linecap="round">`,
    // white round the lines, so that they are seen on the object, too
    ...drawn.map((path) => `<path d="${path.d}" stroke="#ffffff" stroke-width="${3.5 * width}"/>`),
    ...drawn.map((path) => `<path d="${path.d}" stroke="${path.colour}" stroke-width="${width}"/>`),
    '</g></svg>',
  ].join('');
}

interface Path {
  readonly d: string;
  readonly colour: string;
}

function drawAxis({ name, direction, colour }: Axis, camera: Camera, length: number): Path {
  const x = dot(direction, camera.right);
  const y = -dot(direction, camera.up);
  const share = Math.hypot(x, y);
  if (share < ALONG_VIEW) {
    const aside = length * 0.42;
    const isTowards = dot(direction, camera.back) > 0;
    return { d: alongView(isTowards, length) + letterAt(name, [-aside, aside], length), colour };
  }
  const tip: Point = [x * length, y * length];
  const unit: Point = [x / share, y / share];
  const reach = share * length + length * 0.42;
  const letter = letterAt(name, [unit[0] * reach, unit[1] * reach], length);
  return { d: arrow(tip, unit, length * 0.18) + letter, colour };
}

function arrow([x, y]: Point, [unitX, unitY]: Point, head: number): string {
  const wing = (side: number) =>
    `M${x},${y}l${-head * (unitX + side * 0.5 * unitY)},${-head * (unitY - side * 0.5 * unitX)}`;
  return `M0,0L${x},${y}${wing(1)}${wing(-1)}`;
}

/** A dot in a circle comes towards the viewer, a cross in a circle goes away. */
function alongView(isTowards: boolean, length: number): string {
  const radius = length * 0.2;
  const cross = radius * 0.7;
  const inside = isTowards
    ? circle(radius * 0.2)
    : `M${-cross},${-cross}L${cross},${cross}M${cross},${-cross}L${-cross},${cross}`;
  return circle(radius) + inside;
}

const circle = (radius: number) =>
  `M${-radius},0a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0`;

function letterAt(name: Axis['name'], [x, y]: Point, length: number): string {
  const size = LETTER_SIZE * length;
  const lines = LETTERS[name].map((stroke) =>
    stroke.map(([dx, dy]) => `${x + dx * size},${y + dy * size}`).join('L'),
  );
  return lines.map((line) => `M${line}`).join('');
}
