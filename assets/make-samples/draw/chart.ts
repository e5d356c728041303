import { COLOR } from './palette.ts';
import {
  circle,
  drawing,
  line,
  pathOf,
  path,
  polyline,
  text,
  type Drawing,
  type Point,
} from './svg.ts';

export interface Axis {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  readonly format?: (value: number) => string;
}

export interface Series {
  readonly points: readonly Point[];
  readonly color: string;
  readonly label?: string;
  /** Where the label stands, in data units; the last point otherwise. */
  readonly labelAt?: Point;
  readonly dash?: string;
  readonly markers?: boolean;
  readonly fillBelow?: boolean;
  readonly width?: number;
  readonly noLine?: boolean;
}

/** A frame with axes, and the functions that turn data into pixels. */
export interface Plot {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly parts: string[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlotOptions {
  readonly width?: number;
  readonly height?: number;
  readonly title: string;
  readonly subtitle?: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly background?: string;
}

/** Title, grid, axes with ticks and labels; series and notes are then added to `parts`. */
export function plot(options: PlotOptions): Plot {
  const { width = 1200, height = 760, title, subtitle, x, y } = options;
  const [left, right, top, bottom] = [104, width - 48, subtitle ? 132 : 104, height - 88];
  const toX = (v: number) => left + ((v - x.min) / (x.max - x.min)) * (right - left);
  const toY = (v: number) => bottom - ((v - y.min) / (y.max - y.min)) * (bottom - top);
  const parts = [text(left - 56, 56, title, 30, { fontWeight: 650 })];
  if (subtitle) parts.push(text(left - 56, 90, subtitle, 20, { fill: COLOR.soft }));
  for (const tick of y.ticks) {
    parts.push(line(left, toY(tick), right, toY(tick), { stroke: COLOR.grid, strokeWidth: 1.5 }));
    parts.push(tickText(left - 14, toY(tick) + 6, y, tick, 'end'));
  }
  for (const tick of x.ticks) {
    parts.push(line(toX(tick), bottom, toX(tick), bottom + 7, { stroke: COLOR.faint }));
    parts.push(tickText(toX(tick), bottom + 32, x, tick, 'middle'));
  }
  parts.push(line(left, bottom, right, bottom, { stroke: COLOR.soft, strokeWidth: 1.8 }));
  const middleY = (top + bottom) / 2;
  parts.push(
    text((left + right) / 2, height - 24, x.label, 20, { textAnchor: 'middle', fill: COLOR.soft }),
    text(36, middleY, y.label, 20, {
      textAnchor: 'middle',
      fill: COLOR.soft,
      transform: `rotate(-90 36 ${middleY})`,
    }),
  );
  return { x: toX, y: toY, parts, left, right, top, bottom };
}

function tickText(x: number, y: number, axis: Axis, value: number, anchor: string): string {
  const label = axis.format?.(value) ?? String(value);
  return text(x, y, label, 18, { textAnchor: anchor, fill: COLOR.soft });
}

/** Adds one series: line, markers, area and its direct label. */
export function addSeries(target: Plot, series: Series): void {
  const points = series.points.map(([x, y]): Point => [target.x(x), target.y(y)]);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return;
  if (series.fillBelow) {
    const area: Point[] = [...points, [last[0], target.bottom], [first[0], target.bottom]];
    target.parts.push(path(pathOf(area, true), { fill: series.color, opacity: 0.14 }));
  }
  if (!series.noLine)
    target.parts.push(
      polyline(points, {
        stroke: series.color,
        strokeWidth: series.width ?? 4,
        strokeDasharray: series.dash,
        strokeLinecap: 'round',
      }),
    );
  if (series.markers || series.noLine)
    for (const [x, y] of points)
      target.parts.push(circle(x, y, 6.5, { fill: series.color, stroke: '#fff', strokeWidth: 2 }));
  if (series.label) {
    const at = series.labelAt;
    const [x, y] = at ? [target.x(at[0]), target.y(at[1])] : [last[0] - 4, last[1] - 16];
    const anchor = at ? 'start' : 'end';
    target.parts.push(
      text(x, y, series.label, 20, { fill: series.color, fontWeight: 600, textAnchor: anchor }),
    );
  }
}

/** A finished line chart. */
export function lineChart(options: PlotOptions, series: readonly Series[]): Drawing {
  const frame = plot(options);
  for (const one of series) addSeries(frame, one);
  return finish(frame, options);
}

export function finish(frame: Plot, options: PlotOptions): Drawing {
  const { width = 1200, height = 760, background = COLOR.paper } = options;
  return drawing(width, height, frame.parts, background);
}

/** Points of a function over a range. */
export function sample(from: number, to: number, n: number, f: (x: number) => number): Point[] {
  return Array.from({ length: n + 1 }, (_, i): Point => {
    const x = from + ((to - from) * i) / n;
    return [x, f(x)];
  });
}
