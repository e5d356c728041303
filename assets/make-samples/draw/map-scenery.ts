import { seededRandom } from '../rng.ts';
import { SERIF } from './palette.ts';
import { circle, group, line, path, rect, smoothPath, text, type Point } from './svg.ts';

/** Towns of an invented country, in px of a map 2,000 px wide. */
export const TOWNS: readonly { name: string; at: Point; big: boolean }[] = [
  { name: 'Saltmouth', at: [420, 900], big: true },
  { name: 'Reedford', at: [760, 720], big: false },
  { name: 'Abbey Orrin', at: [1060, 560], big: true },
  { name: 'Kettle Pass', at: [1390, 420], big: false },
  { name: 'Ironhill', at: [1660, 300], big: true },
  { name: 'Long Weir', at: [1180, 860], big: false },
];

/** Coast line, from the upper to the lower edge. */
export const COAST: readonly Point[] = [
  [0, 480],
  [160, 520],
  [260, 640],
  [350, 800],
  [380, 920],
  [300, 1040],
  [360, 1140],
  [330, 1300],
];
/** The river, from its mouth to its source. */
export const RIVER: readonly Point[] = [
  [395, 890],
  [560, 830],
  [740, 745],
  [900, 680],
  [1050, 590],
  [1180, 470],
  [1260, 330],
  [1330, 180],
];
export const SIDE_RIVER: readonly Point[] = [
  [900, 680],
  [1040, 790],
  [1170, 870],
  [1380, 960],
  [1600, 1060],
];
/** The salt road, from the sea to the mines. */
export const ROUTE: readonly Point[] = [
  [420, 900],
  [600, 790],
  [760, 720],
  [910, 650],
  [1060, 560],
  [1220, 500],
  [1390, 420],
  [1530, 350],
  [1660, 300],
];

/** Points that hills keep away from: road, rivers, towns with their names. */
function isFree(x: number, y: number): boolean {
  const far = (points: readonly Point[], distance: number) =>
    points.every(([px, py]) => Math.hypot(px - x, py - y) > distance);
  const names = TOWNS.map((one): Point => [one.at[0] + 90, one.at[1] + 30]);
  return far(ROUTE, 84) && far(RIVER, 70) && far(SIDE_RIVER, 96) && far(names, 130);
}

/** Hatched hills that leave room for road, rivers and names. */
export function hills(): string {
  const random = seededRandom(12);
  const places: Point[] = [];
  while (places.length < 58) {
    const [x, y] = [1120 + random() * 780, 150 + random() * 640];
    if (y < 900 - (x - 1120) * 0.12 && isFree(x, y) && random() < 0.45 + (x - 1120) / 1400)
      places.push([x, y]);
  }
  places.sort((a, b) => a[1] - b[1]);
  return group(
    places.map(([x, y]) => {
      const h = 24 + random() * 30;
      const ridge: Point[] = [
        [x - h, y],
        [x - h * 0.3, y - h * 0.9],
        [x, y - h * 1.1],
        [x + h * 0.4, y - h * 0.7],
        [x + h, y],
      ];
      const hatch = [1, 2, 3].map((k) =>
        line(x + (h * k) / 6, y - h * (0.95 - k * 0.18), x + (h * k) / 4.4, y - h * 0.12, {
          stroke: '#7d6547',
          strokeWidth: 2,
          opacity: 0.7,
        }),
      );
      const look = { fill: '#eadfc2', stroke: '#7d6547', strokeWidth: 3 };
      return path(smoothPath(ridge), look) + hatch.join('');
    }),
  );
}

/** Two woods of single trees. */
export function forest(): string {
  const random = seededRandom(77);
  const trees: [number, number][] = [];
  for (let i = 0; i < 60; i++) trees.push([640 + random() * 420, 250 + random() * 250]);
  for (let i = 0; i < 26; i++) trees.push([620 + random() * 330, 950 + random() * 220]);
  trees.sort((a, b) => a[1] - b[1]);
  return trees
    .map(
      ([x, y]) =>
        line(x, y, x, y + 16, { stroke: '#6a5334', strokeWidth: 4 }) +
        circle(x, y - 6, 15, { fill: '#a9b384', stroke: '#66713f', strokeWidth: 2.5 }),
    )
    .join('');
}

/** A town with its name. */
export function town(name: string, [x, y]: Point, big: boolean): string {
  const dot = big
    ? rect(x - 13, y - 13, 26, 26, { fill: '#9c3b2e', stroke: '#3c2c1c', strokeWidth: 3 }) +
      path(`M${x - 18} ${y - 13}L${x} ${y - 34}L${x + 18} ${y - 13}Z`, {
        fill: '#b9543f',
        stroke: '#3c2c1c',
        strokeWidth: 3,
      })
    : circle(x, y, 11, { fill: '#f4e9cf', stroke: '#3c2c1c', strokeWidth: 4 });
  const label = {
    fontFamily: SERIF,
    fontStyle: big ? 'normal' : 'italic',
    fontWeight: big ? 700 : 400,
    fill: '#33261a',
  };
  return dot + text(x + 26, y + 34, name, big ? 34 : 28, label);
}

/** Compass rose. */
export function compass(x: number, y: number): string {
  const ray = (angle: number, length: number, fill: string) =>
    path(`M0 ${-length}L9 -9L0 0L-9 -9Z`, {
      fill,
      stroke: '#4a3825',
      strokeWidth: 1.5,
      transform: `translate(${x} ${y}) rotate(${angle})`,
    });
  return (
    circle(x, y, 62, { fill: 'none', stroke: '#4a3825', strokeWidth: 2 }) +
    [45, 135, 225, 315].map((a) => ray(a, 58, '#d8c69c')).join('') +
    [0, 90, 180, 270].map((a) => ray(a, 88, '#8c5a3a')).join('') +
    text(x, y - 98, 'N', 30, { textAnchor: 'middle', fontFamily: SERIF, fontWeight: 700 })
  );
}
