import type { ModelMatrix } from '../../../shared/model/comparison.ts';

type Row = ModelMatrix['rows'][number];

/** The model with the highest mean; undefined where two share it, or only one has a figure. */
export function bestOf({ cells }: Row): string | undefined {
  const means = cells.flatMap(({ model, mean }) => (mean === undefined ? [] : [{ model, mean }]));
  if (means.length < 2) return undefined;
  const highest = Math.max(...means.map(({ mean }) => mean));
  const best = means.filter(({ mean }) => mean === highest);
  return best.length === 1 ? best[0]?.model : undefined;
}

/** Letters of a pair, e.g. `A − C`. */
export function pairLabel(models: readonly string[], a: string, b: string): string {
  const letter = (name: string) => String.fromCharCode(65 + Math.max(0, models.indexOf(name)));
  return `${letter(a)} − ${letter(b)}`;
}
