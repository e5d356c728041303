/** An axis with round numbers. */
export interface Ticks {
  readonly from: number;
  readonly to: number;
  readonly at: readonly number[];
}

/** Round numbers that hold all values between them; with 0 where bars stand on it. */
export function ticksOf(values: readonly number[], withZero: boolean, wanted = 5): Ticks {
  let low = values.reduce((least, value) => Math.min(least, value), withZero ? 0 : Infinity);
  let high = values.reduce((most, value) => Math.max(most, value), withZero ? 0 : -Infinity);
  if (low === high) {
    const half = Math.abs(low) > 0 ? Math.abs(low) / 2 : 0.5;
    if (!withZero || low === 0) low -= withZero ? 0 : half;
    high += half;
  }
  const rough = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  const from = Math.floor(low / step) * step;
  const count = Math.ceil((high - from) / step - 1e-9);
  const at = Array.from({ length: count + 1 }, (_, index) => exact(from + index * step));
  return { from: exact(from), to: at.at(-1) ?? high, at };
}

const exact = (value: number) => Number(value.toPrecision(12));

/** A number as it stands on an axis. */
export function figureText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e9 || size < 1e-4)) return value.toExponential(1).replace('e+', 'e');
  return value.toLocaleString('en-US', { maximumFractionDigits: size < 1 ? 4 : 2 });
}
