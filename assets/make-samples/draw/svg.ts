import { FONT } from './palette.ts';

export type Point = readonly [number, number];

/** A finished drawing: its SVG text and its size in pixels. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Wraps parts into a drawing; without `background` it keeps its alpha channel. */
export function drawing(
  width: number,
  height: number,
  parts: readonly string[],
  background?: string,
): Drawing {
  const back = background === undefined ? '' : rect(0, 0, width, height, { fill: background });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">${back}${parts.join('')}</svg>`;
  return { svg, width, height };
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element; attribute names in camelCase become kebab-case, `undefined` ones are left out. */
export function element(name: string, attributes: Attributes, body = ''): string {
  const text = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${attributeName(key)}="${attributeValue(value)}"`)
    .join('');
  return body === '' ? `<${name}${text}/>` : `<${name}${text}>${body}</${name}>`;
}

function attributeName(key: string): string {
  return key === 'viewBox' ? key : key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
}

function attributeValue(value: string | number | undefined): string {
  return typeof value === 'number' ? String(round(value)) : escapeText(value ?? '');
}

/** Two decimals: keeps the files small and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

export function rect(x: number, y: number, width: number, height: number, a: Attributes): string {
  return element('rect', { x, y, width, height, ...a });
}

export function circle(cx: number, cy: number, r: number, a: Attributes): string {
  return element('circle', { cx, cy, r, ...a });
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, a: Attributes): string {
  return element('ellipse', { cx, cy, rx, ry, ...a });
}

export function line(x1: number, y1: number, x2: number, y2: number, a: Attributes): string {
  return element('line', { x1, y1, x2, y2, ...a });
}

export function path(d: string, a: Attributes): string {
  return element('path', { d, ...a });
}

/** A line through the points; `closed` joins the ends. */
export function polyline(points: readonly Point[], a: Attributes, closed = false): string {
  return path(pathOf(points, closed), { fill: 'none', strokeLinejoin: 'round', ...a });
}

export function pathOf(points: readonly Point[], closed = false): string {
  const steps = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`);
  return steps.join('') + (closed ? 'Z' : '');
}

/** A smooth curve through the points (Catmull–Rom as cubic Béziers). */
export function smoothPath(points: readonly Point[], closed = false): string {
  const n = points.length;
  const at = (i: number): Point =>
    points[closed ? (i + n) % n : Math.max(0, Math.min(n - 1, i))] ?? [0, 0];
  const parts = [`M${round(at(0)[0])} ${round(at(0)[1])}`];
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const c1 = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6] as const;
    const c2 = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6] as const;
    parts.push(
      `C${round(c1[0])} ${round(c1[1])} ${round(c2[0])} ${round(c2[1])} ${round(p2[0])} ${round(p2[1])}`,
    );
  }
  return parts.join('') + (closed ? 'Z' : '');
}

/** A text at a point; `size` in px. */
export function text(x: number, y: number, body: string, size: number, a: Attributes = {}): string {
  return element('text', { x, y, fontSize: size, fill: '#1f2733', ...a }, escapeText(body));
}

/** An arrow from one point to another, its head drawn as a triangle. */
export function arrow(from: Point, to: Point, color: string, width = 3, head = 12): string {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const back: Point = [to[0] - Math.cos(angle) * head, to[1] - Math.sin(angle) * head];
  const side = head * 0.55;
  const wing = (sign: number): Point => [
    back[0] + Math.sin(angle) * side * sign,
    back[1] - Math.cos(angle) * side * sign,
  ];
  return (
    line(from[0], from[1], back[0], back[1], { stroke: color, strokeWidth: width }) +
    polyline([to, wing(1), wing(-1)], { fill: color }, true)
  );
}

export function group(parts: readonly string[], a: Attributes = {}): string {
  return element('g', a, parts.join(''));
}
