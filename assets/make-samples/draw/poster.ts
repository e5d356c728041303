import { seededRandom } from '../rng.ts';
import {
  circle,
  drawing,
  element,
  ellipse,
  group,
  line,
  path,
  smoothPath,
  type Drawing,
  type Point,
} from './svg.ts';

/** Colours of the poster, from the sky's top to the nearest hill. */
export interface PosterColors {
  readonly sky: readonly [string, string, string];
  readonly sun: string;
  readonly hills: readonly string[];
  readonly tree: string;
}

export const EVENING: PosterColors = {
  sky: ['#2d2a55', '#c8577a', '#f6b26b'],
  sun: '#ffe3a3',
  hills: ['#a4506f', '#7c3f68', '#55325c', '#33244a'],
  tree: '#1d1733',
};

/** The same poster with every hue turned by half a circle. */
export const COMPLEMENT: PosterColors = {
  sky: ['#55582a', '#57c8a5', '#6bb0f6'],
  sun: '#a3c0ff',
  hills: ['#50a486', '#3f7c54', '#325c34', '#2f4a24'],
  tree: '#2d3317',
};

function ridge(level: number, width: number, height: number): string {
  const random = seededRandom(40 + level);
  const base = height * (0.52 + level * 0.115);
  const points: Point[] = [];
  for (let i = 0; i <= 8; i++)
    points.push([(width * i) / 8, base + (random() - 0.5) * (120 - level * 14)]);
  return `${smoothPath(points)}L${width} ${height}L0 ${height}Z`;
}

function pine(x: number, y: number, size: number, fill: string): string {
  const tiers = [0, 1, 2, 3]
    .map((i) => {
      const top = y - size + (size * i) / 4.6;
      const half = size * (0.13 + i * 0.06);
      return path(
        `M${x} ${top}L${x + half} ${top + size * 0.34}L${x - half} ${top + size * 0.34}Z`,
        { fill },
      );
    })
    .join('');
  return (
    tiers + line(x, y - size * 0.1, x, y + size * 0.06, { stroke: fill, strokeWidth: size * 0.05 })
  );
}

function bird(x: number, y: number, size: number, color: string): string {
  const d = `M${x - size} ${y}q${size * 0.5} ${-size * 0.7} ${size} 0q${size * 0.5} ${-size * 0.7} ${size} 0`;
  return path(d, { fill: 'none', stroke: color, strokeWidth: 4, strokeLinecap: 'round' });
}

/** A poster of hills at dusk, portrait format. */
export function poster(colors: PosterColors, width = 900, height = 1300): Drawing {
  const stops = colors.sky
    .map((color, i) => element('stop', { offset: i / 2, stopColor: color }))
    .join('');
  const gradient = `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">${stops}</linearGradient></defs>`;
  const [sunX, sunY] = [width * 0.62, height * 0.42];
  const halo = [190, 150, 115].map((r, i) =>
    circle(sunX, sunY, r, { fill: colors.sun, opacity: 0.12 + i * 0.1 }),
  );
  const trees = [
    [90, 1180, 250],
    [190, 1230, 330],
    [300, 1260, 210],
    [735, 1240, 300],
    [830, 1200, 230],
  ].map(([x = 0, y = 0, size = 0]) => pine(x, y, size, colors.tree));
  const parts = [
    gradient,
    element('rect', { x: 0, y: 0, width, height, fill: 'url(#sky)' }),
    ...halo,
    circle(sunX, sunY, 84, { fill: colors.sun }),
    ...colors.hills.map((fill, level) => path(ridge(level, width, height), { fill })),
    ellipse(width / 2, height * 1.02, width * 0.8, 90, { fill: colors.tree }),
    group(trees),
    bird(220, 300, 26, colors.tree),
    bird(290, 350, 19, colors.tree),
    bird(170, 385, 16, colors.tree),
  ];
  return drawing(width, height, parts);
}
