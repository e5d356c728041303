/** Modified Bessel function of the first kind, order 0, by its series. */
function besselI0(x: number): number {
  const quarter = (x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= quarter / (k * k);
    sum += term;
  }
  return sum;
}

/** β of a Kaiser window whose filter attenuates by so many dB (Kaiser 1974; from 50 dB up). */
export const kaiserBeta = (attenuationDb: number): number => 0.1102 * (attenuationDb - 8.7);

/**
 * Low pass as a Kaiser-windowed sinc, a function of time.
 *
 * @param cutoff  −6 dB point, cycles a unit of time
 * @param halfWidth  the window is 0 beyond it
 */
export function windowedSinc(
  cutoff: number,
  halfWidth: number,
  beta: number,
): (time: number) => number {
  const scale = 1 / besselI0(beta);
  return (time) => {
    const position = time / halfWidth;
    if (Math.abs(position) >= 1) return 0;
    const angle = 2 * Math.PI * cutoff * time;
    const sinc = Math.abs(angle) < 1e-12 ? 1 : Math.sin(angle) / angle;
    return 2 * cutoff * sinc * besselI0(beta * Math.sqrt(1 - position * position)) * scale;
  };
}
