/** A probability as it is read: three decimals, and what is below them said so. */
export function formatP(p: number | undefined): string {
  if (p === undefined) return '—';
  if (p < 0.001) return '< 0.001';
  return p > 0.9995 ? '1' : p.toFixed(3);
}
