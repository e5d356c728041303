import { DIFFICULTY_LABELS, FIELD_IDS } from '../../../shared/model/dataset.ts';
import { UNKNOWN_VALUE, type FacetCounts, type FacetId } from '../../../shared/model/filter.ts';
import { MODALITY_IDS } from '../../../shared/model/modality.ts';
import { TEXT_ONLY, type CodedColumn, type Columns } from './columns.ts';
import { FACET_BITS, type Matches } from './filter.ts';
import { compareText } from './natural-order.ts';

/**
 * Counts each facet's values under all filters but its own. Values that the project has but the filter
 * leaves without an instance stand there with 0.
 */
export function countFacets(columns: Columns, { failing }: Matches): FacetCounts {
  return FACET_BITS.map((facet, bit) => ({
    facet,
    values: sorted(facet, countFacet(columns, facet, failing, 1 << bit)),
  }));
}

type Counted = { value: string; count: number };

function countFacet(columns: Columns, facet: FacetId, failing: Uint8Array, bit: number): Counted[] {
  const others = 0xff & ~bit;
  if (facet === 'inputModality') return countMasks(columns.inputMasks, failing, others);
  if (facet === 'outputModality') return countMasks(columns.outputMasks, failing, others);
  const counts =
    facet === 'capability'
      ? countMany(columns, failing, others)
      : countCoded(columns[facet], failing, others);
  return columns[facet].values.map((value, code) => ({ value, count: counts[code] ?? 0 }));
}

function countCoded({ values, codes }: CodedColumn, failing: Uint8Array, others: number) {
  const counts = new Uint32Array(values.length);
  codes.forEach((code, index) => {
    if (((failing[index] ?? 0) & others) === 0) counts[code] = (counts[code] ?? 0) + 1;
  });
  return counts;
}

function countMany({ capability, count }: Columns, failing: Uint8Array, others: number) {
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

function countMasks(masks: Uint8Array, failing: Uint8Array, others: number): Counted[] {
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
