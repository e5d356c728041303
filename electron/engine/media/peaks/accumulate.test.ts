import { expect, test } from 'vitest';
import fc from 'fast-check';
import { createPeakAccumulator } from './accumulate.ts';

test('each bin holds the largest absolute amplitude of its stretch, over all channels', () => {
  const accumulator = createPeakAccumulator();

  accumulator.add([Float32Array.of(0.1, -0.5, 0.2, 0), Float32Array.of(0, 0, 0, -0.25)]);

  // [0.1, 0.5] → 0.5   [0.2, 0.25] → 0.25
  expect(accumulator.finish(2)).toEqual([0.5, 0.25]);
});

test('more bins than samples repeat samples, none at all gives silence, loud is held at 1', () => {
  const short = createPeakAccumulator();
  short.add([Float32Array.of(0.5, 1.5)]);

  expect(short.finish(4)).toEqual([0.5, 0.5, 1, 1]);
  expect(createPeakAccumulator().finish(3)).toEqual([0, 0, 0]);
});

test('joining stretches never loses the loudest sample, however the sound is cut into parts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 500 }),
      fc.integer({ min: 1, max: 60 }),
      (samples, part) => {
        const accumulator = createPeakAccumulator(16);
        for (let at = 0; at < samples.length; at += part) {
          accumulator.add([Float32Array.from(samples.slice(at, at + part))]);
        }
        const loudest = Math.max(...samples.map((sample) => Math.abs(sample)));
        const found = Math.max(...accumulator.finish(8));
        return accumulator.samples() === samples.length && Math.abs(found - loudest) < 1e-4;
      },
    ),
  );
});
