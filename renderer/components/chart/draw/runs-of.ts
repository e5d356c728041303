/** Indices of neighbours that all hold, run by run, e.g. `[[0, 1], [3]]`. */
export function runsOf<T>(
  items: readonly T[],
  holds: (item: T) => boolean,
): readonly (readonly number[])[] {
  const runs: number[][] = [];
  items.forEach((item, index) => {
    if (!holds(item)) return;
    const last = runs.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  });
  return runs;
}
