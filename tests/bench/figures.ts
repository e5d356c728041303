/** One measured figure beside the bar that it is held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 's' | 'ms' | 'MB' | 'x' | 'count' | 'elements';
  /** What it must not exceed; absent for a figure that only informs. */
  readonly bar?: number;
  /** What it must reach, for a figure of which more is better. */
  readonly atLeast?: number;
  readonly note?: string;
}

/** Measures one part of the program; prints nothing itself. */
export interface Bench {
  readonly title: string;
  readonly run: () => Promise<readonly Figure[]>;
}

/** A line for a figure as measured, its bar beside it, and whether it is met. */
export function formatFigure({ name, value, unit, bar, atLeast, note }: Figure): string {
  const shown = `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}`;
  const held = [
    bar === undefined ? '' : `bar ${bar} ${unit}  ${verdict(value <= bar)}`,
    atLeast === undefined ? '' : `at least ${atLeast} ${unit}  ${verdict(value >= atLeast)}`,
  ].join('');
  return `${name.padEnd(58)}${shown.padStart(14)}   ${held}${note === undefined ? '' : `  (${note})`}`;
}

const verdict = (isMet: boolean) => (isMet ? 'met' : 'MISSED');

/** True when it has a bar and does not hold it; a figure that is no number holds none. */
export function isMissed({ value, bar, atLeast }: Figure): boolean {
  return (bar !== undefined && !(value <= bar)) || (atLeast !== undefined && !(value >= atLeast));
}

/** The share of the figures below which 95 % of the samples lie. */
export function percentile95(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
}

/** Runs something several times. @returns milliseconds of each run */
export async function timeEach<T>(
  inputs: readonly T[],
  run: (input: T) => unknown,
): Promise<number[]> {
  const samples: number[] = [];
  for (const input of inputs) {
    const start = performance.now();
    await run(input);
    samples.push(performance.now() - start);
  }
  return samples;
}
