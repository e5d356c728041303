import { normaliseRows } from './contrast-normalise.ts';
import type { Plane } from '../../media/decode/colour-image.ts';
import { addProducts, emptySums, type SignedSums } from './product-sums.ts';
import { shapeOf } from './shape.ts';

/** Features of one scale; 30 of them, see {@link FEATURE_NAMES}. */
export const FEATURES_PER_SCALE = 30;

const SHIFTS = ['(0,1)', '(1,0)', '(1,1)', '(−1,1)'] as const; // rows, columns; step 5

/** Names in the order of {@link scaleFeatures}. */
export const FEATURE_NAMES: readonly string[] = [
  'α N',
  'β N',
  ...SHIFTS.flatMap((shift) =>
    ['α', 'β', 'α−', 'β−', 'α+', 'β+', 'mean'].map((name) => `${name} ${shift}`),
  ),
];

/** Features of one scale and the moments of N that the golden figures hold. */
export interface ScaleFeatures {
  readonly features: Float64Array;
  readonly mscnMean: number;
  readonly mscnRms: number;
}

/**
 * The 30 features of one scale, in one pass over the picture.
 *
 * @source gq-official.md, image, steps 3 to 5
 */
export function scaleFeatures(plane: Plane): ScaleFeatures {
  const { width } = plane;
  const own = { sum: 0, sumAbs: 0, sumSquares: 0 };
  const [across, down, fall, rise] = [emptySums(), emptySums(), emptySums(), emptySums()];
  let first: Float64Array | undefined;
  let previous: Float64Array | undefined;
  const addPair = (row: Float64Array, above: Float64Array) => {
    addProducts(down, row, 1, above, 1, width);
    addProducts(fall, row, 1, above, 0, width);
    addProducts(rise, row, 1, above, 2, width);
  };
  normaliseRows(plane, (row) => {
    addOwn(own, row, width);
    addProducts(across, row, 1, row, 0, width);
    if (previous !== undefined) addPair(row, previous);
    first ??= row.slice();
    previous = row;
  });
  if (first !== undefined && previous !== undefined) addPair(first, previous); // circular

  const count = plane.width * plane.height;
  const rms = Math.sqrt(own.sumSquares / count);
  const shape = shapeOf(own.sumAbs / count, rms);
  const features = [shape.alpha, shape.beta, ...[across, down, fall, rise].flatMap(shiftFeatures)];
  return { features: Float64Array.from(features), mscnMean: own.sum / count, mscnRms: rms };
}

function addOwn(
  own: { sum: number; sumAbs: number; sumSquares: number },
  row: Float64Array,
  width: number,
): void {
  let sum = 0;
  let sumAbs = 0;
  let sumSquares = 0;
  for (let x = 1; x <= width; x++) {
    const value = row[x]!;
    sum += value;
    sumAbs += Math.abs(value);
    sumSquares += value * value;
  }
  own.sum += sum;
  own.sumAbs += sumAbs;
  own.sumSquares += sumSquares;
}

/** The seven features of one shift. Sums of one sign follow from those of both. */
function shiftFeatures(s: SignedSums): number[] {
  const shape = (count: number, sumAbs: number, sumSquares: number) => {
    if (count === 0) return shapeOf(0, 0);
    return shapeOf(sumAbs / count, Math.sqrt(Math.max(0, sumSquares) / count));
  };
  const both = shape(s.count, s.sumAbs, s.sumSquares);
  const negative = shape(
    s.countNegative,
    (s.sumAbs - s.sum) / 2,
    (s.sumSquares - s.sumSignedSquares) / 2,
  );
  const positive = shape(
    s.countPositive,
    (s.sumAbs + s.sum) / 2,
    (s.sumSquares + s.sumSignedSquares) / 2,
  );
  return [
    both.alpha,
    both.beta,
    negative.alpha,
    negative.beta,
    positive.alpha,
    positive.beta,
    s.sum / s.count,
  ];
}
