// Everything the audio score looks at, measured once. The spectrogram is walked and not kept: a
// frame gives its flatness, its part of the mean power, its peaks and valleys, and is gone.
import { chromaStructure } from './chroma-structure.ts';
import { chromagram } from './constant-q.ts';
import { flatnessOf } from './flatness.ts';
import { frameLevels } from './frame-levels.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import { type LevelFigures, levelFigures } from './level.ts';
import { integratedLoudness } from './loudness.ts';
import { clip, median, percentile } from '../order-statistics.ts';
import { periodicityPeak } from './periodicity.ts';
import { RATE_HZ } from './prepare.ts';
import { type SignalToNoise, signalToNoise } from './signal-to-noise.ts';
import { SpectralContrast } from './spectral-contrast.ts';
import { type SpectralTilt, spectralTilt } from './spectral-tilt.ts';
import { BINS, walkSpectrogram, WINDOW_SIZE } from './spectrogram.ts';
import { transientShare } from './transients.ts';
import { TuningEstimate } from './tuning.ts';

const BIN_HZ = RATE_HZ / WINDOW_SIZE;
const FRAME_S = 0.02; // gq-official.md, audio
const HOP_S = 0.01; // same
const RANGE_FRAME_S = 0.05; // same, dynamic range
const RANGE_HOP_S = 0.025; // same
const CHROMA_BINS = 36; // librosa 0.11 chroma_cqt

/** Figures of a prepared signal, on their own scales. */
export interface AudioMeasures {
  /** 1 − median flatness. */
  readonly structure: number;
  readonly tilt: SpectralTilt;
  readonly snr: SignalToNoise;
  /** Σ S² over the spectrogram. */
  readonly spectralEnergy: number;
  readonly dynamicRangeDb: number;
  readonly loudnessLufs: number | undefined;
  readonly level: LevelFigures;
  readonly transientShare: number;
  readonly contrastDb: number;
  readonly chromaVariance: number;
  readonly chromaScore: number;
  readonly periodicity: number;
  readonly gaps: Gaps;
}

/** @param samples  as `prepareSignal` returns them, 48 kHz, at least 0.4 s */
export function measureAudio(samples: Float32Array): AudioMeasures {
  const spectral = measureSpectrum(samples);
  const levels = frameLevels(samples, FRAME_S * RATE_HZ, HOP_S * RATE_HZ);
  const range = frameLevels(samples, RANGE_FRAME_S * RATE_HZ, RANGE_HOP_S * RATE_HZ);
  const chroma = chromaStructure(chromagram(samples, RATE_HZ, spectral.tuning));
  return {
    structure: clip(1 - median(spectral.flatness), 0, 1),
    tilt: spectralTilt(spectral.meanPower, BIN_HZ),
    snr: signalToNoise(levels.rms, levels.db, spectral.flatness),
    spectralEnergy: spectral.energy,
    dynamicRangeDb: percentile(range.db, 95) - percentile(range.db, 5),
    loudnessLufs: integratedLoudness(samples, RATE_HZ),
    level: levelFigures(samples, levels.db),
    transientShare: transientShare(samples, RATE_HZ),
    contrastDb: median(spectral.contrastMedians),
    chromaVariance: chroma.variance,
    chromaScore: chroma.score,
    periodicity: periodicityPeak(samples, RATE_HZ),
    gaps: gapsOf(samples, RATE_HZ),
  };
}

interface SpectrumMeasures {
  readonly flatness: Float64Array;
  readonly meanPower: Float64Array;
  readonly energy: number;
  readonly contrastMedians: readonly number[];
  readonly tuning: number;
}

function measureSpectrum(samples: Float32Array): SpectrumMeasures {
  const meanPower = new Float64Array(BINS);
  const flatness: number[] = [];
  const contrast = new SpectralContrast(BINS, BIN_HZ);
  const tuning = new TuningEstimate(BINS, BIN_HZ);
  walkSpectrogram(samples, (magnitudes, powers) => {
    for (let k = 0; k < BINS; k++) meanPower[k]! += powers[k]!;
    flatness.push(flatnessOf(magnitudes));
    contrast.add(magnitudes);
    tuning.add(magnitudes);
  });
  const energy = meanPower.reduce((sum, power) => sum + power, 0);
  for (let k = 0; k < BINS; k++) meanPower[k]! /= flatness.length;
  return {
    flatness: Float64Array.from(flatness),
    meanPower,
    energy,
    contrastMedians: contrast.bandMedians(),
    tuning: tuning.estimate(CHROMA_BINS),
  };
}
