import { addSeries, finish, plot, sample, type PlotOptions } from './chart.ts';
import { COLOR } from './palette.ts';
import { circle, line, rect, text, type Drawing } from './svg.ts';

/**
 * pH after adding `baseMl` of 0.1 M NaOH to 25 mL of a 0.1 M monoprotic acid, from the charge balance.
 *
 * @param pKa  undefined for a strong acid
 */
export function titrationPh(baseMl: number, pKa?: number): number {
  const volume = 25 + baseMl;
  const acid = (0.1 * 25) / volume;
  const sodium = (0.1 * baseMl) / volume;
  const excess = (ph: number) => {
    const h = 10 ** -ph;
    const anion = pKa === undefined ? acid : (acid * 10 ** -pKa) / (10 ** -pKa + h);
    return h + sodium - 1e-14 / h - anion;
  };
  let [low, high] = [0, 14];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

export interface TitrationChart {
  readonly title: string;
  readonly subtitle: string;
  readonly pKa?: number;
  readonly color?: string;
  readonly showBuffer?: boolean;
  readonly showStrong?: boolean;
  /** Moves the whole curve along x: what a careless model does. */
  readonly shiftMl?: number;
}

/** Titration curve with its equivalence point, and the buffer region where asked for. */
export function titrationChart(chart: TitrationChart): Drawing {
  const { pKa, color = COLOR.blue, shiftMl = 0 } = chart;
  const options: PlotOptions = {
    title: chart.title,
    subtitle: chart.subtitle,
    x: { label: 'NaOH added / mL', min: 0, max: 50, ticks: [0, 10, 20, 30, 40, 50] },
    y: { label: 'pH', min: 0, max: 14, ticks: [0, 2, 4, 6, 8, 10, 12, 14] },
  };
  const frame = plot(options);
  if (chart.showBuffer) {
    const [left, right] = [frame.x(5), frame.x(20)];
    frame.parts.push(
      rect(left, frame.top, right - left, frame.bottom - frame.top, { fill: '#e7f2ea' }),
      text((left + right) / 2, frame.top + 30, 'buffer region', 20, {
        textAnchor: 'middle',
        fill: COLOR.green,
        fontWeight: 600,
      }),
    );
  }
  if (chart.showStrong)
    addSeries(frame, {
      points: sample(0, 50, 500, (v) => titrationPh(v)),
      color: COLOR.faint,
      dash: '8 8',
      width: 3,
      label: 'strong acid, for comparison',
      labelAt: [0.6, 0.35],
    });
  addSeries(frame, {
    points: sample(0, 50, 900, (v) => titrationPh(Math.max(0, v - shiftMl), pKa)),
    color,
  });
  const equivalence = titrationPh(25, pKa);
  const [x, y] = [frame.x(25 + shiftMl), frame.y(equivalence)];
  frame.parts.push(
    line(x, y, x, frame.bottom, { stroke: COLOR.faint, strokeDasharray: '4 6', strokeWidth: 2 }),
    circle(x, y, 9, { fill: '#fff', stroke: COLOR.red, strokeWidth: 4 }),
    text(x + 22, y + 7, `equivalence, pH ${equivalence.toFixed(1)}`, 20, { fill: COLOR.red }),
  );
  if (chart.showBuffer && pKa !== undefined) {
    const [hx, hy] = [frame.x(12.5), frame.y(titrationPh(12.5, pKa))];
    frame.parts.push(
      circle(hx, hy, 8, { fill: '#fff', stroke: COLOR.green, strokeWidth: 4 }),
      text(hx - 148, hy - 64, 'half-equivalence', 20, { fill: COLOR.green }),
      text(hx - 148, hy - 38, `pH = pKa = ${pKa}`, 20, { fill: COLOR.green }),
    );
  }
  return finish(frame, options);
}
