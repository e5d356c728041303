import { DIFFICULTY_LABELS, FIELD_IDS } from '../../../shared/model/dataset.ts';
import {
  FACET_IDS,
  SCORE_STATES,
  UNKNOWN_VALUE,
  type FacetCounts,
  type FacetId,
} from '../../../shared/model/filter.ts';
import { MODALITY_IDS } from '../../../shared/model/modality.ts';
import {
  countAnnotations,
  isAnnotationFacet,
  type AnnotationColumns,
  type AnnotationFacet,
} from './annotation-columns.ts';
import { TEXT_ONLY, type CodedColumn, type Columns, type ModelColumns } from './columns.ts';
import { statesOf } from './facet-tests.ts';
import { ALL_BITS, type Matches } from './matches.ts';
import type { FilterSources } from './filter-sources.ts';
import { MARK_VALUES, marksOfModels, markTest } from './mark-columns.ts';
import { compareText } from './natural-order.ts';

/**
 * Counts each facet's values under all filters but its own. Values that the project has but the filter
 * leaves without an instance stand there with 0.
 */
export function countFacets(
  sources: FilterSources,
  models: readonly ModelColumns[],
  { failing }: Matches,
): FacetCounts {
  const { columns } = sources;
  const count = (facet: FacetId, bit: number): Counted[] => {
    const others = ALL_BITS & ~bit;
    if (isAnnotationFacet(facet)) return countSaid(sources.annotations(), facet, failing, others);
    switch (facet) {
      case 'mark':
        return countMarks(marksOfModels(columns, sources.marks(), models), failing, others);
      case 'scoreState':
        return countStates(statesOf(sources, models), failing, others);
      case 'rated':
        return countRated(sources.rated(), failing, others);
      default:
        return sorted(facet, countFacet(columns, facet, failing, bit));
    }
  };
  return FACET_IDS.map((facet, bit) => ({ facet, values: count(facet, 1 << bit) }));
}

/** Values of a facet over all instances, in the order in which they are listed. */
export function listFacetValues(columns: Columns, facet: ColumnFacet): string[] {
  const counted = countFacet(columns, facet, new Uint32Array(columns.count), 0);
  return sorted(facet, counted).map(({ value }) => value);
}

/** Facets that the columns answer alone. */
type ColumnFacet = Exclude<FacetId, AnnotationFacet | 'mark' | 'scoreState' | 'rated'>;
type Counted = { value: string; count: number };

/** Where nothing is said of anything there is nothing to choose from, and no value. */
function countSaid(
  annotations: AnnotationColumns,
  facet: AnnotationFacet,
  failing: Uint32Array,
  others: number,
): Counted[] {
  if (annotations.isEmpty()) return [];
  const counts = (index: number) => ((failing[index] ?? 0) & others) === 0;
  const values = countAnnotations(facet, annotations, counts);
  if (facet !== 'tag') return values;
  // a tag that was taken away everywhere is no value any more
  const all = countAnnotations(facet, annotations, () => true);
  return values
    .filter((_, at) => (all[at]?.count ?? 0) > 0)
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value));
}

function countFacet(
  columns: Columns,
  facet: ColumnFacet,
  failing: Uint32Array,
  bit: number,
): Counted[] {
  const others = ALL_BITS & ~bit;
  if (facet === 'inputModality') return countMasks(columns.inputMasks, failing, others);
  if (facet === 'outputModality') return countMasks(columns.outputMasks, failing, others);
  const counts =
    facet === 'capability'
      ? countMany(columns, failing, others)
      : countCoded(columns[facet], failing, others);
  return columns[facet].values.map((value, code) => ({ value, count: counts[code] ?? 0 }));
}

