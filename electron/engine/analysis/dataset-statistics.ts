import type { DatasetStatistics } from '../../../shared/model/analysis.ts';
import { MODALITY_IDS } from '../../../shared/model/modality.ts';
import type { AnalysisData } from './data.ts';
import { supportedOf } from './figures.ts';
import { groupInstances, maskHas } from './groups.ts';
import { notesOfScope } from './notes.ts';

type ByDifficulty = DatasetStatistics['difficulties'];

/** What a set of instances consists of, but for how large its sides are. */
export function datasetStatistics(
  data: AnalysisData,
  indexes: Uint32Array,
): Omit<DatasetStatistics, 'sizes'> {
  const { field, problems } = data;
  const counted = (by: 'combination' | 'capability') =>
    groupInstances(data, by, indexes).map(({ name, indexes: own }) => ({
      value: name,
      count: own.length,
    }));
  const withProblems = indexes.filter((index) => (problems[index] ?? 0) > 0);
  const fields = groupInstances(data, 'field', indexes);
  return {
    instances: indexes.length,
    fields: fields.map(({ name, indexes: own }) => ({
      field: name,
      count: own.length,
      difficulties: byDifficulty(data, own),
    })),
    // a subdomain of the same name in two fields is two
    subdomains: fields.flatMap(({ name, indexes: own }) =>
      groupInstances(data, 'subdomain', own).map((group) => ({
        field: name,
        subdomain: group.name,
        count: group.indexes.length,
        difficulties: byDifficulty(data, group.indexes),
      })),
    ),
    difficulties: byDifficulty(data, indexes),
    combinations: counted('combination').sort((a, b) => b.count - a.count),
    capabilities: counted('capability'),
    modalities: modalitiesOf(data, indexes),
    modalityCounts: modalityCounts(data, indexes),
    problems: {
      instances: withProblems.length,
      total: withProblems.reduce((sum, index) => sum + (problems[index] ?? 0), 0),
    },
    models: data.models.map((model) => ({
      model: model.name,
      answered: indexes.reduce((sum, index) => sum + (model.hasResponse[index] ?? 0), 0),
      supported: supportedOf(model, data, indexes).length,
    })),
    notes: field.values.length === 0 || indexes.length === 0 ? notesOfScope(data, 0) : [],
  };
}

function byDifficulty({ difficulty }: AnalysisData, indexes: Uint32Array): ByDifficulty {
  const counts: ByDifficulty = [0, 0, 0, 0];
  const slots = difficulty.values.map((value) => ['1', '2', '3'].indexOf(value));
  for (const index of indexes) {
    const slot = slots[difficulty.codes[index] ?? 0] ?? -1;
    counts[slot === -1 ? 3 : slot] = (counts[slot === -1 ? 3 : slot] ?? 0) + 1;
  }
  return counts;
}

function modalitiesOf({ inputMasks, outputMasks }: AnalysisData, indexes: Uint32Array) {
  const count = (test: (index: number) => boolean) =>
    indexes.reduce((sum, index) => sum + (test(index) ? 1 : 0), 0);
  return MODALITY_IDS.map((modality, bit) => {
    const isInput = (index: number) => maskHas(inputMasks[index] ?? 0, bit);
    const isOutput = (index: number) => maskHas(outputMasks[index] ?? 0, bit);
    return {
      modality,
      input: count(isInput),
      output: count(isOutput),
      either: count((index) => isInput(index) || isOutput(index)),
    };
  });
}

/** By the number of modalities other than text, of both sides together. */
function modalityCounts({ inputMasks, outputMasks }: AnalysisData, indexes: Uint32Array) {
  const counts = new Uint32Array(MODALITY_IDS.length);
  for (const index of indexes) {
    let mask = ((inputMasks[index] ?? 0) | (outputMasks[index] ?? 0)) & ~1;
    let modalities = 0;
    for (; mask !== 0; mask &= mask - 1) modalities += 1;
    counts[modalities] = (counts[modalities] ?? 0) + 1;
  }
  return [...counts].map((count, modalities) => ({ modalities, count }));
}
