import { assert, describe, test } from 'vitest';
import type { QualityEvidence } from '../../electron/engine/modalities/define.ts';
import { audioQuality } from '../../electron/engine/modalities/audio/index.ts';
import { goldenPath, goldens, type AudioGolden } from './golden-files.ts';

const evidenceOf = async (name: string): Promise<QualityEvidence> => {
  const outcome = await audioQuality.scoreFile(goldenPath(`audio/${name}`));
  assert(outcome.status === 'scored');
  return outcome.evidence;
};

/** Component → golden figure and tolerance, as the README of this folder asks. */
const figures = (g: AudioGolden): Record<string, [number | null | undefined, number]> => ({
  'SNR, plain': [g.result.snr_db_orig, 0.1],
  'SNR, flatness': [g.unrounded.music_friendly_snr[0], 0.1],
  'SNR, HPSS': [g.unrounded.hpss_snr_db, 0.25],
  'SNR score': [g.result.snr_db_eff, 0.1],
  structure: [1 - g.unrounded.sf_global, 0.01],
  'dynamic range': [g.unrounded.dynamic_range_db, 0.1],
  crest: [g.result.crest_db, 0.1],
  bandwidth: [g.result.bandwidth_raw, 0.01],
  contrast: [g.unrounded.spectral_contrast_score[1], 0.3],
  chroma: [g.unrounded.chroma_structure_score[1], 0.1 * g.unrounded.chroma_structure_score[1]],
  periodicity: [g.unrounded.periodicity_score[1], 0.01],
  clipRatio: [g.unrounded.hard_clip_ratio, 1e-9],
  silentShare: [g.unrounded.silence_ratio, 1e-9],
  'noisy share': [g.unrounded.music_friendly_snr[1], 0.01],
  'hiss slope': [g.unrounded.hiss_penalty[1], 0.02],
  'high-band share': [g.unrounded.band_energy_ratio, 0.01],
  'longest gap': [g.unrounded.mid_gap_penalty_adaptive[1], 1e-9],
  'active share': [1 - g.unrounded.mid_gap_penalty_adaptive[3], 0.01],
  base: [g.unrounded.geo_mean, 0.01],
  'clip penalty': [g.result.penalty_clip, 0.001],
  'noise penalty': [g.result.penalty_noise, 0.01],
  'hiss penalty': [g.unrounded.hiss_penalty[0], 0.01],
  'high-band penalty': [g.result.penalty_hf_ratio, 0.01],
  'gaps penalty': [g.result.gap_cov_penalty, 0.01],
  'low-contrast penalty': [g.result.penalty_low_contrast, 0.01],
  'music bonus': [g.result.bonus_music, 0.01],
  'periodicity bonus': [g.result.bonus_periodic, 0.01],
  q: [g.result.q01, 0.001],
});

describe.each(Object.entries(goldens.audio))('%s', (path, golden) => {
  const name = path.replace('audio/', '');

  test('has the official score', async () => {
    const { score } = await evidenceOf(name);

    assert.approximately(score, golden.result.quality_0_100, 0.05); // ±0.5 is asked, ±0.8 for MP3
  });

  test('has every official component', async () => {
    const { components } = await evidenceOf(name);

    for (const [figure, [expected, tolerance]] of Object.entries(figures(golden))) {
      const value = components[figure]?.value;
      if (typeof expected === 'number' && value !== undefined) {
        assert.approximately(value, expected, tolerance, figure);
      } else {
        assert.isUndefined(value, figure);
        assert.notTypeOf(expected, 'number', figure);
      }
    }
  });

  test('has the official loudness and the official ratings', async () => {
    const { components } = await evidenceOf(name);

    const loudness = components['loudness']?.value;
    if (golden.result.lufs === '-inf') assert.isUndefined(loudness);
    else assert.approximately(loudness!, golden.unrounded.band_score_calls[0]![0] as number, 0.1);
    const ratings = Object.values(components).filter((figure) => figure.weight !== undefined);
    assert.deepEqual(
      ratings.map((figure) => figure.weight),
      [...golden.unrounded.geo_weights],
    );
    ratings.forEach((figure, i) => {
      assert.approximately(figure.score!, golden.unrounded.geo_scores[i]!, 0.01);
    });
  });

  test('keeps every figure finite and inside its range', async () => {
    const { components } = await evidenceOf(name);

    for (const [figure, { value, range }] of Object.entries(components)) {
      if (value !== undefined) assert.isTrue(value >= range[0] && value <= range[1], figure);
    }
  });
});
