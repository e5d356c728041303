import { MODALITY_IDS } from '../../../shared/model/modality.ts';
import type { AnalysisData, AnalysisModel, CodedFacet, ManyFacet } from '../analysis/data.ts';
import { listMetrics } from '../metrics/index.ts';
import type { CodedColumn, Columns, ManyColumn, ModelColumns } from '../query/columns.ts';
import { listFacetValues } from '../query/facets.ts';

/** Copies what analyses need into memory that threads share. */
export function makeAnalysisData(columns: Columns): AnalysisData {
  return {
    count: columns.count,
    metrics: listScoredMetrics(columns),
    field: coded(columns.field),
    subdomain: coded(columns.subdomain),
    difficulty: coded(columns.difficulty),
    combination: coded(columns.combination),
    capability: many(columns.capability),
    inputMasks: bytes(columns.inputMasks),
    outputMasks: bytes(columns.outputMasks),
    problems: words(columns.problems),
    order: {
      field: listFacetValues(columns, 'field'),
      subdomain: listFacetValues(columns, 'subdomain'),
      difficulty: listFacetValues(columns, 'difficulty'),
      combination: listFacetValues(columns, 'combination'),
      capability: listFacetValues(columns, 'capability'),
      inputModality: [...MODALITY_IDS],
      outputModality: [...MODALITY_IDS],
    },
    models: columns.models.map(toModel),
  };
}

/** Those that somebody has figures of: known ones in their order, then others, e.g. of a newer Loupe. */
function listScoredMetrics({ models }: Columns): string[] {
  const scored = new Set(models.flatMap(({ scores }) => [...scores.keys()]));
  const known = listMetrics().flatMap(({ id }) => (scored.delete(id) ? [id] : []));
  return [...known, ...[...scored].sort()];
}

function toModel({ name, hasResponse, takesMask, scores }: ModelColumns): AnalysisModel {
  return {
    name,
    hasResponse: bytes(hasResponse),
    takesMask,
    scores: new Map([...scores].map(([metric, values]) => [metric, figures(values)])),
  };
}

const coded = ({ values, codes }: CodedColumn): CodedFacet => ({ values, codes: halves(codes) });
const many = ({ values, starts, codes }: ManyColumn): ManyFacet => ({
  values,
  starts: words(starts),
  codes: halves(codes),
});

/** What a thread sees without a copy of its own. */
function bytes(values: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
function halves(values: Uint16Array): Uint16Array {
  const copy = new Uint16Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
function words(values: Uint32Array): Uint32Array {
  const copy = new Uint32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
function figures(values: Float64Array): Float64Array {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
