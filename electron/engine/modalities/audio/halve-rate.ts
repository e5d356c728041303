import { kaiserBeta, windowedSinc } from './kaiser.ts';

const ATTENUATION_DB = 90;

/** Taps of a half-band filter on one side, at distances 1, 3, 5 …; those at even ones are 0. */
function halfBand(taps: number): Float64Array {
  const kernel = windowedSinc(0.25, 2 * taps, kaiserBeta(ATTENUATION_DB));
  const side = Float64Array.from({ length: taps }, (_, i) => kernel(2 * i + 1));
  const total = side.reduce((sum, tap) => sum + tap, 0);
  return side.map((tap) => (tap * 0.25) / total); // exactly 1 at 0 Hz
}

/** Keeps what lies below 0.35 of the new rate and attenuates by 90 dB what would fold onto it. */
const STEEP = halfBand(10);
/** The same for what lies below 0.17 of the new rate: enough before another halving. */
const GENTLE = halfBand(5);

/**
 * The signal at half its rate, without delay; it is taken as 0 outside. Made for constant-Q octaves,
 * which end at 0.35 of their rate.
 *
 * @param isFirst  another halving follows before anything is read off the signal
 */
export function halveRate(samples: Float32Array | Float64Array, isFirst: boolean): Float64Array {
  const side = isFirst ? GENTLE : STEEP;
  const reach = 2 * side.length - 1;
  const padded = new Float64Array(samples.length + 2 * reach + 1);
  padded.set(samples, reach);
  const out = new Float64Array(Math.ceil(samples.length / 2));
  if (isFirst) filterGently(padded, out, reach);
  else filterSteeply(padded, out, reach);
  return out;
}

function filterGently(padded: Float64Array, out: Float64Array, reach: number): void {
  const [t0, t1, t2, t3, t4] = GENTLE as unknown as readonly [
    number,
    number,
    number,
    number,
    number,
  ]; // five
  for (let o = 0, c = reach; o < out.length; o++, c += 2) {
    out[o] =
      0.5 * padded[c]! +
      t0 * (padded[c - 1]! + padded[c + 1]!) +
      t1 * (padded[c - 3]! + padded[c + 3]!) +
      t2 * (padded[c - 5]! + padded[c + 5]!) +
      t3 * (padded[c - 7]! + padded[c + 7]!) +
      t4 * (padded[c - 9]! + padded[c + 9]!);
  }
}

function filterSteeply(padded: Float64Array, out: Float64Array, reach: number): void {
  for (let o = 0, c = reach; o < out.length; o++, c += 2) {
    let sum = 0.5 * padded[c]!;
    for (let i = 0, d = 1; i < STEEP.length; i++, d += 2) {
      sum += STEEP[i]! * (padded[c - d]! + padded[c + d]!);
    }
    out[o] = sum;
  }
}
