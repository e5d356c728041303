/**
 * The choice after another model was put in a place: it changes places with the one that was there when
 * it is chosen already. Without a name the place is given up, and those behind it move up.
 */
export function putModel(
  chosen: readonly string[],
  place: number,
  name: string | undefined,
): readonly string[] {
  if (name === undefined) return chosen.filter((_, at) => at !== place);
  const before = chosen[place];
  const next = chosen.map((each) => (each === name && before !== undefined ? before : each));
  next[place] = name;
  return [...new Set(next)];
}
