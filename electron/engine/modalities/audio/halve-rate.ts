import { kaiserBeta, windowedSinc } from './kaiser.ts';

// Keeps what lies below 0.35 of the new rate, attenuates by 90 dB what would fold onto it: enough for
// a constant-Q octave, whose bins end there. Half-band, so every other tap is 0.
const TAPS = 10; // on each side, of odd distance
const ATTENUATION_DB = 90;

const side = (() => {
  const kernel = windowedSinc(0.25, 2 * TAPS, kaiserBeta(ATTENUATION_DB));
  const taps = Float64Array.from({ length: TAPS }, (_, i) => kernel(2 * i + 1));
  const total = taps.reduce((sum, tap) => sum + tap, 0);
  return taps.map((tap) => (tap * 0.25) / total); // exactly 1 at 0 Hz
})();

/** The signal at half its rate, without delay; it is taken as 0 outside. */
export function halveRate(samples: Float32Array | Float64Array): Float64Array {
  const reach = 2 * TAPS - 1;
  const padded = new Float64Array(samples.length + 2 * reach + 1);
  padded.set(samples, reach);
  const out = new Float64Array(Math.ceil(samples.length / 2));
  for (let o = 0; o < out.length; o++) {
    const centre = 2 * o + reach;
    let sum = 0.5 * padded[centre]!;
    for (let i = 0, d = 1; i < TAPS; i++, d += 2) {
      sum += side[i]! * (padded[centre - d]! + padded[centre + d]!);
    }
    out[o] = sum;
  }
  return out;
}
