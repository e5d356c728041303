import type { ScoreRange } from '../../../shared/model/filter.ts';

/** Figures that ranges and histograms are about: of one model, or the difference of two. */
export type FigureName = Pick<ScoreRange, 'metric' | 'model' | 'modelB'>;

/** The same for two figures that are the same. */
export function figureId({ metric, model, modelB }: FigureName): string {
  return JSON.stringify([metric, model, modelB]);
}

/** Decimals of a difference: 0.8 − 0.6 is 0.2, and not a little more. */
const EXACT = 1e12;

/** The difference of two figures, rounded; NaN where one of them is missing. */
export function difference(first: number, second: number): number {
  return Math.round((first - second) * EXACT) / EXACT + 0;
}

/** {@link difference} of two columns. */
export function subtract(first: Float64Array, second: Float64Array): Float64Array {
  const result = new Float64Array(first.length);
  for (let index = 0; index < first.length; index++) {
    result[index] = difference(first[index]!, second[index]!);
  }
  return result;
}
