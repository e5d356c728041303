import { COAST, compass, forest, hills, RIVER, SIDE_RIVER, town, TOWNS } from './map-scenery.ts';
import { COLOR, SERIF } from './palette.ts';
import {
  circle,
  drawing,
  line,
  path,
  rect,
  smoothPath,
  text,
  type Drawing,
  type Point,
} from './svg.ts';

export interface MapLook {
  readonly title: string;
  /** Draws the salt road, with a station number at each town of it. */
  readonly route?: readonly Point[];
  readonly paper?: string;
  readonly sea?: string;
  readonly routeColor?: string;
}

/** A historical map in the style of an engraving, 2,000 × 1,300 px. */
export function historicalMap(look: MapLook): Drawing {
  const { paper = '#f3e7cb', sea = '#bfd3cf' } = look;
  const parts = [
    ...water(sea),
    hills(),
    forest(),
    italic(150, 1010, 'Grey', 40, '#44696a'),
    italic(140, 1060, 'Sound', 40, '#44696a'),
    italic(1046, 516, 'River Orrin', 27, '#3f6a74', 'rotate(-49 1046 516)'),
    ...(look.route ? road(look.route, look.routeColor ?? COLOR.red) : []),
    ...TOWNS.map((one) => town(one.name, one.at, one.big)),
    ...(look.route ? stations(look.route, look.routeColor ?? COLOR.red) : []),
    compass(1800, 1080),
    ...frame(look.title, paper),
  ];
  return drawing(2000, 1300, parts, paper);
}

function italic(
  x: number,
  y: number,
  body: string,
  size: number,
  fill: string,
  transform?: string,
) {
  return text(x, y, body, size, { fontFamily: SERIF, fontStyle: 'italic', fill, transform });
}

function water(sea: string): string[] {
  const coast = smoothPath(COAST);
  const river = (points: readonly Point[], strokeWidth: number) =>
    path(smoothPath(points), {
      fill: 'none',
      stroke: '#6d97a0',
      strokeWidth,
      strokeLinecap: 'round',
    });
  const ripples = [14, 30, 50].map((d, i) =>
    path(coast, {
      fill: 'none',
      stroke: '#5d7f7d',
      strokeWidth: 2,
      opacity: 0.5 - i * 0.13,
      transform: `translate(${-d} ${d * 0.3})`,
    }),
  );
  return [
    path(`${coast}L0 1300L0 480Z`, { fill: sea }),
    ...ripples,
    path(coast, { fill: 'none', stroke: '#4a3825', strokeWidth: 5 }),
    river(RIVER, 12),
    river(SIDE_RIVER, 8),
  ];
}

function road(route: readonly Point[], color: string): string[] {
  const d = smoothPath(route);
  return [
    path(d, { fill: 'none', stroke: '#fff6e0', strokeWidth: 18, opacity: 0.8 }),
    path(d, { fill: 'none', stroke: color, strokeWidth: 9, strokeDasharray: '26 14' }),
  ];
}

function stations(route: readonly Point[], color: string): string[] {
  const stops = TOWNS.filter((one) => route.some(([x, y]) => x === one.at[0] && y === one.at[1]));
  const look = { fill: '#fff', textAnchor: 'middle', fontWeight: 700 };
  return stops.flatMap((one, i) => {
    const [x, y] = [one.at[0] - 34, one.at[1] - 40];
    return [
      circle(x, y, 25, { fill: color, stroke: '#fff6e0', strokeWidth: 4 }),
      text(x, y + 11, String(i + 1), 30, look),
    ];
  });
}

function frame(title: string, paper: string): string[] {
  const border = { fill: 'none', stroke: '#4a3825' };
  const middle = { textAnchor: 'middle', fontFamily: SERIF, fill: '#33261a' };
  return [
    rect(36, 36, 1928, 1228, { ...border, strokeWidth: 8 }),
    rect(52, 52, 1896, 1196, { ...border, strokeWidth: 2 }),
    rect(96, 96, 700, 118, { fill: paper, stroke: '#4a3825', strokeWidth: 4 }),
    text(446, 152, title, 42, { ...middle, fontWeight: 700 }),
    text(446, 194, 'drawn from surveys of the year 1741', 25, {
      ...middle,
      fontStyle: 'italic',
      fill: '#5a452e',
    }),
    line(1500, 1200, 1700, 1200, { stroke: '#33261a', strokeWidth: 6 }),
    text(1600, 1186, '10 leagues', 26, middle),
  ];
}
