/** A count for people, e.g. `12,345`. */
export const formatCount = (count: number): string => count.toLocaleString('en-US');

/** An amount; undefined stands for a price that nobody knows. */
export function formatUsd(usd: number | undefined): string {
  if (usd === undefined) return 'an unknown amount (no price is set)';
  return `$${usd.toFixed(usd < 1 ? 4 : 2)}`;
}

/** @returns undefined where one of them is unknown */
export function addCosts(all: readonly { readonly costUsd?: number | undefined }[]) {
  return all.reduce<number | undefined>(
    (sum, { costUsd }) => (sum === undefined || costUsd === undefined ? undefined : sum + costUsd),
    0,
  );
}
