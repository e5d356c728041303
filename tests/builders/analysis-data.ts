import type {
  AnalysisData,
  AnalysisModel,
  CodedFacet,
} from '../../electron/engine/analysis/data.ts';
import { MODALITY_IDS } from '../../shared/model/modality.ts';

/** An instance as a test says it; what it leaves out is the first of its kind. */
export interface InstanceText {
  readonly field?: string;
  readonly subdomain?: string;
  readonly difficulty?: '1' | '2' | '3' | 'unknown';
  readonly inputMask?: number;
  readonly outputMask?: number;
  readonly capabilities?: readonly string[];
}

/** By metric: a figure an instance, NaN for none. */
export type ModelText = Readonly<Record<string, readonly number[]>>;

/** Data of some instances and models, in memory. Every instance with a figure has a response. */
export function analysisData(
  instances: readonly InstanceText[],
  models: Readonly<Record<string, ModelText>>,
  takes: Readonly<Record<string, number>> = {},
): AnalysisData {
  const field = coded(instances.map((instance) => instance.field ?? 'natural_science'));
  const subdomain = coded(instances.map((instance) => instance.subdomain ?? 'physics'));
  const difficulty = coded(instances.map((instance) => instance.difficulty ?? '1'));
  const combination = coded(
    instances.map(({ inputMask = 0, outputMask = 0 }) => `${inputMask} → ${outputMask}`),
  );
  const capability = manyOf(instances.map(({ capabilities = [] }) => capabilities));
  const metrics = [...new Set(Object.values(models).flatMap((model) => Object.keys(model)))];
  return {
    count: instances.length,
    metrics,
    field,
    subdomain,
    difficulty,
    combination,
    capability,
    inputMasks: Uint8Array.from(instances, ({ inputMask = 0 }) => inputMask),
    outputMasks: Uint8Array.from(instances, ({ outputMask = 0 }) => outputMask),
    problems: new Uint32Array(instances.length),
    order: {
      field: field.values,
      subdomain: subdomain.values,
      difficulty: ['1', '2', '3', 'unknown'],
      combination: combination.values,
      capability: capability.values,
      inputModality: MODALITY_IDS,
      outputModality: MODALITY_IDS,
    },
    models: Object.entries(models).map(([name, scores]): AnalysisModel => ({
      name,
      takesMask: takes[name],
      hasResponse: Uint8Array.from(instances, (_, at) =>
        Object.values(scores).some((own) => !Number.isNaN(own[at] ?? Number.NaN)) ? 1 : 0,
      ),
      scores: new Map(
        Object.entries(scores).map(([metric, own]) => [metric, Float64Array.from(own)]),
      ),
    })),
  };
}

/** Every instance of the data. */
export const everyIndex = ({ count }: AnalysisData): Uint32Array =>
  Uint32Array.from({ length: count }, (_, at) => at);

function coded(own: readonly string[]): CodedFacet {
  const values = [...new Set(own)];
  return { values, codes: Uint16Array.from(own, (value) => values.indexOf(value)) };
}

function manyOf(own: readonly (readonly string[])[]) {
  const values = [...new Set(own.flat())].sort();
  const starts = new Uint32Array(own.length + 1);
  own.forEach((some, at) => (starts[at + 1] = (starts[at] ?? 0) + some.length));
  return { values, starts, codes: Uint16Array.from(own.flat(), (value) => values.indexOf(value)) };
}
