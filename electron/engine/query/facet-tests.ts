// Whether an instance belongs to a value: what facets and clauses of expressions are made of.
import type { FacetId, InstanceFilter } from '../../../shared/model/filter.ts';
import { MODALITY_IDS } from '../../../shared/model/modality.ts';
import { annotationTest, isAnnotationFacet } from './annotation-columns.ts';
import { TEXT_ONLY, type CodedColumn, type Columns, type ModelColumns } from './columns.ts';
import type { FilterSources } from './filter-sources.ts';
import { markTest, marksOfModels } from './mark-columns.ts';
import { anyOf, stateBits } from './score-columns.ts';

/** 1 for each of some row ids. */
export function setOfIds(columns: Columns, ids: readonly number[]): Uint8Array {
  const set = new Uint8Array(columns.count);
  for (const id of ids) {
    const index = columns.indexById[id] ?? -1;
    if (index !== -1) set[index] = 1;
  }
  return set;
}

/** Whether an instance is in a state, for one of the models. */
export function stateTest(
  columns: Columns,
  state: NonNullable<InstanceFilter['state']>,
  models: readonly ModelColumns[],
): (index: number) => boolean {
  if (state === 'problems') return (index) => columns.problems[index]! > 0;
  const answered = state === 'answered' ? 1 : 0;
  return (index) => models.some((model) => model.hasResponse[index] === answered);
}

/** Whether an instance has one of the values wanted; of modalities, all of them. */
export function facetTest(
  sources: FilterSources,
  models: readonly ModelColumns[],
  facet: FacetId,
  wanted: readonly string[],
): (index: number) => boolean {
  const { columns } = sources;
  if (isAnnotationFacet(facet)) return annotationTest(facet, sources.annotations(), wanted);
  switch (facet) {
    case 'mark':
      return onMasks(marksOfModels(columns, sources.marks(), models), markTest(wanted));
    case 'scoreState': {
      const states = statesOf(sources, models);
      const bits = stateBits(wanted);
      return (index) => (states[index]! & bits) !== 0;
    }
    case 'rated': {
      const rated = sources.rated();
      const wants = [wanted.includes('no'), wanted.includes('yes')];
      return (index) => wants[rated[index]!] ?? false;
    }
    case 'inputModality':
      return onMasks(columns.inputMasks, maskTest(wanted));
    case 'outputModality':
      return onMasks(columns.outputMasks, maskTest(wanted));
    case 'capability': {
      const { values, starts, codes } = columns.capability;
      const isWanted = values.map((value) => wanted.includes(value));
      return (index) => {
        for (let at = starts[index]!; at < starts[index + 1]!; at++) {
          if (isWanted[codes[at]!] === true) return true;
        }
        return false;
      };
    }
    default: {
      const { values, codes }: CodedColumn = columns[facet];
      const isWanted = Uint8Array.from(values, (value) => (wanted.includes(value) ? 1 : 0));
      return (index) => isWanted[codes[index]!] === 1;
    }
  }
}

/** Bits of `SCORE_STATES` that one of the models has, by index. */
export function statesOf(sources: FilterSources, models: readonly ModelColumns[]): Uint16Array {
  const all = sources.states();
  return anyOf(models, sources.columns.count, ({ id }) => all.get(id)?.states);
}

const onMasks = (masks: Uint8Array, test: (mask: number) => boolean) => {
  const passes = Uint8Array.from({ length: 256 }, (_, mask) => (test(mask) ? 1 : 0));
  return (index: number) => passes[masks[index]!] === 1;
};

/** All named modalities must be there; `text` asks for sides that have nothing else. */
function maskTest(wanted: readonly string[]): (mask: number) => boolean {
  const isTextOnly = wanted.includes(TEXT_ONLY);
  let needed = 0;
  let isUnknown = false;
  for (const name of wanted) {
    if (name === TEXT_ONLY) continue;
    const bit = MODALITY_IDS.findIndex((modality) => modality === name);
    if (bit === -1) isUnknown = true;
    else needed |= 1 << bit;
  }
  return (mask) => !isUnknown && (mask & needed) === needed && (!isTextOnly || mask === 0);
}
