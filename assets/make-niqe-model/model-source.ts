import type { Gaussian } from '../../electron/engine/modalities/image/inspect/gaussian-distance.ts';

const DIGITS = 9; // the features themselves are good to about four

/** What is kept with the numbers. */
interface Origin {
  readonly photographs: number;
  readonly patches: number;
  readonly provenanceSha256: string;
}

/** The generated TypeScript file. */
export function modelSource({ mean, covariance }: Gaussian, origin: Origin): string {
  const d = mean.length;
  const lower: number[] = [];
  for (let i = 0; i < d; i++) lower.push(...covariance.subarray(i * d, i * d + i + 1));
  return `// Made by assets/make-niqe-model/main.ts; do not edit. Where the photographs come from:
// assets/make-niqe-model/provenance.json.

/** Features of ${origin.patches.toString()} sharp patches of ${origin.photographs.toString()} free photographs. */
export const PRISTINE_MODEL = {
  photographs: ${origin.photographs.toString()},
  patches: ${origin.patches.toString()},
  /** SHA-256 of provenance.json. */
  provenanceSha256: '${origin.provenanceSha256}',
  mean: [${numbers(mean)}],
  /** Lower triangle, row by row, the diagonal included. */
  covariance: [${numbers(lower)}],
} as const satisfies {
  readonly photographs: number;
  readonly patches: number;
  readonly provenanceSha256: string;
  readonly mean: readonly number[];
  readonly covariance: readonly number[];
};
`;
}

const numbers = (values: ArrayLike<number>): string =>
  Array.from(values, (value) => Number(value.toPrecision(DIGITS)).toString()).join(', ');
