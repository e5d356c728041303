import { clip, median } from '../order-statistics.ts';

/** Median over the classes of their variance over time, and the rating of that. */
export function chromaStructure(chroma: readonly Float64Array[]): {
  readonly variance: number;
  readonly score: number;
} {
  const variance = median(chroma.map(varianceOf));
  return { variance, score: clip((variance - 0.005) / 0.045, 0, 1) }; // gq-official.md, audio, chroma
}

function varianceOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return squares / values.length;
}
