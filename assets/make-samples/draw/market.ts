import { addSeries, finish, plot, type PlotOptions } from './chart.ts';
import { COLOR } from './palette.ts';
import { circle, line, text, type Drawing, type Point } from './svg.ts';

/** Quantity demanded and supplied (thousand crates) at each price in euro: both linear. */
export const PRICES = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export const demandAt = (price: number) => 90 - 9 * price;
export const supplyAt = (price: number) => 6 + 5 * price;

export interface MarketLook {
  readonly title: string;
  readonly demand?: string;
  readonly supply?: string;
  /** A tax in euro a crate that moves supply up. */
  readonly tax: number;
  /** Moves demand instead of supply: the mistake of a weak model. */
  readonly wrong?: boolean;
}

/** Supply and demand with the equilibrium before and after the tax. */
export function marketChart(look: MarketLook): Drawing {
  const { demand = COLOR.blue, supply = COLOR.orange, tax, wrong = false } = look;
  const options: PlotOptions = {
    title: look.title,
    subtitle: `Weekly market for strawberries, tax of ${tax} € a crate`,
    x: { label: 'quantity / thousand crates', min: 0, max: 90, ticks: [0, 15, 30, 45, 60, 75, 90] },
    y: { label: 'price / €', min: 0, max: 10, ticks: [0, 2, 4, 6, 8, 10] },
  };
  const frame = plot(options);
  const curve = (f: (p: number) => number, shift = 0): Point[] =>
    [0, 10].map((p): Point => [f(p), p + shift]).map(([q, p]) => clipped(q, p, f, shift));
  addSeries(frame, { points: curve(demandAt), color: demand, label: 'demand', labelAt: [74, 2.3] });
  addSeries(frame, {
    points: curve(supplyAt),
    color: supply,
    label: 'supply',
    labelAt: [52.5, 8.5],
  });
  const moved = wrong ? demandAt : supplyAt;
  const shift = wrong ? -tax : tax;
  addSeries(frame, {
    points: curve(moved, shift),
    color: wrong ? demand : supply,
    dash: '10 8',
    label: wrong ? 'demand with tax' : 'supply with tax',
    labelAt: wrong ? [56, 0.7] : [18.5, 8.9],
  });
  const before = 6;
  const after = wrong ? (84 - 9 * tax) / 14 : (84 + 5 * tax) / 14;
  mark(before, demandAt(before), 'E₀');
  mark(after, wrong ? supplyAt(after) : demandAt(after), 'E₁');
  return finish(frame, options);

  function mark(price: number, quantity: number, name: string): void {
    const [x, y] = [frame.x(quantity), frame.y(price)];
    const dash = { stroke: COLOR.faint, strokeWidth: 2, strokeDasharray: '4 6' };
    frame.parts.push(
      line(frame.left, y, x, y, dash),
      line(x, y, x, frame.bottom, dash),
      circle(x, y, 9, { fill: '#fff', stroke: COLOR.ink, strokeWidth: 4 }),
      text(x + 16, y - 14, name, 24, { fontWeight: 650 }),
    );
  }
}

// keeps a line inside the frame: 0 ≤ price ≤ 10 and 0 ≤ quantity ≤ 90
function clipped(q: number, p: number, f: (p: number) => number, shift: number): Point {
  const price = Math.max(0, Math.min(10, p));
  const quantity = p === price ? q : f(price - shift);
  return [Math.max(0, Math.min(90, quantity)), price];
}
