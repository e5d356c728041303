import { assert, describe, test } from 'vitest';
import { decodeImage } from '../../electron/engine/media/decode/image.ts';
import { greyPlane } from '../../electron/engine/modalities/image/grey.ts';
import { halfGreyPlane } from '../../electron/engine/modalities/image/half-scale.ts';
import { imageQuality } from '../../electron/engine/modalities/image/index.ts';
import { scaleFeatures } from '../../electron/engine/modalities/image/scale-features.ts';
import { goldenPath, goldens } from './golden-files.ts';

const SCORE_TOLERANCE = 0.0051; // both are rounded to two decimals; ±0.05 is asked
const FEATURE_TOLERANCE = 1e-9; // 0.002 is asked

const sum = (values: Uint8Array, step = 1, start = 0) => {
  let total = 0;
  for (let i = start; i < values.length; i += step) total += values[i]!;
  return total;
};

describe.each(Object.entries(goldens.image))('%s', (name, golden) => {
  test('decodes to the official pixels and greys', async () => {
    const decoded = await decodeImage(goldenPath(name));

    assert(decoded.status === 'decoded');
    const image = decoded.value;
    const bgr = [2, 1, 0].map((c) => (image.channels === 3 ? sum(image.data, 3, c) : sum(image.data)));
    assert.deepEqual(bgr, golden.bgr_sum);
    assert.equal(sum(greyPlane(image).data), golden.gray_sum);
    assert.equal(sum(halfGreyPlane(image).data), golden.gray_half_sum);
  });

  test('has the official 60 features and moments', async () => {
    const decoded = await decodeImage(goldenPath(name));

    assert(decoded.status === 'decoded');
    const full = scaleFeatures(greyPlane(decoded.value));
    const half = scaleFeatures(halfGreyPlane(decoded.value));
    assert.approximately(full.mscnRms, golden.mscn.rms, 1e-12);
    assert.approximately(full.mscnMean, golden.mscn.mean, 1e-12);
    golden.brisque_features_scale1.forEach((expected, i) => {
      assert.approximately(full.features[i]!, expected, FEATURE_TOLERANCE);
    });
    golden.brisque_features_scale2.forEach((expected, i) => {
      assert.approximately(half.features[i]!, expected, FEATURE_TOLERANCE);
    });
  });

  test('has the official score', async () => {
    const outcome = await imageQuality.scoreFile(goldenPath(name));

    assert(outcome.status === 'scored');
    assert.approximately(outcome.evidence.score, golden.score, SCORE_TOLERANCE);
    assert.approximately(outcome.evidence.components['d']!.value! * 20, golden.brisque, 1e-9);
  });
});
