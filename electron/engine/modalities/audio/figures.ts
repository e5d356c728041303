import type { Figure } from '../define.ts';
import type { AudioMeasures } from './measure.ts';
import { type AudioRating, type FactorName, type RatingName, WEIGHTS } from './rating.ts';

const SHARE = [0, 1] as const;
const SNR_RANGE = [-10, 50] as const;

const optional = (value: number | undefined) => (value === undefined ? {} : { value });

const shown = (
  value: number | undefined,
  unit: string,
  range: readonly [number, number],
  note?: string,
): Figure => ({ ...optional(value), unit, range, ...(note === undefined ? {} : { note }) });

/** Every component of the audio score, named as in gq-official.md. */
export function audioFigures(m: AudioMeasures, rating: AudioRating): Record<string, Figure> {
  return { ...noiseFigures(m, rating), ...ratedFigures(m, rating), ...factorFigures(m, rating) };
}

function noiseFigures(m: AudioMeasures, rating: AudioRating): Record<string, Figure> {
  return {
    'SNR, plain': shown(m.snr.plainDb, 'dB', SNR_RANGE),
    'SNR, flatness': shown(m.snr.flatnessDb, 'dB', [-240, 240]),
    'SNR, HPSS': shown(
      rating.hpssDb,
      'dB',
      [-180, 200],
      'Of music only. The official split adds up to the whole, so it says nothing about noise.',
    ),
  };
}

function ratedFigures(m: AudioMeasures, rating: AudioRating): Record<string, Figure> {
  const rated = (
    name: RatingName,
    value: number | undefined,
    unit: string,
    range: readonly [number, number],
    note?: string,
  ): Figure => ({
    ...shown(value, unit, range, note),
    score: rating.ratings[name],
    weight: WEIGHTS[name],
  });
  return {
    'SNR score': rated('SNR score', rating.snrDb, 'dB', SNR_RANGE),
    structure: rated('structure', m.structure, '', SHARE),
    'dynamic range': rated('dynamic range', m.dynamicRangeDb, 'dB', [0, 240]),
    loudness: rated('loudness', m.loudnessLufs, 'LUFS', [-70, 10]),
    level: rated('level', m.level.score, '', SHARE),
    transients: rated(
      'transients',
      m.transientShare,
      '',
      SHARE,
      'The share above its own 95th percentile: 0.05, and the score 0.75, by construction.',
    ),
    crest: rated('crest', m.level.crestDb, 'dB', [0, 100]),
    bandwidth: rated('bandwidth', m.tilt.bandwidth, '', SHARE),
    contrast: rated('contrast', m.contrastDb, 'dB', [0, 80]),
    chroma: rated('chroma', m.chromaVariance, '', [0, 0.25]),
  };
}

function factorFigures(m: AudioMeasures, rating: AudioRating): Record<string, Figure> {
  const factor = (name: FactorName, range: readonly [number, number] = SHARE): Figure => ({
    value: rating.factors[name],
    unit: '',
    range,
    role: 'factor',
  });
  return {
    periodicity: {
      ...shown(m.periodicity, '', SHARE, 'Reported by the official code, but not in its score.'),
      score: rating.periodicityScore,
      role: 'diagnostic',
    },
    clipRatio: shown(m.level.clipRatio, '', SHARE),
    DC: shown(m.level.dc, '', SHARE),
    silentShare: shown(m.level.silentShare, '', SHARE),
    'noisy share': shown(m.snr.noisyShare, '', SHARE),
    'hiss slope': shown(m.tilt.hissSlope, '', [-50, 50]),
    'high-band share': shown(m.tilt.highShare, '', SHARE),
    'longest gap': shown(m.gaps.longestS, 's', [0, 86_400]),
    'active share': shown(1 - m.gaps.silentShare, '', SHARE),
    music: shown(Number(rating.isMusic), '', SHARE),
    base: shown(rating.base, '', SHARE),
    'clip penalty': factor('clip'),
    'noise penalty': factor('noise'),
    'hiss penalty': factor('hiss'),
    'high-band penalty': factor('high band'),
    'gaps penalty': factor('gaps'),
    'low-contrast penalty': factor('low contrast'),
    'music bonus': factor('music bonus', [1, 1.2]),
    'periodicity bonus': {
      ...shown(rating.periodicityBonus, '', [1, 1.15], 'Reported, but not multiplied in.'),
      role: 'diagnostic',
    },
    q: shown(rating.q, '', SHARE),
  };
}
