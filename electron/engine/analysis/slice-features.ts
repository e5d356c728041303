import type { SliceDimension } from '../../../shared/model/comparison.ts';
import { MODALITY_IDS } from '../../../shared/model/modality.ts';
import { quantile } from '../../../shared/stats/mean.ts';
import type { AnalysisData } from './data.ts';
import { maskHas } from './groups.ts';

/** One value of one dimension. */
export interface Feature {
  readonly dimension: SliceDimension;
  readonly value: string;
  /** Of a length: the least and the most characters. */
  readonly range?: readonly [least: number, most: number];
}

/** What each instance has, as numbers of features. */
export interface SliceFeatures {
  readonly features: readonly Feature[];
  /** Those of each instance asked for; those of one dimension stand beside each other. */
  readonly held: readonly (readonly number[])[];
}

/** What features are read from. */
export interface FeatureSource {
  readonly data: AnalysisData;
  readonly indexes: Uint32Array;
  /** Characters of each task; empty where nobody asks for them. */
  readonly lengths: Float64Array;
}

/** Lists the features of some dimensions. */
export function listFeatures(
  source: FeatureSource,
  dimensions: readonly SliceDimension[],
): SliceFeatures {
  const features: Feature[] = [];
  const readers = dimensions.map((dimension) => {
    const first = features.length;
    const { values, codesOf } = readDimension(source, dimension);
    features.push(...values.map((feature) => ({ dimension, ...feature })));
    return (index: number) => codesOf(index).map((code) => first + code);
  });
  const held = Array.from(source.indexes, (index) => readers.flatMap((read) => read(index)));
  return { features, held };
}

interface Dimension {
  readonly values: readonly Omit<Feature, 'dimension'>[];
  readonly codesOf: (index: number) => readonly number[];
}

function readDimension(
  { data, indexes, lengths }: FeatureSource,
  dimension: SliceDimension,
): Dimension {
  switch (dimension) {
    case 'inputModality':
      return ofMasks(data.inputMasks);
    case 'outputModality':
      return ofMasks(data.outputMasks);
    case 'length':
      return ofLengths(lengths, indexes);
    case 'capability': {
      const { values, starts, codes } = data.capability;
      const codesOf = (index: number) => [...codes.subarray(starts[index], starts[index + 1])];
      return { values: values.map((value) => ({ value })), codesOf };
    }
    default: {
      const { values, codes } = data[dimension];
      return {
        values: values.map((value) => ({ value })),
        codesOf: (index) => [codes[index] ?? 0],
      };
    }
  }
}

function ofMasks(masks: Uint8Array): Dimension {
  const byMask = Array.from({ length: 256 }, (_, mask) =>
    [...MODALITY_IDS.keys()].filter((bit) => maskHas(mask, bit)),
  );
  return {
    values: MODALITY_IDS.map((value) => ({ value })),
    codesOf: (index) => byMask[masks[index] ?? 0] ?? [],
  };
}

const QUARTERS = [0.25, 0.5, 0.75] as const;

/** Quarters of the instances, the shortest first; fewer where many are as long. */
function ofLengths(lengths: Float64Array, indexes: Uint32Array): Dimension {
  if (lengths.length === 0 || indexes.length === 0) return { values: [], codesOf: () => [] };
  const sorted = Float64Array.from(indexes, (index) => lengths[index] ?? 0).sort();
  const [shortest, longest] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const cuts = QUARTERS.map((share) => Math.floor(quantile(sorted, share)));
  const ends = [...new Set([...cuts, longest])].filter((end) => end >= shortest);
  const values = ends.map((most, at) => {
    const least = at === 0 ? shortest : (ends[at - 1] ?? 0) + 1;
    return { value: `${least}–${most}`, range: [least, most] as const };
  });
  return {
    values,
    codesOf: (index) => [ends.findIndex((most) => (lengths[index] ?? 0) <= most)],
  };
}
