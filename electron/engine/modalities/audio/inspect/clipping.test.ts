import { assert, describe, test } from 'vitest';
import { findClipping } from './clipping.ts';
import { sine } from '../../../../../tests/builders/sounds.ts';

const clipped = (samples: Float32Array, level: number) =>
  samples.map((x) => Math.max(-level, Math.min(level, x)));

describe('clipping', () => {
  test('is a run of three samples at full scale, of one sign', () => {
    const samples = sine(0.01, 440, 0.3);
    samples.fill(1, 100, 103);
    samples.fill(-1, 200, 210);
    samples.fill(1, 300, 302); // too short
    samples.set([1, -1, 1, -1], 400); // no run

    const { runs, ...counts } = findClipping(samples);

    assert.deepEqual(
      runs.map(({ start, end }) => [start, end]),
      [
        [100, 103],
        [200, 210],
      ],
    );
    assert.deepEqual(counts, { runCount: 2, flatTops: 0, samples: 13, longestRun: 10 });
  });

  test('of a sine cut off comes twice a period', () => {
    const samples = clipped(sine(1, 100, 1.5), 1);

    const { runCount, samples: count } = findClipping(samples);

    assert.equal(runCount, 200);
    // above 1/1.5 a sine is for 1 − 2·asin(2/3)/π = 0.5355 of the time
    assert.approximately(count / samples.length, 0.5355, 0.002);
  });

  test('is found as flat tops when it was made softer afterwards', () => {
    const samples = clipped(sine(1, 100, 1.5), 1).map((x) => x * 0.4);

    const { runCount, flatTops } = findClipping(samples);

    assert.equal(runCount, 200);
    assert.equal(flatTops, 200);
  });

  test.each([20, 50, 997, 11_999])('is not found in a sine of %i Hz of 16 bits', (hertz) => {
    const samples = sine(1, hertz, 0.7).map((x) => Math.round(x * 32_768) / 32_768);

    assert.equal(findClipping(samples).runCount, 0);
  });

  test('is not found in silence', () => {
    assert.equal(findClipping(new Float32Array(1000)).runCount, 0);
    assert.equal(findClipping(new Float32Array(0)).runCount, 0);
  });
});
