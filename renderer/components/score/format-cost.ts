/** US dollars with as many digits as mean something, e.g. `$12.40`, `$0.034`, `$0`. */
export function formatUsd(usd: number): string {
  if (usd === 0) return '$0';
  if (usd < 0.0001) return '< $0.0001';
  if (usd < 0.01) return `$${usd.toLocaleString('en', { maximumSignificantDigits: 2 })}`;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: usd < 1 ? 3 : 2 };
  return `$${usd.toLocaleString('en', digits)}`;
}
