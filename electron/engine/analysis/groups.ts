import type { HeatBy } from '../../../shared/model/analysis.ts';
import { MODALITY_IDS } from '../../../shared/model/modality.ts';
import type { AnalysisData, CodedFacet, ManyFacet } from './data.ts';

/** Some instances under one name, as indexes into the data. */
export interface Group {
  readonly name: string;
  readonly indexes: Uint32Array;
}

/** The name of the one group that holds all instances. */
export const ALL = 'all';

/**
 * Groups in the order in which the facets list them, those without an instance left out; an instance may
 * be in several (capabilities, modalities).
 */
export function groupInstances(
  data: AnalysisData,
  by: HeatBy | undefined,
  indexes: Uint32Array,
): Group[] {
  if (by === undefined) return [{ name: ALL, indexes }];
  const members = membersBy(data, by, indexes);
  return data.order[by].flatMap((name) => {
    const own = members.get(name);
    return own === undefined ? [] : [{ name, indexes: own }];
  });
}

function membersBy(
  data: AnalysisData,
  by: HeatBy,
  indexes: Uint32Array,
): ReadonlyMap<string, Uint32Array> {
  if (by === 'inputModality') return membersByMask(data.inputMasks, indexes);
  if (by === 'outputModality') return membersByMask(data.outputMasks, indexes);
  if (by === 'capability') return collect(data.capability, eachOfMany(data.capability), indexes);
  const { codes }: CodedFacet = data[by];
  return collect(data[by], (index, visit) => visit(codes[index] ?? 0), indexes);
}

type EachCode = (index: number, visit: (code: number) => void) => void;

const eachOfMany =
  ({ starts, codes }: ManyFacet): EachCode =>
  (index, visit) => {
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++) visit(codes[at] ?? 0);
  };

/** Counts first, so that each group is one array of the right size. */
function collect(
  { values }: { readonly values: readonly string[] },
  each: EachCode,
  indexes: Uint32Array,
): Map<string, Uint32Array> {
  const counts = new Uint32Array(values.length);
  for (const index of indexes) each(index, (code) => (counts[code] = (counts[code] ?? 0) + 1));
  const members = Array.from(counts, (count) => new Uint32Array(count));
  const filled = new Uint32Array(values.length);
  for (const index of indexes) {
    each(index, (code) => {
      const own = members[code];
      const at = filled[code] ?? 0;
      if (own !== undefined) own[at] = index;
      filled[code] = at + 1;
    });
  }
  return new Map(
    values.flatMap((value, code) => {
      const own = members[code];
      return own === undefined || own.length === 0 ? [] : [[value, own] as const];
    }),
  );
}

function membersByMask(masks: Uint8Array, indexes: Uint32Array): Map<string, Uint32Array> {
  return new Map(
    MODALITY_IDS.flatMap((modality, bit) => {
      const own = indexes.filter((index) => maskHas(masks[index] ?? 0, bit));
      return own.length === 0 ? [] : [[modality, own] as const];
    }),
  );
}

/** Whether a side has the nth modality; the first, text, stands for a side without items. */
export const maskHas = (mask: number, bit: number): boolean =>
  bit === 0 ? mask === 0 : (mask & (1 << bit)) !== 0;
