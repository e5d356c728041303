import { assert, describe, test } from 'vitest';
import { samplePeak, truePeak } from './true-peak.ts';
import { amplitude, sine } from '../../../../../tests/builders/sounds.ts';

const db = (value: number) => 20 * Math.log10(value);
/** Fades in and out, so that no edge rings. */
const faded = (samples: Float32Array) =>
  samples.map((x, i) => x * Math.min(1, i / 2400, (samples.length - 1 - i) / 2400));

describe('true peak', () => {
  test('of a quarter of the rate at 45° lies 3.01 dB above the samples', () => {
    const samples = faded(sine(1, 12_000, 0.5, 48_000, 1 / 8)); // samples at ±0.5/√2 only

    assert.approximately(db(samplePeak(samples).amplitude), -9.03, 0.01);
    assert.approximately(db(truePeak(samples).amplitude), -6.02, 0.05);
  });

  test.each([997, 5000, 10_000, 15_000, 19_000])('of a sine of %i Hz is its amplitude', (hertz) => {
    const samples = faded(sine(1, hertz, amplitude(-6), 48_000, 0.3));

    // BS.1770-4, annex 2: at four times the rate a peak is missed by 0.17 dB at most up to 0.4 of it
    assert.approximately(db(truePeak(samples).amplitude), -6, 0.2);
  });

  test('stands where the sound is loudest', () => {
    const samples = new Float32Array(10_000);
    samples.set(faded(sine(0.1, 12_000, 0.9, 48_000, 1 / 8)), 3000);

    const { at } = truePeak(samples);

    assert.isTrue(at > 5300 && at < 5500, String(at)); // between the fades
  });

  test('is never below the sample peak, and 0 for silence and for nothing', () => {
    const click = new Float32Array(100);
    click[50] = -1;

    assert.equal(truePeak(click).amplitude, 1);
    assert.equal(truePeak(click).at, 50);
    assert.equal(truePeak(new Float32Array(100)).amplitude, 0);
    assert.deepEqual(truePeak(new Float32Array(0)), { amplitude: 0, at: 0 });
  });
});
