import { assert, describe, test } from 'vitest';
import type { AudioMeasures } from './measure.ts';
import { rateAudio } from './rating.ts';

/** Measures with which every rating is 1 and no factor bites. */
const BEST: AudioMeasures = {
  structure: 1,
  tilt: { bandwidthHz: 21_600, bandwidth: 1, hissSlope: -2, highShare: 0 },
  snr: { plainDb: 60, flatnessDb: undefined, noisyShare: 0 },
  spectralEnergy: 1,
  dynamicRangeDb: 60,
  loudnessLufs: -18,
  level: { clipRatio: 0, dc: 0, silentShare: 0, crestDb: 14, score: 1 },
  transientShare: 0,
  contrastDb: 40,
  chromaVariance: 0.06,
  chromaScore: 1,
  periodicity: 1,
  gaps: { longestS: 0, silentShare: 0, factor: 1 },
};

describe('rating', () => {
  test('of the best measures is 100', () => {
    const rating = rateAudio(BEST);

    assert.approximately(rating.score, 100, 0.01);
    assert.isTrue(rating.isMusic);
    assert.equal(rating.snrDb, 50);
  });

  test('of the worst measures is near 0', () => {
    const worst: AudioMeasures = {
      ...BEST,
      structure: 0,
      snr: { plainDb: -10, flatnessDb: undefined, noisyShare: 1 },
      dynamicRangeDb: 0,
      loudnessLufs: undefined,
      level: { clipRatio: 1, dc: 1, silentShare: 1, crestDb: 0, score: 0 },
      transientShare: 1,
      contrastDb: 0,
      chromaScore: 0,
      gaps: { longestS: 9, silentShare: 1, factor: 0.0001 },
    };

    const { score } = rateAudio(worst);

    assert.isAtLeast(score, 0);
    assert.isBelow(score, 0.01);
  });

  test('multiplies factors onto the mean and raises it to 0.7', () => {
    const gaps = { longestS: 1, silentShare: 0, factor: 0.5 };

    const { base, q, score } = rateAudio({ ...BEST, gaps });

    assert.approximately(q, base / 2, 1e-12);
    assert.approximately(score, 100 * q ** 0.7, 1e-9);
  });

  test('knows each factor by hand', () => {
    const hissy = { ...BEST.tilt, hissSlope: -0.37 };
    const bright = { ...BEST.tilt, highShare: 0.345 };
    const factors = (measures: Partial<AudioMeasures>) =>
      rateAudio({ ...BEST, ...measures }).factors;

    assert.approximately(factors({ level: { ...BEST.level, clipRatio: 0.0025 } }).clip, 0.5, 1e-12);
    assert.approximately(factors({ snr: { ...BEST.snr, noisyShare: 0.1 } }).noise, 0.5, 1e-12);
    assert.approximately(factors({ tilt: hissy }).hiss, 1 / 2.2, 1e-12); // 6 · 0.13/0.65 = 1.2
    assert.equal(factors({ tilt: { ...hissy, hissSlope: 9 } }).hiss, 0.25);
    assert.equal(factors({ tilt: bright })['high band'], 1); // structure is high
    assert.approximately(factors({ tilt: bright, structure: 0.3 })['high band'], 0.5, 1e-12);
  });

  test('treats as music what is rich in contrast or chroma, and only that', () => {
    const plain = { contrastDb: 15 + 25 * 0.21, chromaScore: 0.59 };

    assert.isFalse(rateAudio({ ...BEST, ...plain }).isMusic);
    assert.isUndefined(rateAudio({ ...BEST, ...plain }).hpssDb);
    assert.isTrue(rateAudio({ ...BEST, ...plain, contrastDb: 15 + 25 * 0.22 + 1e-9 }).isMusic);
    assert.isTrue(rateAudio({ ...BEST, ...plain, chromaScore: 0.6 }).isMusic);
  });

  test('does not multiply the periodicity bonus in', () => {
    const { periodicityBonus, score } = rateAudio(BEST);

    assert.approximately(periodicityBonus, 1.15, 1e-12);
    assert.approximately(score, rateAudio({ ...BEST, periodicity: 0 }).score, 1e-12);
  });

  test('never rises when noise does', () => {
    const scores = [0, 0.1, 0.3, 0.6, 1].map(
      (noisyShare) => rateAudio({ ...BEST, snr: { ...BEST.snr, noisyShare } }).score,
    );

    for (let i = 1; i < scores.length; i++) assert.isBelow(scores[i]!, scores[i - 1]!);
  });
});
