import type { ChartSpec } from './chart-spec.ts';
import { drawPie } from './draw-pie.ts';
import { drawText, fitted, widthOf } from './letters.ts';
import { COLOURS, FRAME, INK, LABEL_PX, MUTED, TITLE_PX } from './look.ts';
import { figureText, ticksOf, type Ticks } from './ticks.ts';

type Plane = Exclude<ChartSpec, { readonly kind: 'pie' }>;

/** Where the axes stand, in pixels, and how values become pixels. */
interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly y: Ticks;
  readonly x: Ticks | undefined;
}

/** Draws a chart as SVG of {@link FRAME}'s size, on white. */
export function drawChart(chart: ChartSpec): string {
  const { width, height } = FRAME;
  const head = drawText(fitted(chart.title, width - 48, TITLE_PX), 24, 38, {
    sizePx: TITLE_PX,
    weight: 'bold',
    fill: INK,
  });
  const body = chart.kind === 'pie' ? drawPie(chart) : drawPlane(chart);
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="#fff"/>${head}${body}</svg>`;
}

function drawPlane(chart: Plane): string {
  const area = areaOf(chart);
  const marks =
    chart.kind === 'scatter'
      ? drawDots(chart, area)
      : chart.kind === 'bar'
        ? drawBars(chart, area)
        : drawLines(chart, area);
  return `${drawAxes(chart, area)}${marks}${drawLegend(chart, area)}`;
}

function areaOf(chart: Plane): Area {
  const ys =
    chart.kind === 'scatter'
      ? chart.series.flatMap(({ points }) => points.map(([, y]) => y))
      : chart.series.flatMap(({ values }) => values.filter((value) => value !== null));
  const xs =
    chart.kind === 'scatter' ? chart.series.flatMap(({ points }) => points.map(([x]) => x)) : [];
  const y = ticksOf(ys, chart.kind === 'bar');
  const widest = Math.max(...y.at.map((tick) => widthOf(figureText(tick), LABEL_PX)));
  const hasLegend = chart.series.some(({ name }) => name !== '');
  return {
    left: 24 + (chart.yLabel === '' ? 0 : 26) + widest + 10,
    right: FRAME.width - 28,
    top: (chart.title === '' ? 28 : 64) + (hasLegend ? 30 : 0),
    bottom: FRAME.height - 44 - (chart.xLabel === '' ? 0 : 28),
    y,
    x: chart.kind === 'scatter' ? ticksOf(xs, false, 8) : undefined,
  };
}

const atY = ({ top, bottom, y }: Area, value: number) =>
  bottom - ((value - y.from) / (y.to - y.from)) * (bottom - top);

const atX = ({ left, right, x }: Area, value: number) =>
  x === undefined ? left : left + ((value - x.from) / (x.to - x.from)) * (right - left);

/** Middle of a label's band. */
const bandX = ({ left, right }: Area, index: number, count: number) =>
  left + ((index + 0.5) / count) * (right - left);

function drawAxes(chart: Plane, area: Area): string {
  const { left, right, top, bottom } = area;
  const label = { sizePx: LABEL_PX, fill: MUTED };
  const parts = area.y.at.map((tick) => {
    const y = atY(area, tick);
    const line = `<path d="M${left} ${y}H${right}" stroke="${tick === 0 ? '#8a8f98' : '#e3e5e8'}"/>`;
    return line + drawText(figureText(tick), left - 8, y + 5, { ...label, anchor: 'end' });
  });
  if (chart.kind === 'scatter') {
    for (const tick of area.x?.at ?? []) {
      const x = atX(area, tick);
      parts.push(`<path d="M${x} ${bottom}v5" stroke="#8a8f98"/>`);
      parts.push(drawText(figureText(tick), x, bottom + 22, { ...label, anchor: 'middle' }));
    }
  } else parts.push(drawLabels(chart.labels, area));
  const middle = (left + right) / 2;
  parts.push(
    drawText(chart.xLabel, middle, FRAME.height - 18, { ...label, anchor: 'middle' }),
    drawText(chart.yLabel, 30, (top + bottom) / 2, { ...label, anchor: 'middle', turn: -90 }),
  );
  return parts.join('');
}

/** Names under the axis; of many, only every nth. */
function drawLabels(labels: readonly string[], area: Area): string {
  const room = (area.right - area.left) / labels.length;
  const every = Math.max(1, Math.ceil(48 / room));
  return labels
    .map((name, index) =>
      index % every === 0
        ? drawText(
            fitted(name, room * every - 6, LABEL_PX),
            bandX(area, index, labels.length),
            area.bottom + 22,
            { sizePx: LABEL_PX, fill: MUTED, anchor: 'middle' },
          )
        : '',
    )
    .join('');
}

function drawBars(chart: Extract<ChartSpec, { readonly labels: unknown }>, area: Area): string {
  const band = (area.right - area.left) / chart.labels.length;
  const width = (band * 0.72) / chart.series.length;
  return chart.series
    .flatMap(({ values }, one) =>
      values.map((value, index) => {
        if (value === null) return '';
        const x = area.left + index * band + band * 0.14 + one * width;
        const [from, to] = [atY(area, 0), atY(area, value)];
        const height = Math.max(1, Math.abs(to - from));
        return `<rect x="${x}" y="${Math.min(from, to)}" width="${Math.max(1, width - 1)}" height="${height}" fill="${colourOf(one)}"/>`;
      }),
    )
    .join('');
}

function drawLines(chart: Extract<ChartSpec, { readonly labels: unknown }>, area: Area): string {
  return chart.series
    .map(({ values }, one) => {
      const points = values.map((value, index) =>
        value === null
          ? undefined
          : ([bandX(area, index, values.length), atY(area, value)] as const),
      );
      // a gap is a gap: the line begins anew behind it
      const path = points.map((point, index) =>
        point === undefined
          ? ''
          : `${points[index - 1] === undefined ? 'M' : 'L'}${point[0]} ${point[1]}`,
      );
      const dots = points.length > 60 ? [] : points.map((point) => dot(point, 3.5, colourOf(one)));
      return `<path d="${path.join('')}" fill="none" stroke="${colourOf(one)}" stroke-width="2.5" stroke-linejoin="round"/>${dots.join('')}`;
    })
    .join('');
}

function drawDots(chart: Extract<ChartSpec, { readonly kind: 'scatter' }>, area: Area): string {
  return chart.series
    .flatMap(({ points }, one) =>
      points.map(([x, y]) => dot([atX(area, x), atY(area, y)], 4, colourOf(one), 0.75)),
    )
    .join('');
}

function dot(
  point: readonly [number, number] | undefined,
  radius: number,
  fill: string,
  opacity = 1,
): string {
  if (point === undefined) return '';
  return `<circle cx="${point[0]}" cy="${point[1]}" r="${radius}" fill="${fill}" fill-opacity="${opacity}"/>`;
}

function drawLegend(chart: Plane, area: Area): string {
  if (chart.series.every(({ name }) => name === '')) return '';
  const room = Math.min(220, (area.right - area.left) / chart.series.length);
  return chart.series
    .map(({ name }, one) => {
      const x = area.left + one * room;
      const y = area.top - 22;
      const text = fitted(name, room - 28, LABEL_PX);
      return `<rect x="${x}" y="${y - 10}" width="12" height="12" fill="${colourOf(one)}"/>${drawText(text, x + 18, y + 1, { sizePx: LABEL_PX, fill: INK })}`;
    })
    .join('');
}

const colourOf = (one: number) => COLOURS[one % COLOURS.length] ?? INK;
