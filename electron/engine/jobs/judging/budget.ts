/** The budget of a run is spent: it is paused, and can be resumed with a higher one. */
export class BudgetReached extends Error {
  readonly spentUsd: number;
  constructor(spentUsd: number, budgetUsd: number) {
    super(
      `The run is paused: it has cost ${formatUsd(spentUsd)}, and one call more could exceed the ` +
        `budget of ${formatUsd(budgetUsd)}. Resume it with a higher budget.`,
    );
    this.spentUsd = spentUsd;
  }
}

const formatUsd = (usd: number) => `$${usd.toFixed(usd < 1 ? 4 : 2)}`;

/** Lets calls out as long as they can be paid. */
export interface Budget {
  /**
   * Waits where it depends on what the calls on their way will cost.
   *
   * @returns to be called with what the call has cost
   * @throws BudgetReached
   */
  readonly enter: () => Promise<(costUsd: number | undefined) => void>;
}

/** Lets everything out. */
export const NO_BUDGET: Budget = { enter: () => Promise.resolve(() => undefined) };

/**
 * A call that is on its way is taken to cost what the dearest one so far did, so the budget is kept to
 * as long as none is dearer than all before it. The first goes alone.
 *
 * @param before  what this run has cost before it was resumed, and by how many calls
 */
export function createBudget(
  budgetUsd: number,
  before: { readonly costUsd: number; readonly calls: number },
): Budget {
  let spent = before.costUsd;
  let open = 0;
  let dearest = before.calls === 0 ? undefined : before.costUsd / before.calls;
  let changed = Promise.withResolvers<undefined>();

  const fits = () =>
    dearest === undefined
      ? open === 0 && spent < budgetUsd
      : spent + (open + 1) * dearest <= budgetUsd;

  function leave(costUsd = 0): void {
    open -= 1;
    spent += costUsd;
    dearest = Math.max(dearest ?? 0, costUsd);
    changed.resolve(undefined);
    changed = Promise.withResolvers();
  }

  return {
    async enter() {
      while (!fits()) {
        if (open === 0) throw new BudgetReached(spent, budgetUsd);
        await changed.promise;
      }
      open += 1;
      return leave;
    },
  };
}
