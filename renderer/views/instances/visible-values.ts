export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/**
 * The values of a facet that are listed: those that match what is typed, at most `limit`, and always
 * the chosen ones, so that a filter can be taken away where it was set.
 */
export function visibleValues(
  values: readonly FacetValue[],
  chosen: readonly string[],
  options: {
    readonly text: string;
    readonly label: (value: string) => string;
    readonly limit: number;
  },
): FacetValue[] {
  const known = new Set(values.map(({ value }) => value));
  // a value of the address that the data no longer has
  const gone = chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }));
  const text = options.text.trim().toLowerCase();
  const matching = [...values, ...gone].filter(({ value }) =>
    options.label(value).toLowerCase().includes(text),
  );
  const head = matching.slice(0, options.limit);
  const rest = matching.slice(options.limit).filter(({ value }) => chosen.includes(value));
  return [...head, ...rest];
}
