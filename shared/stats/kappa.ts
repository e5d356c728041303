/**
 * Cohen's κ of two raters: agreement beyond what their habits alone would give.
 *
 * @param categories  every value that can be given, in order: quadratic weights count the steps between
 * @returns 1 for full agreement; undefined without pairs, or when both always say the same one thing
 * @throws Error when a value is none of the categories
 */
export function cohenKappa(
  first: readonly number[],
  second: readonly number[],
  categories: readonly number[],
  weights: 'none' | 'quadratic' = 'quadratic',
): number | undefined {
  const place = new Map(categories.map((category, at) => [category, at]));
  const placeOf = (value: number | undefined) => {
    const at = place.get(value ?? Number.NaN);
    if (at === undefined) throw new Error(`a rating that is none of the categories: ${value}`);
    return at;
  };
  const cost = (one: number, other: number) =>
    weights === 'none' ? Number(one !== other) : (one - other) ** 2;
  const rows = new Float64Array(categories.length);
  const columns = new Float64Array(categories.length);
  let observed = 0;
  first.forEach((value, at) => {
    const [one, other] = [placeOf(value), placeOf(second[at])];
    observed += cost(one, other);
    rows[one] = (rows[one] ?? 0) + 1;
    columns[other] = (columns[other] ?? 0) + 1;
  });
  let expected = 0;
  rows.forEach((row, one) => {
    columns.forEach((column, other) => (expected += row * column * cost(one, other)));
  });
  return expected === 0 ? undefined : 1 - (observed * first.length) / expected;
}
