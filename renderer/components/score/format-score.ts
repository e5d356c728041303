/** A score in [0, 1] as it is shown: ×100 with one decimal. */
export function formatScore(value: number): string {
  return (value * 100).toFixed(1);
}

/** A difference of two scores, ×100 with one decimal and its sign; a true minus, and 0 without one. */
export function formatDelta(difference: number): string {
  const text = (Math.abs(difference) * 100).toFixed(1);
  if (text === '0.0') return text;
  return `${difference < 0 ? '−' : '+'}${text}`;
}

/** A whole number with thin groups, e.g. `31,026`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** A number with its noun, e.g. `1 model`, `31,026 instances`. */
export function formatCounted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
