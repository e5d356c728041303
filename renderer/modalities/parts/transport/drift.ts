// How a medium that runs beside another one is kept with it: small differences by playing a little
// faster or slower, which nobody sees, large ones by a jump. Pure.

/** A difference that is left alone, and one from which correcting stops. */
const DEAD_S = 0.006;
const REST_S = 0.0015;
const JUMP_S = 0.4;
/** Share of the difference made up in a second, and the most that the speed may change by. */
const GAIN = 2;
const MOST = 0.1;

/** What to do about a difference: a factor on the speed, or a jump. */
export type Correction =
  { readonly kind: 'factor'; readonly factor: number } | { readonly kind: 'jump' };

/**
 * @param behindS  by how much the medium is behind, negative when ahead
 * @param factor  the one in use; 1 when it is not being corrected
 */
export function correctDrift(behindS: number, factor: number): Correction {
  const size = Math.abs(behindS);
  if (size > JUMP_S) return { kind: 'jump' };
  if (size < (factor === 1 ? DEAD_S : REST_S)) return { kind: 'factor', factor: 1 };
  const change = Math.max(-MOST, Math.min(MOST, behindS * GAIN));
  // a few steps only, so that the speed is not set anew all the time
  const step = Math.sign(change) * Math.max(0.005, Math.round(Math.abs(change) * 200) / 200);
  return { kind: 'factor', factor: 1 + step };
}
