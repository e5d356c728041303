import type { FacetId, InstanceFilter } from '../../../shared/model/filter.ts';
import { MODALITY_IDS } from '../../../shared/model/modality.ts';
import { annotationTest, isAnnotationFacet, type AnnotationColumns } from './annotation-columns.ts';
import { markTest } from './mark-columns.ts';
import { chosenModels, TEXT_ONLY, type CodedColumn, type Columns } from './columns.ts';

/** Facets in the order of their bits in {@link Matches.failing}. */
export const FACET_BITS: readonly FacetId[] = [
  'field',
  'subdomain',
  'difficulty',
  'inputModality',
  'outputModality',
  'combination',
  'capability',
  'tag',
  'flagged',
  'annotated',
  'mark',
];

/** How each instance does under a filter. */
export interface Matches {
  /**
   * Per instance: bit n is set when the nth facet rejects it; {@link REJECTED} when search or state
   * do. 0 = it passes. With a single bit set it still counts for that facet's own figures.
   */
  readonly failing: Uint16Array;
}

/** Rejected by what is no facet. */
export const REJECTED = 0x8000;

/**
 * Applies a filter to every instance.
 *
 * @param found  row ids that the search gave; undefined when nothing is searched for
 * @param modelNames  models that `state` is about; all when empty
 * @param annotations  asked only where the filter names them
 * @param marks  sets of structure marks of the models, by index; asked only where the filter names one
 */
export function matchInstances(
  columns: Columns,
  filter: InstanceFilter,
  found: readonly number[] | undefined,
  modelNames: readonly string[],
  annotations: () => AnnotationColumns,
  marks: () => Uint8Array,
): Matches {
  const failing = new Uint16Array(columns.count);
  if (found !== undefined) keepFound(columns, found, failing);
  rejectByState(columns, filter, modelNames, failing);
  FACET_BITS.forEach((facet, bit) => {
    const wanted = filter.facets?.[facet];
    if (wanted === undefined || wanted.length === 0) return;
    const passes = facetTest(columns, facet, wanted, annotations, marks);
    for (let index = 0; index < columns.count; index++) {
      if (!passes(index)) failing[index] = (failing[index] ?? 0) | (1 << bit);
    }
  });
  return { failing };
}

function keepFound(columns: Columns, found: readonly number[], failing: Uint16Array): void {
  failing.fill(REJECTED);
  for (const id of found) {
    const index = columns.indexById[id] ?? -1;
    if (index !== -1) failing[index] = 0;
  }
}

function rejectByState(
  columns: Columns,
  { state }: InstanceFilter,
  modelNames: readonly string[],
  failing: Uint16Array,
): void {
  if (state === undefined) return;
  const models = chosenModels(columns, modelNames);
  const isIn = (index: number) => {
    if (state === 'problems') return (columns.problems[index] ?? 0) > 0;
    const answered = state === 'answered' ? 1 : 0;
    return models.some((model) => model.hasResponse[index] === answered);
  };
  for (let index = 0; index < columns.count; index++) {
    if (!isIn(index)) failing[index] = REJECTED;
  }
}

/** Whether an instance has one of the values wanted. */
function facetTest(
  columns: Columns,
  facet: FacetId,
  wanted: readonly string[],
  annotations: () => AnnotationColumns,
  marks: () => Uint8Array,
): (index: number) => boolean {
  if (isAnnotationFacet(facet)) return annotationTest(facet, annotations(), wanted);
  if (facet === 'mark') return onMasks(marks(), markTest(wanted));
  if (facet === 'inputModality') return onMasks(columns.inputMasks, maskTest(wanted));
  if (facet === 'outputModality') return onMasks(columns.outputMasks, maskTest(wanted));
  if (facet === 'capability') {
    const { values, starts, codes } = columns.capability;
    const isWanted = values.map((value) => wanted.includes(value));
    return (index) =>
      codes.subarray(starts[index], starts[index + 1]).some((code) => isWanted[code] === true);
  }
  const { values, codes }: CodedColumn = columns[facet];
  const isWanted = Uint8Array.from(values, (value) => (wanted.includes(value) ? 1 : 0));
  return (index) => isWanted[codes[index] ?? 0] === 1;
}

const onMasks = (masks: Uint8Array, test: (mask: number) => boolean) => (index: number) =>
  test(masks[index] ?? 0);

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
