import { assert, describe, test } from 'vitest';
import { findSilence } from './silence.ts';
import { amplitude, concat, noise, sine } from '../../../../../tests/builders/sounds.ts';

const RATE = 48_000;
const quiet = (seconds: number) => new Float32Array(seconds * RATE);

describe('silence', () => {
  test('is measured before, behind and in the whole', () => {
    const samples = concat(quiet(1), sine(2, 440, 0.5), quiet(1), sine(2, 440, 0.5), quiet(2));

    const silence = findSilence([samples], RATE);

    assert.approximately(silence.leadingS, 1, 0.011);
    assert.approximately(silence.trailingS, 2, 0.011);
    assert.approximately(silence.silentShare, 4 / 8, 0.01);
    assert.approximately(silence.zeroShare, 4 / 8, 0.01);
  });

  test('in one channel only is none', () => {
    const { silentShare, zeroShare } = findSilence([quiet(2), sine(2, 440, 0.5)], RATE);

    assert.equal(silentShare, 0);
    assert.equal(zeroShare, 0);
  });

  test('from beginning to end leads and trails for all of it', () => {
    assert.deepInclude(findSilence([quiet(2)], RATE), {
      silentShare: 1,
      leadingS: 2,
      trailingS: 2,
      zeroShare: 1,
      dropouts: [],
      floorDb: undefined,
    });
  });
});

describe('dropouts', () => {
  test('are digital silence that cuts a wave off and lets it come back', () => {
    const samples = sine(4, 1000, 0.5, RATE, 0.25);
    samples.fill(0, 48_006, 48_006 + 1440); // 30 ms; cut at 45° of a period of 48 samples
    samples.fill(0, 96_006, 96_006 + 240);
    samples.fill(0, 120_000, 120_010); // too short

    const { dropouts } = findSilence([samples, samples], RATE);

    assert.deepEqual(dropouts, [
      { start: 48_006, end: 49_446, count: 1 },
      { start: 96_006, end: 96_246, count: 1 },
    ]);
  });

  test('are no pauses that sound fades into', () => {
    const word = sine(0.5, 300, 0.5).map((x, i, all) => x * Math.sin((Math.PI * i) / all.length));

    const { dropouts } = findSilence([concat(word, quiet(0.2), word, quiet(0.1), word)], RATE);

    assert.isEmpty(dropouts);
  });

  test('stand inside sound only', () => {
    assert.isEmpty(findSilence([concat(quiet(1), sine(1, 300, 0.5, RATE, 0.25))], RATE).dropouts);
  });
});

test('the noise floor is the level of the quietest moments that are no digital silence', () => {
  const floor = noise(4, amplitude(-50) * Math.sqrt(3)); // even noise: rms = size / √3
  const samples = floor.map((x, i) => x + (i > 96_000 ? 0.5 * Math.sin(i / 20) : 0));
  samples.fill(0, 0, 9600);

  assert.approximately(findSilence([samples], RATE).floorDb!, -50, 1);
});
