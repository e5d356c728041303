/** US dollars with as many digits as mean something, e.g. `$12.40`, `$0.034`, `$0`. */
export function formatUsd(usd: number): string {
  if (usd === 0) return '$0';
  if (usd < 0.0001) return '< $0.0001';
  if (usd < 1) return `$${usd.toLocaleString('en', { maximumSignificantDigits: 2 })}`;
  return `$${usd.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}
