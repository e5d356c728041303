import { AppError } from '../../../shared/api/errors.ts';
import type { AnalysisData, AnalysisModel } from './data.ts';

/** Text is no modality that a model could lack. */
const TEXT = 1;

/**
 * Those of the indexes whose instance the model supports: its manifest says that it takes all modalities
 * of the input; without a manifest, it has a response.
 */
export function supportedOf(
  { takesMask, hasResponse }: AnalysisModel,
  { inputMasks }: AnalysisData,
  indexes: Uint32Array,
): Uint32Array {
  if (takesMask === undefined) return indexes.filter((index) => hasResponse[index] === 1);
  const lacking = ~(takesMask | TEXT);
  return indexes.filter((index) => ((inputMasks[index] ?? 0) & lacking) === 0);
}

/** Figures of a metric, without what is missing; in the order of the indexes. */
export function figuresOf(
  { scores }: AnalysisModel,
  metric: string,
  indexes: Uint32Array,
): Float64Array {
  const column = scores.get(metric);
  if (column === undefined) return new Float64Array(0);
  const found = new Float64Array(indexes.length);
  let n = 0;
  for (const index of indexes) {
    const value = column[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    found[n] = value;
    n += 1;
  }
  return found.slice(0, n);
}

/**
 * The models named, in that order; all when none is.
 *
 * @throws AppError 'not-found'
 */
export function modelsNamed(
  { models }: AnalysisData,
  names: readonly string[],
): readonly AnalysisModel[] {
  return names.length === 0 ? models : names.map((name) => modelNamed(models, name));
}

/** @throws AppError 'not-found' */
export function modelNamed(models: readonly AnalysisModel[], name: string): AnalysisModel {
  const found = models.find((model) => model.name === name);
  if (found !== undefined) return found;
  const known = models.map((model) => `"${model.name}"`).join(', ');
  throw new AppError(
    'not-found',
    `Cannot analyse: the project has no such model. It has ${known || 'none'}. "${name}"`,
  );
}
