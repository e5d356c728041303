import { regularisedBeta } from './gamma.ts';
import { normalQuantile } from './normal-distribution.ts';

/** P(|T| ≥ |t|) of Student's distribution. @param freedom  degrees of freedom, above 0 */
export function studentTwoSided(t: number, freedom: number): number {
  return regularisedBeta(freedom / 2, 0.5, freedom / (freedom + t * t));
}

/** The t that |T| exceeds with a probability of 5 %: 12.7 for one degree of freedom, towards 1.96. */
export function studentCritical95(freedom: number): number {
  // widen until it is inside, then halve: the tail falls steadily
  let low = 0;
  let high = normalQuantile(0.975);
  while (studentTwoSided(high, freedom) > 0.05) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (studentTwoSided(middle, freedom) > 0.05) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
