import { assert, describe, test } from 'vitest';
import { kaiserBeta, windowedSinc } from '../kaiser.ts';
import { bandwidthOf, longTermSpectrum } from './bandwidth.ts';
import { amplitude, noise, sine } from '../../../../../tests/builders/sounds.ts';

const RATE = 48_000;
const measure = (samples: Float32Array, rate = RATE) =>
  bandwidthOf(longTermSpectrum([samples], rate), rate);

/** A filter of 801 taps, 80 dB down within 300 Hz. */
function lowPassed(samples: Float32Array, hertz: number, rate = RATE): Float32Array {
  const kernel = windowedSinc(hertz / rate, 400, kaiserBeta(80));
  const taps = Float64Array.from({ length: 801 }, (_, i) => kernel(i - 400));
  return samples.map((_, at) => {
    let sum = 0;
    for (let j = 0; j < taps.length; j++) sum += taps[j]! * (samples[at + j - 400] ?? 0);
    return sum;
  });
}

describe('bandwidth', () => {
  test('of white noise is the whole band, without a shelf', () => {
    const { highestHz, shelfDropDb } = measure(noise(2, 0.3));

    assert.equal(highestHz, 24_000);
    assert.isUndefined(shelfDropDb);
  });

  test.each([4000, 8000, 12_000, 16_000])('of noise below %i Hz ends there at a shelf', (hertz) => {
    const { highestHz, shelfDropDb } = measure(lowPassed(noise(1, 0.3), hertz));

    assert.approximately(highestHz!, hertz, 200);
    assert.isAbove(shelfDropDb!, 50);
  });

  test('finds the shelf above the rounding of 16 bits too', () => {
    const samples = lowPassed(noise(1, amplitude(-40)), 16_000).map(
      (x) => Math.round(x * 32_768) / 32_768,
    );

    const { highestHz, shelfDropDb } = measure(samples);

    assert.approximately(highestHz!, 16_000, 200);
    assert.isTrue(shelfDropDb! > 30 && shelfDropDb! < 60, String(shelfDropDb)); // −65 to about −125
  });

  test('of a tone in 16 bits ends at the tone, without a shelf', () => {
    const samples = sine(2, 5000, 0.5).map((x) => Math.round(x * 32_768) / 32_768);

    const { highestHz, shelfDropDb } = measure(samples);

    assert.approximately(highestHz!, 5000, 600); // side lobes of the window
    assert.isUndefined(shelfDropDb);
  });

  test('near the end of the band is no shelf', () => {
    assert.isUndefined(measure(lowPassed(noise(1, 0.3, 8000), 3700, 8000), 8000).shelfDropDb);
  });

  test('of silence and of one sample does not exist', () => {
    assert.isUndefined(measure(new Float32Array(RATE)).highestHz);
    assert.isUndefined(measure(new Float32Array(1)).highestHz);
  });
});
