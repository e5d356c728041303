/**
 * Costs together.
 *
 * @returns `known`: of those with a price, undefined when none has one; `isComplete`: all have one
 */
export function sumCost(all: readonly { readonly costUsd?: number | undefined }[]): {
  readonly known: number | undefined;
  readonly isComplete: boolean;
} {
  const costs = all.flatMap(({ costUsd }) => (costUsd === undefined ? [] : [costUsd]));
  return {
    known: costs.length === 0 ? undefined : costs.reduce((sum, cost) => sum + cost, 0),
    isComplete: costs.length === all.length,
  };
}
