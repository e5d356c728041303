import type { Histogram } from '../../../shared/model/histogram.ts';
import type { ModelColumns } from './columns.ts';
import { figureId, type FigureName } from './figures.ts';
import { RANGE_BIT, type Matches } from './matches.ts';

/**
 * Counts the figures of the models chosen, and the differences of the first two, each under all filters
 * but its own range.
 *
 * @param deltaOf  differences of the first two models in a metric that both have
 */
export function countHistograms(
  models: readonly ModelColumns[],
  matches: Matches,
  bins: number,
  deltaOf: (metric: string, first: ModelColumns, second: ModelColumns) => Float64Array,
): Histogram[] {
  const sets = createSets(matches);
  const scoreEdges = Array.from({ length: bins + 1 }, (_, at) => at / bins);
  const histograms = models.flatMap(({ name: model, scores }) =>
    [...scores].map(([metric, values]): Histogram => {
      const figure = { metric, model };
      return { ...figure, edges: scoreEdges, ...count(values, sets.of(figure), scoreEdges) };
    }),
  );
  const [first, second] = models;
  if (first === undefined || second === undefined) return histograms;
  const edges = deltaEdges(bins);
  for (const metric of first.scores.keys()) {
    if (!second.scores.has(metric)) continue;
    const figure = { metric, model: first.name, modelB: second.name };
    const values = deltaOf(metric, first, second);
    histograms.push({ ...figure, edges, ...count(values, sets.of(figure), edges) });
  }
  return histograms;
}

/** Of −1 to 1, so that 0 is in the middle of a part: `bins` parts, or one more where that is even. */
export function deltaEdges(bins: number): number[] {
  const parts = bins % 2 === 0 ? bins + 1 : bins;
  const width = 2 / (parts - 1);
  // rounded, so that an edge can stand in an address and be the same again
  return Array.from(
    { length: parts + 1 },
    (_, at) => Math.round((-1 - width / 2 + at * width) * 1e9) / 1e9,
  );
}

/** Indexes of the instances that a histogram is over; most have no range, and share theirs. */
function createSets({ failing, ranges }: Matches): { of: (figure: FigureName) => Int32Array } {
  const byRange = new Map<number, Int32Array>();
  const make = (id: number) => {
    const indexes = new Int32Array(failing.length);
    let n = 0;
    for (let index = 0; index < failing.length; index++) {
      const bits = failing[index]!;
      const isIn = bits === 0 || (bits === RANGE_BIT && id >= 0 && ranges.rejectedBy[index] === id);
      if (isIn) indexes[n++] = index;
    }
    return indexes.subarray(0, n);
  };
  return {
    of(figure) {
      const id = ranges.ids.indexOf(figureId(figure));
      const known = byRange.get(id) ?? make(id);
      byRange.set(id, known);
      return known;
    },
  };
}

function count(
  values: Float64Array,
  indexes: Int32Array,
  edges: readonly number[],
): Pick<Histogram, 'counts' | 'n' | 'nUnscored'> {
  const parts = edges.length - 1;
  const counts = new Array<number>(parts).fill(0);
  const low = edges[0]!;
  const scale = parts / (edges[parts]! - low);
  let n = 0;
  for (let at = 0; at < indexes.length; at++) {
    const value = values[indexes[at]!]!;
    if (value !== value) continue; // NaN: no figure
    let part = Math.floor((value - low) * scale);
    part = part < 0 ? 0 : part >= parts ? parts - 1 : part;
    // the edges decide, not the rounding of a product
    if (part > 0 && value < edges[part]!) part -= 1;
    else if (part < parts - 1 && value >= edges[part + 1]!) part += 1;
    counts[part]! += 1;
    n += 1;
  }
  return { counts, n, nUnscored: indexes.length - n };
}
