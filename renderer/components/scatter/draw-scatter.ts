import { inkOn, mixColours } from '../chart/colour.ts';
import type { ChartTheme } from '../chart/chart-theme.ts';
import { formatCount } from '../score/format-score.ts';
import { marksOf, type Mark, type MarkSide, type MarkStyle } from './marks.ts';
import type { Pen } from './pen.ts';
import type { Plot } from './plot.ts';
import type { Area, ScatterPoints } from './scatter-area.ts';
import { SPREAD_BINS, spreadOf } from './spread.ts';

/** Everything that a scatter shows; what is brushed lies in a layer of its own. */
export interface ScatterPicture {
  readonly points: ScatterPoints;
  readonly plot: Plot;
  readonly style: MarkStyle;
  readonly theme: ChartTheme;
  readonly nameA: string;
  readonly nameB: string;
  /** What the figures are of, e.g. `SQCS`. */
  readonly metric: string;
}

const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

/** All of it, for a picture that is saved. */
export function drawScatter(pen: Pen, picture: ScatterPicture): void {
  drawScales(pen, picture);
  drawPoints(pen, picture);
  drawDiagonal(pen, picture);
}

/** All points, and how each model's figures are spread. */
export function drawPoints(pen: Pen, picture: ScatterPicture): void {
  const { points, plot, style } = picture;
  drawMarks(pen, marksOf(points, plot, style), picture);
  drawSpread(pen, picture, spreadOf(points.as), spreadOf(points.bs));
}

/** Grid, figures and names: what does not change with the points. */
export function drawScales(pen: Pen, picture: ScatterPicture): void {
  const { plot, theme } = picture;
  const { left, top, side } = plot;
  for (const tick of TICKS) {
    pen.line([plot.x(tick), top], [plot.x(tick), top + side], theme.line);
    pen.line([left, plot.y(tick)], [left + side, plot.y(tick)], theme.line);
    const text = String(tick * 100);
    pen.text(text, plot.x(tick), top + side + 14, { colour: theme.faint, align: 'middle' });
    pen.text(text, left - 6, plot.y(tick) + 4, { colour: theme.faint, align: 'end' });
  }
  pen.frame(left, top, side, side, theme.lineStrong);
  drawNames(pen, picture);
}

function drawNames(pen: Pen, { plot, theme, nameA, nameB, metric }: ScatterPicture): void {
  const { left, top, side } = plot;
  const { a, b } = theme.tones;
  const name = (letter: string, text: string) => `${letter} · ${text} · ${metric}`;
  const across = { colour: a.colour, align: 'middle', isBold: true } as const;
  pen.text(shorten(name('A', nameA)), left + side / 2, top + side + 32, across);
  const up = { colour: b.colour, align: 'middle', isBold: true, isUpright: true } as const;
  pen.text(shorten(name('B', nameB)), left - 38, top + side / 2, up);
  // outside of the corners: figures of a few values lie in them
  pen.text('B better', left - 2, top - 8, { colour: b.colour, align: 'end', isBold: true });
  pen.text('A better', left + side + 4, top + side + 14, { colour: a.colour, isBold: true });
}

/** The line on which both are the same, above all points. */
export function drawDiagonal(pen: Pen, { plot, theme }: ScatterPicture): void {
  pen.line([plot.x(0), plot.y(0)], [plot.x(1), plot.y(1)], theme.dim, [4, 4]);
}

const shorten = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);

function drawMarks(
  pen: Pen,
  marks: readonly Mark[],
  { style, theme }: Pick<ScatterPicture, 'style' | 'theme'>,
): void {
  const colours: Readonly<Record<MarkSide, string>> = {
    a: theme.tones.a.colour,
    tie: theme.dim,
    b: theme.tones.b.colour,
  };
  if (style.kind !== 'squares') {
    for (const { x, y, radius, strength, side } of marks)
      pen.circle(x, y, radius, colours[side], strength);
    return;
  }
  // squares of one colour together: to change it costs more than to fill one
  for (const alike of byColour(marks).values()) {
    const [first] = alike;
    if (first === undefined) continue;
    const fill = mixColours(theme.panel, colours[first.side], step(first) / STEPS);
    for (const { x, y, radius } of alike)
      pen.rect(Math.round(x - radius), Math.round(y - radius), 2 * radius, 2 * radius, fill);
  }
}

const STEPS = 10;
const SIDES: readonly MarkSide[] = ['a', 'tie', 'b'];
const step = ({ strength }: Mark) => Math.round(strength * STEPS);

function byColour(marks: readonly Mark[]): ReadonlyMap<number, readonly Mark[]> {
  const found = new Map<number, Mark[]>();
  for (const mark of marks) {
    const id = SIDES.indexOf(mark.side) * 2 * STEPS + step(mark);
    const alike = found.get(id);
    if (alike === undefined) found.set(id, [mark]);
    else alike.push(mark);
  }
  return found;
}

/** Bars above and on the right; as high as all points have it. */
function drawSpread(
  pen: Pen,
  { plot, points, theme }: ScatterPicture,
  spreadA: Uint32Array,
  spreadB: Uint32Array,
): void {
  const [ofA, ofB] = [theme.tones.a.colour, theme.tones.b.colour];
  const { top, left, side, marginPx } = plot;
  const mostA = Math.max(1, ...spreadOf(points.as));
  const mostB = Math.max(1, ...spreadOf(points.bs));
  for (let bin = 0; bin < SPREAD_BINS; bin++) {
    const [from, to] = [bin / SPREAD_BINS, (bin + 1) / SPREAD_BINS];
    const highA = (marginPx * (spreadA[bin] ?? 0)) / mostA;
    const highB = (marginPx * (spreadB[bin] ?? 0)) / mostB;
    const [x, y] = [plot.x(from), plot.y(to)];
    if (highA > 0) pen.rect(x + 0.5, top - 6 - highA, plot.x(to) - x - 1, highA, ofA);
    if (highB > 0) pen.rect(left + side + 6, y + 0.5, highB, plot.y(from) - y - 1, ofB);
  }
}

const LABEL_PX = 16;

/** What is brushed: its points at full strength, its part of the bars, and the rectangle. */
export function drawBrushed(
  pen: Pen,
  picture: ScatterPicture,
  area: Area,
  chosen: Uint32Array,
): void {
  const { points, plot, style, theme } = picture;
  drawMarks(pen, marksOf(points, plot, style, chosen), picture);
  drawSpread(pen, picture, spreadOf(points.as, chosen), spreadOf(points.bs, chosen));
  const [x, y] = [plot.x(area.minA), plot.y(area.maxB)];
  pen.frame(x, y, plot.x(area.maxA) - x, plot.y(area.minB) - y, theme.accent);
  const count = formatCount(chosen.length);
  const isHigh = y - plot.top < LABEL_PX;
  const [width, top] = [count.length * 7 + 8, isHigh ? y + 1 : y - LABEL_PX];
  pen.rect(x, top, width, LABEL_PX, theme.accent);
  pen.text(count, x + 4, top + 12, { colour: inkOn(theme.accent), isBold: true });
}
