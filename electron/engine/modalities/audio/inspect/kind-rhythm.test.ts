import { assert, describe, test } from 'vitest';
import { beatRegularity, lowEnergyShare, syllableModulation } from './kind-rhythm.ts';

const envelope = (seconds: number, of: (t: number) => number) =>
  Float64Array.from({ length: seconds * 100 }, (_, i) => of(i / 100));

describe('syllable modulation', () => {
  test('of an envelope that moves at 4 Hz is its depth, rms over mean', () => {
    const { depth, share } = syllableModulation(
      envelope(6, (t) => 1 + 0.8 * Math.sin(2 * Math.PI * 4 * t)),
    )!;

    assert.approximately(depth, 0.8 / Math.SQRT2, 0.03);
    assert.isAbove(share, 0.99);
  });

  test('of a steady envelope and of one that moves at 15 Hz is none', () => {
    assert.approximately(syllableModulation(envelope(6, () => 1))!.depth, 0, 1e-9);
    const fast = syllableModulation(envelope(6, (t) => 1 + 0.8 * Math.sin(2 * Math.PI * 15 * t)))!;
    assert.isBelow(fast.depth, 0.02);
  });

  test('of silence and of less than its window does not exist', () => {
    assert.isUndefined(syllableModulation(envelope(6, () => 0)));
    assert.isUndefined(syllableModulation(envelope(2, () => 1)));
  });
});

test('low-energy frames are those below half the mean of their second', () => {
  // a tenth of each 0.5 s is silent: the mean is 0.9, and only the silence is below 0.45
  const share = lowEnergyShare(envelope(10, (t) => ((t * 2) % 1 < 0.1 ? 0 : 1)))!;

  assert.approximately(share, 0.1, 0.02);
  assert.equal(lowEnergyShare(envelope(10, () => 1)), 0);
  assert.isUndefined(lowEnergyShare(envelope(0.5, () => 1)));
});

describe('beat regularity', () => {
  test('of a beat every half second is high', () => {
    const onsets = envelope(8, (t) => (Math.round(t * 100) % 50 < 3 ? 1 : 0));

    assert.isAbove(beatRegularity(onsets)!, 0.8);
  });

  test('of beats at random is low', () => {
    const onsets = envelope(8, () => 0);
    for (let i = 1, at = 0; at < 800; i++, at += 13 + ((i * 7919) % 59)) onsets[at] = 1;

    assert.isBelow(beatRegularity(onsets)!, 0.4);
  });

  test('of nothing happening and of less than 2.5 s does not exist', () => {
    assert.isUndefined(beatRegularity(envelope(8, () => 0)));
    assert.isUndefined(beatRegularity(envelope(2, (t) => t)));
  });
});
