// What a sample is drawn from: every response, or every pair of responses, of the filtered instances,
// with the values that put it into a stratum.
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import type { SampleDraft, StratumPart } from '../../../shared/model/sample.ts';
import { modalitiesOf } from '../db/masks.ts';
import { chosenModels, type Columns, type ModelColumns } from '../query/columns.ts';
import type { InstanceList } from '../query/instance-list.ts';

/** One of the population. */
export interface Candidate {
  readonly key: string;
  readonly model: string;
  readonly otherModel: string | undefined;
  readonly values: Partial<Record<StratumPart, string>>;
}

export interface PopulationSource {
  readonly columns: Columns;
  readonly list: InstanceList;
}

const BY_KEY = { by: 'key', descending: false } as const;

/** In the order of the keys, then of the models: the same data give the same list. */
export function readPopulation({ columns, list }: PopulationSource, draft: SampleDraft) {
  const models = chosenModels(columns, draft.models);
  const names = models.map(({ name }) => name);
  const indexes = filteredIndexes({ columns, list }, draft.filter, names);
  const candidates: Candidate[] = [];
  for (const index of indexes) {
    const own = models.filter((model) => model.hasResponse[index] === 1);
    const tuples = draft.kind === 'single' ? own.map((model) => [model]) : pairsOf(own);
    for (const tuple of tuples) candidates.push(candidate(columns, index, tuple, draft));
  }
  return candidates;
}

/** Indexes of the instances that a filter lets in. */
export function filteredIndexes(
  { columns, list }: PopulationSource,
  filter: InstanceFilter,
  models: readonly string[],
): Iterable<number> {
  return list.slice({ filter, models }, BY_KEY, 0, columns.count).indexes;
}

function pairsOf(models: readonly ModelColumns[]): ModelColumns[][] {
  return models.flatMap((a, at) => models.slice(at + 1).map((b) => [a, b]));
}

function candidate(
  columns: Columns,
  index: number,
  models: readonly ModelColumns[],
  draft: SampleDraft,
): Candidate {
  const [model, other] = models.map(({ name }) => name);
  const all = stratumValues(columns, index, models, draft);
  return {
    key: columns.keys[index] ?? '',
    model: model ?? '',
    otherModel: other,
    values: Object.fromEntries(draft.strata.map((part) => [part, all[part]])),
  };
}

/** Every part's value of a response, or of a pair. */
export function stratumValues(
  columns: Columns,
  index: number,
  models: readonly ModelColumns[],
  { scoreMetric, bins }: Pick<SampleDraft, 'scoreMetric' | 'bins'>,
): Record<StratumPart, string> {
  const modalities = modalitiesOf(columns.outputMasks[index] ?? 0);
  const scores = models.map((model) => model.scores.get(scoreMetric)?.[index] ?? Number.NaN);
  const [first = Number.NaN, second] = scores;
  return {
    score: binOf(
      second === undefined ? first : first - second,
      bins,
      second === undefined ? 0 : -1,
    ),
    modality: modalities.length === 0 ? 'text' : modalities.join('+'),
    model: models.map(({ name }) => name).join(' / '),
    field: columns.field.values[columns.field.codes[index] ?? -1] ?? '',
  };
}

/** @param low  0 of figures, -1 of differences; the upper end is 1 */
function binOf(value: number, bins: number, low: 0 | -1): string {
  if (Number.isNaN(value)) return 'unscored';
  const width = (1 - low) / bins;
  const bin = Math.max(0, Math.min(bins - 1, Math.floor((value - low) / width + 1e-9)));
  const end = (at: number) => (low + at * width).toFixed(2);
  return `${end(bin)}–${end(bin + 1)}`;
}
