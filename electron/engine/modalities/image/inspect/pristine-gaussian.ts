import type { Gaussian } from './gaussian-distance.ts';
import { FEATURE_COUNT } from './niqe-patch.ts';
import { PRISTINE_MODEL } from './pristine-model.ts';

let unpacked: Gaussian | undefined;

/** Mean and covariance of the features of photographs without distortion. */
export function pristineGaussian(): Gaussian {
  if (unpacked !== undefined) return unpacked;
  const covariance = new Float64Array(FEATURE_COUNT * FEATURE_COUNT);
  for (let i = 0, k = 0; i < FEATURE_COUNT; i++) {
    for (let j = 0; j <= i; j++, k++) {
      covariance[i * FEATURE_COUNT + j] = PRISTINE_MODEL.covariance[k]!;
      covariance[j * FEATURE_COUNT + i] = PRISTINE_MODEL.covariance[k]!;
    }
  }
  unpacked = { mean: Float64Array.from(PRISTINE_MODEL.mean), covariance };
  return unpacked;
}
