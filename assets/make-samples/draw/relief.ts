import sharp from 'sharp';
import { gaussian, seededRandom } from '../rng.ts';
import type { Vec } from '../mesh/mesh.ts';
import { COLOR } from './palette.ts';
import { drawing, line, rect, text, type Drawing } from './svg.ts';

const PEAKS: readonly (readonly [number, number, number, number])[] = [
  [0.3, 0.35, 620, 0.16],
  [0.62, 0.28, 480, 0.13],
  [0.72, 0.66, 710, 0.17],
  [0.2, 0.8, 260, 0.12],
  [0.46, 0.57, -560, 0.11],
];

/** Height in metres over a square of 4 km; u and v in 0..1. */
export function heightAt(u: number, v: number): number {
  let h = 240 + 90 * Math.sin(u * 3.1 + 0.6) * Math.cos(v * 2.4);
  for (const [x, y, height, width] of PEAKS)
    h += height * Math.exp(-((u - x) ** 2 + (v - y) ** 2) / (2 * width * width));
  return Math.max(228, h + 7 * Math.sin(u * 29 + v * 11) * Math.sin(v * 31 - u * 7));
}

/** A scan of the terrain: points in metres, slightly noisy, none where a lake lies. */
export function terrainCloud(count: number): Vec[] {
  const random = seededRandom(31);
  const points: Vec[] = [];
  while (points.length < count) {
    const [u, v] = [random(), random()];
    const h = heightAt(u, v);
    if (h > 235) points.push([u * 4000, h + gaussian(random) * 1.5, v * 4000]);
  }
  return points;
}

const TINTS: readonly (readonly [number, string])[] = [
  [200, '#8fbfd6'],
  [236, '#a9cfa0'],
  [380, '#cfdca6'],
  [520, '#eadcae'],
  [680, '#d9b88a'],
  [840, '#b98f6d'],
  [1000, '#f4efe9'],
];

const FIRST_TINT = [0, '#ffffff'] as const;

function tint(h: number): [number, number, number] {
  if (h < 236) return [143, 191, 214];
  const i = Math.max(
    1,
    TINTS.findIndex(([at]) => at >= h),
  );
  const low = TINTS[i - 1] ?? FIRST_TINT;
  const high = TINTS[i] ?? FIRST_TINT;
  const share = Math.max(0, Math.min(1, (h - low[0]) / (high[0] - low[0])));
  const channel = (at: number) => {
    const [a, b] = [low, high].map(([, hex]) => parseInt(hex.slice(at, at + 2), 16));
    return (a ?? 0) + ((b ?? 0) - (a ?? 0)) * share;
  };
  return [channel(1), channel(3), channel(5)];
}

export interface ReliefLook {
  readonly title: string;
  /** Contour interval in metres; 0 draws none. */
  readonly contour: number;
  readonly shaded?: boolean;
  readonly peaks?: boolean;
}

/** Relief map: colours by height, light from the north-west, contours, scale. */
export async function reliefMap(look: ReliefLook): Promise<Drawing> {
  const size = 900;
  const pixels = Buffer.alloc(size * size * 3);
  const { contour, shaded = true } = look;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const [u, v, d] = [x / size, y / size, 1 / size];
      const h = heightAt(u, v);
      const slope = (heightAt(u + d, v) - h + (heightAt(u, v + d) - h)) / (8000 * d);
      const light = shaded && h > 236 ? Math.max(0.6, Math.min(1.16, 1 + slope * 0.55)) : 1;
      const next = Math.min(heightAt(u + d, v), heightAt(u, v + d));
      const far = Math.max(heightAt(u + d, v), heightAt(u, v + d));
      const crosses = (step: number) =>
        Math.floor(Math.min(h, next) / step) !== Math.floor(Math.max(h, far) / step);
      const ink = contour > 0 && crosses(contour) ? (crosses(contour * 5) ? 0.55 : 0.78) : 1;
      for (const [c, value] of tint(h).entries())
        pixels[(y * size + x) * 3 + c] = Math.max(
          0,
          Math.min(255, Math.round(value * light * ink)),
        );
    }
  const bytes = await sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .png()
    .toBuffer();
  const at = 60;
  const image = `<image x="${at}" y="100" width="${size}" height="${size}" href="data:image/png;base64,${bytes.toString('base64')}"/>`;
  const names = look.peaks
    ? [
        [0.3, 0.35],
        [0.62, 0.28],
        [0.72, 0.66],
      ].map(([nearU = 0, nearV = 0]) => {
        const [u, v] = topNear(nearU, nearV);
        return peakLabel(at + u * size, 100 + v * size, heightAt(u, v));
      })
    : [];
  const scale = [
    line(at, 1030, at + size / 4, 1030, { stroke: COLOR.ink, strokeWidth: 4 }),
    text(at + size / 4 + 16, 1037, '1 km', 20, { fill: COLOR.soft }),
    text(at + size, 1037, contour > 0 ? `contours every ${contour} m` : '', 20, {
      textAnchor: 'end',
      fill: COLOR.soft,
    }),
  ];
  const frame = rect(at, 100, size, size, { fill: 'none', stroke: COLOR.ink, strokeWidth: 2 });
  const parts = [
    text(at, 62, look.title, 30, { fontWeight: 650 }),
    image,
    frame,
    ...names,
    ...scale,
  ];
  return drawing(1020, 1070, parts, COLOR.paper);
}

/** The highest point within 0.08 of a place. */
function topNear(u: number, v: number): [number, number] {
  let best: [number, number] = [u, v];
  for (let i = -40; i <= 40; i++)
    for (let j = -40; j <= 40; j++) {
      const place: [number, number] = [u + i * 0.002, v + j * 0.002];
      if (heightAt(...place) > heightAt(...best)) best = place;
    }
  return best;
}

function peakLabel(x: number, y: number, height: number): string {
  const label = `${Math.round(height)} m`;
  return (
    text(x, y + 4, '▲', 18, { textAnchor: 'middle' }) +
    text(x + 14, y + 4, label, 21, {
      fontWeight: 650,
      stroke: '#fff',
      strokeWidth: 4,
      paintOrder: 'stroke',
    })
  );
}
