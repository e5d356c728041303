// How the measured figures become a score: ratings in [0, 1], their weighted geometric mean, and the
// factors multiplied onto it. All constants are those of gq-official.md, audio (v4.7).
import type { AudioMeasures } from './measure.ts';
import { clip } from '../order-statistics.ts';

const SNR_CEILING = 50;
const GEOMETRIC_FLOOR = 1e-9;
const EXPONENT = 0.7;

/** Ratings that enter the mean, in the official order, with their weights. */
export const WEIGHTS = {
  'SNR score': 3.5,
  structure: 2.5,
  'dynamic range': 1,
  loudness: 1,
  level: 1,
  transients: 1,
  crest: 0.8,
  bandwidth: 0.3,
  contrast: 2.4,
  chroma: 1.2,
} as const;
export type RatingName = keyof typeof WEIGHTS;

/** The factors on the mean; 1 leaves it as it is. */
export type FactorName =
  'clip' | 'noise' | 'hiss' | 'high band' | 'gaps' | 'low contrast' | 'music bonus';

/** A score and what it was made of. */
export interface AudioRating {
  readonly isMusic: boolean;
  /** 120 + 10·log10(Σ S²); undefined when it is not music. */
  readonly hpssDb: number | undefined;
  /** The largest SNR that exists, in [−10, 50]. */
  readonly snrDb: number;
  readonly ratings: Readonly<Record<RatingName, number>>;
  readonly factors: Readonly<Record<FactorName, number>>;
  /** Computed and reported by the official code, but not multiplied in. */
  readonly periodicityScore: number;
  readonly periodicityBonus: number;
  readonly base: number;
  readonly q: number;
  /** 0..100. */
  readonly score: number;
}

const logistic = (value: number, midpoint: number, slope: number): number =>
  1 / (1 + Math.exp(-slope * (value - midpoint)));

/** 1 inside [low, high], falling exponentially with the distance outside. */
const inBand = (value: number, low: number, high: number, scale: number): number =>
  Math.exp(-Math.max(0, low - value, value - high) / scale);

/** @source gq-official.md, audio */
export function rateAudio(m: AudioMeasures): AudioRating {
  const contrast = clip((m.contrastDb - 15) / 25, 0, 1);
  const isMusic = contrast >= 0.22 || m.chromaScore >= 0.6;
  const hpssDb = isMusic ? 120 + 10 * Math.log10(m.spectralEnergy + 1e-30) : undefined;
  const known = [m.snr.plainDb, m.snr.flatnessDb, hpssDb].filter((db) => db !== undefined);
  const snrDb = clip(Math.max(...known), -10, SNR_CEILING);
  const ratings = {
    'SNR score': logistic(snrDb, isMusic ? 22 : 28, 0.33),
    structure: m.structure,
    'dynamic range': logistic(m.dynamicRangeDb, 8, 0.5),
    loudness: m.loudnessLufs === undefined ? 0 : inBand(m.loudnessLufs, -22, -14, 2),
    level: m.level.score,
    transients: clip(1 - m.transientShare / 0.2, 0, 1),
    crest: inBand(m.level.crestDb, 10, 18, 1),
    bandwidth: Math.max(0.01, 0.8 + 0.2 * m.tilt.bandwidth),
    contrast: Math.max(0.01, contrast),
    chroma: Math.max(0.01, m.chromaScore),
  } satisfies Record<RatingName, number>;
  const factors = factorsOf(m, snrDb, contrast, isMusic);
  const base = geometricMean(ratings);
  const q = clip(
    Object.values(factors).reduce((product, factor) => product * factor, base),
    0,
    1,
  );
  const periodicityScore = clip((m.periodicity - 0.25) / 0.55, 0, 1);
  const isTonal = m.structure >= 0.5 && snrDb >= 15;
  return {
    isMusic,
    hpssDb,
    snrDb,
    ratings,
    factors,
    periodicityScore,
    periodicityBonus: isTonal ? 1 + 0.15 * periodicityScore : 1,
    base,
    q,
    score: 100 * q ** EXPONENT,
  };
}

function factorsOf(
  m: AudioMeasures,
  snrDb: number,
  contrast: number,
  isMusic: boolean,
): Record<FactorName, number> {
  const { hissSlope, highShare } = m.tilt;
  const isHissy = hissSlope > -0.5;
  const isDull = snrDb < 18 && contrast < 0.12;
  return {
    clip: 1 / (1 + 400 * m.level.clipRatio),
    noise: 1 / (1 + 10 * m.snr.noisyShare),
    hiss: isHissy ? clip(1 / (1 + (6 * (hissSlope + 0.5)) / 0.65), 0.25, 1) : 1,
    'high band': m.structure < 0.4 ? 1 / (1 + 8 * Math.max(0, highShare - 0.22)) : 1,
    gaps: m.gaps.factor,
    'low contrast': isDull ? 1 / (1 + 3.2 * (0.12 - contrast)) : 1,
    'music bonus': isMusic && snrDb < 18 ? 1 + 0.12 * contrast + 0.08 * m.chromaScore : 1,
  };
}

function geometricMean(ratings: Readonly<Record<RatingName, number>>): number {
  let sum = 0;
  let total = 0;
  for (const [name, weight] of Object.entries(WEIGHTS)) {
    sum += weight * Math.log(Math.max(GEOMETRIC_FLOOR, ratings[name as RatingName]));
    total += weight;
  }
  return Math.exp(sum / total);
}
