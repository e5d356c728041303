/**
 * Shares a sample out among strata.
 *
 * Equal: the same from each; what a small stratum cannot give is shared out among the others.
 * Proportional: by size, largest remainders first. Of equal claims those go first that `order` names
 * first, so that no field or model wins by its name.
 *
 * @param populations  of each stratum
 * @param size  asked for; no more than there is is given
 * @param order  every stratum's index once
 * @returns how many of each
 */
export function allocate(
  populations: readonly number[],
  size: number,
  allocation: 'equal' | 'proportional',
  order: readonly number[],
): number[] {
  const all = populations.reduce((sum, one) => sum + one, 0);
  const wanted = Math.min(size, all);
  return allocation === 'equal'
    ? allocateEqually(populations, wanted, order)
    : allocateByShare(populations, wanted, all, order);
}

function allocateEqually(
  populations: readonly number[],
  wanted: number,
  order: readonly number[],
): number[] {
  const given = populations.map(() => 0);
  let left = wanted;
  let open = order.filter((at) => (populations[at] ?? 0) > 0);
  while (left > 0 && open.length > 0) {
    const share = Math.floor(left / open.length);
    if (share === 0) {
      for (const at of open.slice(0, left)) given[at] = (given[at] ?? 0) + 1;
      break;
    }
    for (const at of open) {
      const more = Math.min(share, (populations[at] ?? 0) - (given[at] ?? 0));
      given[at] = (given[at] ?? 0) + more;
      left -= more;
    }
    open = open.filter((at) => (given[at] ?? 0) < (populations[at] ?? 0));
  }
  return given;
}

function allocateByShare(
  populations: readonly number[],
  wanted: number,
  all: number,
  order: readonly number[],
): number[] {
  const exact = populations.map((one) => (all === 0 ? 0 : (one * wanted) / all));
  const given = exact.map(Math.floor);
  const left = wanted - given.reduce((sum, one) => sum + one, 0);
  const rest = (at: number) => (exact[at] ?? 0) - (given[at] ?? 0);
  const byRest = [...order].sort((a, b) => rest(b) - rest(a));
  for (const at of byRest.slice(0, left)) given[at] = (given[at] ?? 0) + 1;
  return given;
}
