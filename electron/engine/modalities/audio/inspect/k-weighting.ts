import type { Biquad } from '../loudness.ts';

// Analogue prototypes of the tables in BS.1770-4, as libebur128 1.2 derives them, so that any rate has
// them. The official profile keeps pyloudnorm's filters, which differ by some hundredths of a dB.
const SHELF_HZ = 1681.974450955533;
const SHELF_DB = 3.999843853973347;
const SHELF_Q = 0.7071752369554196;
const SHELF_BAND_POWER = 0.4996667741545416;
const PASS_HZ = 38.13547087602444;
const PASS_Q = 0.5003270373238773;

/**
 * K-weighting of ITU-R BS.1770-4: a high shelf, then a high pass.
 *
 * @param sampleRateHz  the shelf lies at 1.68 kHz; below 4 kHz it is cut at the Nyquist frequency
 */
export function standardKWeighting(sampleRateHz: number): readonly [Biquad, Biquad] {
  return [shelf(sampleRateHz), pass(sampleRateHz)];
}

function shelf(sampleRateHz: number): Biquad {
  const k = Math.tan((Math.PI * Math.min(SHELF_HZ, 0.45 * sampleRateHz)) / sampleRateHz);
  const high = 10 ** (SHELF_DB / 20);
  const band = high ** SHELF_BAND_POWER;
  const a0 = 1 + k / SHELF_Q + k * k;
  return {
    b: [
      (high + (band * k) / SHELF_Q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / SHELF_Q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / SHELF_Q + k * k) / a0],
  };
}

function pass(sampleRateHz: number): Biquad {
  const k = Math.tan((Math.PI * PASS_HZ) / sampleRateHz);
  const a0 = 1 + k / PASS_Q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / PASS_Q + k * k) / a0] };
}
