import { lineChart, sample } from './chart.ts';
import { COLOR } from './palette.ts';
import type { Drawing } from './svg.ts';

/** Partial sum of the square wave's Fourier series with `terms` odd harmonics. */
export function squareWaveSum(x: number, terms: number): number {
  let sum = 0;
  for (let k = 0; k < terms; k++) sum += Math.sin((2 * k + 1) * x) / (2 * k + 1);
  return (4 / Math.PI) * sum;
}

/** Partial sums over two periods, the square wave behind them. */
export function fourierChart(
  terms: readonly number[],
  colors: readonly string[] = [COLOR.sky, COLOR.blue, COLOR.red],
  even = false,
): Drawing {
  const square = sample(0, 4 * Math.PI, 1200, (x) => (Math.sin(x) >= 0 ? 1 : -1));
  const wrong = (x: number, n: number) => {
    let sum = 0;
    for (let k = 1; k <= n; k++) sum += Math.sin(k * x) / k;
    return sum * 0.8;
  };
  return lineChart(
    {
      title: 'Fourier series of a square wave',
      subtitle: `Partial sums with ${terms.join(', ')} terms`,
      x: {
        label: 'x',
        min: 0,
        max: 4 * Math.PI,
        ticks: [0, Math.PI, 2 * Math.PI, 3 * Math.PI, 4 * Math.PI],
        format: (v) => ['0', 'π', '2π', '3π', '4π'][Math.round(v / Math.PI)] ?? '',
      },
      y: { label: 'f(x)', min: -1.5, max: 1.5, ticks: [-1, 0, 1] },
    },
    [
      { points: square, color: '#c9cfd8', width: 3 },
      ...terms.map((n, i) => ({
        points: sample(0, 4 * Math.PI, 900, (x) => (even ? wrong(x, n) : squareWaveSum(x, n))),
        color: colors[i % colors.length] ?? COLOR.ink,
        width: i === terms.length - 1 ? 3.5 : 2.5,
      })),
    ],
  );
}