/** Without any response in the project there is nothing to choose from, and no value. */
function countMarks(marks: Uint8Array, failing: Uint32Array, others: number): Counted[] {
  const passing = new Uint32Array(256);
  let isAny = false;
  marks.forEach((mask, index) => {
    isAny ||= mask !== 0;
    if (((failing[index] ?? 0) & others) === 0) passing[mask] = (passing[mask] ?? 0) + 1;
  });
  if (!isAny) return [];
  return MARK_VALUES.map((value) => {
    const isWanted = markTest([value]);
    let count = 0;
    passing.forEach((instances, mask) => (count += isWanted(mask) ? instances : 0));
    return { value, count };
  });
}

/** Without a model there are no states, and nothing to choose from. */
function countStates(states: Uint16Array, failing: Uint32Array, others: number): Counted[] {
  const counts = SCORE_STATES.map(() => 0);
  let seen = 0;
  states.forEach((bits, index) => {
    seen |= bits;
    if (((failing[index] ?? 0) & others) !== 0) return;
    for (let bit = 0; bit < counts.length; bit++) if ((bits & (1 << bit)) !== 0) counts[bit]! += 1;
  });
  return SCORE_STATES.flatMap((value, bit) =>
    (seen & (1 << bit)) === 0 ? [] : [{ value, count: counts[bit] ?? 0 }],
  );
}

/** Where nobody has rated anything there is nothing to choose from. */
function countRated(rated: Uint8Array, failing: Uint32Array, others: number): Counted[] {
  if (!rated.includes(1)) return [];
  const counts = [0, 0];
  rated.forEach((is, index) => {
    if (((failing[index] ?? 0) & others) === 0) counts[is]! += 1;
  });
  return [
    { value: 'yes', count: counts[1] ?? 0 },
    { value: 'no', count: counts[0] ?? 0 },
  ];
}

function countCoded({ values, codes }: CodedColumn, failing: Uint32Array, others: number) {
  const counts = new Uint32Array(values.length);
  codes.forEach((code, index) => {
    if (((failing[index] ?? 0) & others) === 0) counts[code] = (counts[code] ?? 0) + 1;
  });
  return counts;
}

function countMany({ capability, count }: Columns, failing: Uint32Array, others: number) {
  const counts = new Uint32Array(capability.values.length);
  for (let index = 0; index < count; index++) {
    if (((failing[index] ?? 0) & others) !== 0) continue;
    const end = capability.starts[index + 1] ?? 0;
    for (let at = capability.starts[index] ?? 0; at < end; at++) {
      const code = capability.codes[at] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

function countMasks(masks: Uint8Array, failing: Uint32Array, others: number): Counted[] {
  const present = new Uint32Array(256);
  const passing = new Uint32Array(256);
  masks.forEach((mask, index) => {
    present[mask] = 1;
    if (((failing[index] ?? 0) & others) === 0) passing[mask] = (passing[mask] ?? 0) + 1;
  });
  return MODALITY_IDS.flatMap((value, bit) => {
    const holds = (mask: number) => (value === TEXT_ONLY ? mask === 0 : (mask & (1 << bit)) !== 0);
    let count = 0;
    let isPresent = false;
    for (let mask = 0; mask < 256; mask++) {
      if (!holds(mask)) continue;
      count += passing[mask] ?? 0;
      isPresent ||= present[mask] === 1;
    }
    return isPresent ? [{ value, count }] : [];
  });
}

const FIXED_ORDER: Partial<Record<FacetId, readonly string[]>> = {
  field: FIELD_IDS,
  difficulty: [...Object.keys(DIFFICULTY_LABELS), UNKNOWN_VALUE],
  inputModality: MODALITY_IDS,
  outputModality: MODALITY_IDS,
};

/** In the order that people know; combinations by how frequent they are; else by name. */
function sorted(facet: FacetId, values: Counted[]): Counted[] {
  const order = FIXED_ORDER[facet] ?? [];
  const rank = ({ value }: Counted) => {
    const at = order.indexOf(value);
    return at === -1 ? order.length : at;
  };
  return values.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (facet === 'combination' ? b.count - a.count : 0) ||
      compareText(a.value, b.value),
  );
}
