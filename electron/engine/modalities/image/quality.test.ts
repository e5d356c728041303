import { assert, describe, test } from 'vitest';
import type { ColourImage } from '../../media/decode/colour-image.ts';
import { FEATURE_NAMES, FEATURES_PER_SCALE, scaleFeatures } from './scale-features.ts';
import { scoreImage } from './quality.ts';

const picture = (
  width: number,
  height: number,
  at: (x: number, y: number) => number,
): ColourImage => ({
  width,
  height,
  channels: 1,
  data: Uint8Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))),
});
const hash = (x: number, y: number) =>
  (Math.imul(x * 374_761 + y * 668_265, 2_654_435_761) >>> 24) & 255;
const scoreOf = (image: ColourImage): number => {
  const outcome = scoreImage(image);
  assert(outcome.status === 'scored', JSON.stringify(outcome));
  return outcome.evidence.score;
};

describe('image score', () => {
  test('is 100 less 20 times the mean distance of 60 features from 1', () => {
    const image = picture(40, 30, hash);
    const outcome = scoreImage(image);

    assert(outcome.status === 'scored');
    const { components, score } = outcome.evidence;
    const features = [1, 2].flatMap((scale) =>
      FEATURE_NAMES.map((name) => components[`${name}, scale ${scale}`]!.value!),
    );
    assert.equal(features.length, 2 * FEATURES_PER_SCALE);
    const d = features.reduce((sum, feature) => sum + Math.abs(feature - 1), 0) / 60;
    assert.approximately(components['d']!.value!, d, 1e-12);
    assert.approximately(score, 100 - 20 * d, 0.005);
    assert.approximately(outcome.value, score / 100, 1e-12);
  });

  test('likes a flat colour of rounding error better than noise', () => {
    assert.isAbove(scoreOf(picture(40, 30, () => 152)), scoreOf(picture(40, 30, hash)));
  });

  test('is the same for a picture laid on its side', () => {
    const upright = scoreOf(picture(44, 32, hash));
    const aside = scoreOf(picture(32, 44, (x, y) => hash(y, x)));

    assert.approximately(aside, upright, 0.011); // each is rounded to two decimals
  });

  test('stays between 0 and 100 for the plainest and the wildest pictures', () => {
    for (const at of [() => 0, () => 255, hash, (x: number) => (x % 2) * 255]) {
      const score = scoreOf(picture(33, 17, at));
      assert.isAtLeast(score, 0);
      assert.isAtMost(score, 100);
    }
  });

  test('does not exist for a picture without a half scale', () => {
    const outcome = scoreImage(picture(1, 40, hash));

    assert(outcome.status === 'unscored');
    assert.equal(outcome.code, 'media-too-small');
  });

  test('keeps every figure finite and inside its range', () => {
    const outcome = scoreImage(picture(2, 2, hash));

    assert(outcome.status === 'scored');
    for (const [name, { value, range }] of Object.entries(outcome.evidence.components)) {
      assert.isTrue(value! >= range[0] && value! <= range[1], name);
    }
  });
});

describe('features of a scale', () => {
  test('of a black picture are those of nothing', () => {
    const { features } = scaleFeatures(picture(12, 12, () => 0));

    // rms = 0 gives (1, 0.1) for every sample; the means are 0
    assert.deepEqual([...features.subarray(0, 9)], [1, 0.1, 1, 0.1, 1, 0.1, 1, 0.1, 0]);
  });
});
