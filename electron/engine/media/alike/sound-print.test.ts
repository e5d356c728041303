import { expect, test } from 'vitest';
import { createRandom } from '../../../../shared/stats/random.ts';
import { printSamples } from './sound-print.ts';
import { soundsAlike } from './sounds-alike.ts';

test('the same melody at another rate, quieter and with noise is alike; another melody is not', () => {
  const original = print(melody(1, 44_100));
  const lower = print(melody(1, 22_050, 0.4, 0.002), 22_050);

  expect(soundsAlike(original, lower)).toBe(true);
  for (const seed of [2, 3]) {
    expect(soundsAlike(original, print(melody(seed, 44_100)))).toBe(false);
  }
});

test('of another length it is another recording', () => {
  const own = print(melody(1, 44_100));

  expect(soundsAlike(own, { ...own, durationMs: own.durationMs * 1.1 })).toBe(false);
});

test('silence has no print', () => {
  expect(printSamples(new Float32Array(44_100), 44_100, 1)).toBeUndefined();
});

const SECONDS = 2;

function print(samples: Float32Array, rateHz = 44_100) {
  const bits = printSamples(samples, rateHz, SECONDS);
  if (bits === undefined) throw new Error('it has no print');
  expect(bits).toHaveLength(31 * 4);
  return { durationMs: SECONDS * 1000, bits };
}

/** Notes of a quarter of a second, each with some overtones. */
function melody(seed: number, rateHz: number, gain = 1, noise = 0): Float32Array {
  const random = createRandom(seed);
  const notes = Array.from({ length: SECONDS * 4 }, () => 200 * 2 ** (random() * 3));
  const hiss = createRandom(seed + 100);
  return Float32Array.from({ length: SECONDS * rateHz }, (_, at) => {
    const seconds = at / rateHz;
    const hz = notes[Math.floor(seconds * 4)] ?? 0;
    const tone = [1, 2, 3].reduce(
      (sum, nth) => sum + Math.sin(2 * Math.PI * hz * nth * seconds) / nth,
      0,
    );
    return gain * 0.3 * tone + noise * (hiss() - 0.5);
  });
}
