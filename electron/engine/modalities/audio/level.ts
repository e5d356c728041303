import { clip } from '../order-statistics.ts';

const FLOOR = 1e-12; // gq-official.md, audio; so are all figures below
const CLIP_LEVEL = 0.995;
const CLIP_RUN = 4;
const SILENT_DB = -60;

/** How a recording is levelled. */
export interface LevelFigures {
  /** Runs of four consecutive samples at 0.995 or above (eight are two), over a quarter of them all. */
  readonly clipRatio: number;
  /** |mean| of the prepared signal. */
  readonly dc: number;
  /** Share of frames below −60 dB. */
  readonly silentShare: number;
  /** 20·log10(peak/rms). */
  readonly crestDb: number;
  /** Mean of the three ratings, 0..1. */
  readonly score: number;
}

/** @param frameDb  levels of 20 ms frames, hop 10 ms */
export function levelFigures(samples: Float32Array, frameDb: Float64Array): LevelFigures {
  let sum = 0;
  let energy = 0;
  let peak = 0;
  let loudRun = 0;
  let runs = 0;
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i]!;
    const size = Math.abs(value);
    sum += value;
    energy += value * value;
    if (size > peak) peak = size;
    if (size >= CLIP_LEVEL) {
      loudRun++;
      if (loudRun === CLIP_RUN) {
        runs++;
        loudRun = 0;
      }
    } else loudRun = 0;
  }
  const count = Math.max(1, samples.length);
  const clipRatio = runs / Math.max(1, samples.length / CLIP_RUN);
  const dc = Math.abs(sum / count);
  const silent = frameDb.reduce((total, db) => total + Number(db < SILENT_DB), 0);
  const silentShare = frameDb.length === 0 ? 0 : silent / frameDb.length;
  const ratings = [1 - clipRatio / 0.02, 1 - dc / 1e-3, 1 - silentShare / 0.4];
  return {
    clipRatio,
    dc,
    silentShare,
    crestDb: 20 * Math.log10((peak + FLOOR) / (Math.sqrt(energy / count) + FLOOR)),
    score: ratings.reduce((total, rating) => total + clip(rating, 0, 1), 0) / ratings.length,
  };
}
