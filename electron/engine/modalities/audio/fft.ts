// A complex FFT of 2^k or 5·2^k points: Stockham, radix 4, so that every pass reads and writes in
// order and no bit reversal is needed. Two real frames go through one transform as its two parts.
import { firstPassOfFour, passOfFive, passOfFour, passOfTwo, twiddlesOf } from './fft-passes.ts';

/** A plan for one size; keeps its tables and work space, so it must not be shared between threads. */
export interface Fft {
  readonly size: number;
  /** Real parts: write the input here, read the output here. */
  readonly re: Float64Array;
  /** Imaginary parts, likewise. */
  readonly im: Float64Array;
  /** Transforms `re` and `im` in place, forward, unscaled. */
  readonly transform: () => void;
}

const plans = new Map<number, Fft>();

/**
 * The plan of a size.
 *
 * @param size  2^k or 5·2^k, at least 4
 */
export function fftOf(size: number): Fft {
  let plan = plans.get(size);
  if (plan === undefined) {
    plan = createFft(size);
    plans.set(size, plan);
  }
  return plan;
}

/** The least size that {@link fftOf} takes and that is not below `least`. */
export function fftSizeFor(least: number): number {
  const power = 2 ** Math.ceil(Math.log2(Math.max(4, least)));
  const five = (power * 5) / 8;
  return five >= least && five % 1 === 0 ? five : power;
}

/**
 * Powers of the two real frames that were transformed as `re` and `im`, in their place: those of the
 * first in `re`, those of the second in `im`, each mirrored round the middle.
 */
export function pairPowers({ size, re, im }: Fft): void {
  for (let k = 0; k <= size / 2; k++) {
    const mirror = k === 0 ? 0 : size - k;
    const evenRe = re[k]! + re[mirror]!;
    const oddIm = im[k]! - im[mirror]!;
    const evenIm = im[k]! + im[mirror]!;
    const oddRe = re[mirror]! - re[k]!;
    re[k] = re[mirror] = (evenRe * evenRe + oddIm * oddIm) / 4;
    im[k] = im[mirror] = (evenIm * evenIm + oddRe * oddRe) / 4;
  }
}

/** One pass: how many points are joined, the points left to join, and the distance between groups. */
interface Pass {
  readonly radix: 2 | 4 | 5;
  readonly length: number;
  readonly stride: number;
  readonly twiddles: Float64Array;
}

function passesOf(size: number): Pass[] {
  const passes: Pass[] = [];
  for (let length = size, stride = 1; length > 1;) {
    const radix = length % 4 === 0 ? 4 : length % 5 === 0 ? 5 : 2; // fives late, where runs are long
    passes.push({ radix, length, stride, twiddles: twiddlesOf(length, radix) });
    length /= radix;
    stride *= radix;
  }
  return passes;
}

function createFft(size: number): Fft {
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  const workRe = new Float64Array(size);
  const workIm = new Float64Array(size);
  const passes = passesOf(size);
  const transform = () => {
    let [fromRe, fromIm, toRe, toIm] = [re, im, workRe, workIm];
    for (const { radix, length, stride, twiddles } of passes) {
      if (radix === 2) passOfTwo(fromRe, fromIm, toRe, toIm, stride);
      else if (radix === 5) passOfFive(fromRe, fromIm, toRe, toIm, length, stride, twiddles);
      else if (stride === 1) firstPassOfFour(fromRe, fromIm, toRe, toIm, length, twiddles);
      else passOfFour(fromRe, fromIm, toRe, toIm, length, stride, twiddles);
      [fromRe, fromIm, toRe, toIm] = [toRe, toIm, fromRe, fromIm];
    }
    if (fromRe !== re) {
      re.set(fromRe);
      im.set(fromIm);
    }
  };
  return { size, re, im, transform };
}
