// Our own score of a video's signal. It is not DOVER and says nothing of what is shown; the weights
// and why they are what they are stand in the README of this folder.
import { unscored } from '../../media/decode/decoded.ts';
import { type Figure, type QualityOutcome, scoredOf } from '../define.ts';
import type { SignalFacts } from './measure-signal.ts';
import type { MotionFigures } from './motion-figures.ts';
import type { StillFigures } from './still-figures.ts';

export const VIDEO_SIGNAL_VERSION = 1;
export const VIDEO_SIGNAL_PROFILE = 'signal (not DOVER)';

const PICTURE_WEIGHT = 0.65;
const MOTION_WEIGHT = 0.35;
const WORST_WEIGHT = 0.5; // people judge by the worst that they see; the mean alone hides it
const FROZEN_COST = 0.8; // a clip that stands still keeps a fifth: it is still a picture
const BLACK_COST = 0.95;
const MANY = Number.MAX_SAFE_INTEGER;

/** Score 0..100 from the figures. Pure. */
export function scoreSignal(facts: SignalFacts, notes: readonly string[] = []): QualityOutcome {
  const { still, motion } = facts;
  if (motion.frames < 2) {
    return unscored('media-too-small', 'The video has one frame; motion needs two.');
  }
  if (still === undefined && motion.black < 0.5) {
    const size = `${facts.widthPx} × ${facts.heightPx}`;
    return unscored('media-too-small', `The pictures are ${size} pixels; both sides need 48.`);
  }
  const picture = { ...stillComponents(still), resolution: resolutionOf(facts) };
  const moving = motionComponents(motion);
  const factors = {
    'frozen share': factor(motion.frozen, FROZEN_COST),
    'black share': factor(motion.black, BLACK_COST),
  };
  const mean = PICTURE_WEIGHT * weightedMean(picture) + MOTION_WEIGHT * weightedMean(moving);
  const worst = worstOf({ ...picture, ...moving });
  const base = (1 - WORST_WEIGHT) * mean + WORST_WEIGHT * worst;
  const kept = Object.values(factors).reduce((product, one) => product * (one.score ?? 1), 1);
  return scoredOf({
    profile: VIDEO_SIGNAL_PROFILE,
    version: VIDEO_SIGNAL_VERSION,
    score: 100 * base * kept,
    components: {
      ...{ ...picture, ...moving, ...factors, ...diagnostics(facts) },
      'worst component': { value: worst, unit: '', range: [0, 1], note: 'Half of the score.' },
    },
    notes,
  });
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** 1 up to `good`, 0 from `bad` on. */
const falling = (value: number, good: number, bad: number) => clamp((bad - value) / (bad - good));

function stillComponents(still: StillFigures | undefined): Record<string, Figure> {
  const of = (key: keyof StillFigures, score: (value: number) => number) =>
    still === undefined ? { score: 0 } : { value: still[key], score: score(still[key]) };
  return {
    blur: { ...of('blur', (v) => falling(v, 0.25, 0.9)), unit: '', range: [0, 1], weight: 0.4 },
    blockiness: {
      ...of('blockiness', (v) => 1 / (1 + Math.max(0, v - 0.05) / 0.25)),
      ...{ unit: '', range: [0, 255], weight: 0.25 },
    },
    noise: {
      ...of('noise', (v) => falling(v, 1, 20)),
      ...{ unit: 'levels', range: [0, 255], weight: 0.15 },
    },
    exposure: { ...exposure(still), unit: 'levels', range: [0, 255], weight: 0.1 },
  };
}

function exposure(still: StillFigures | undefined) {
  if (still === undefined) return { score: 0 };
  const { mean, contrast, clipped } = still;
  const level = Math.min(clamp((mean - 10) / 40), clamp((245 - mean) / 40));
  const score = level * clamp(contrast / 30) * falling(clipped, 0.05, 0.5);
  const share = `${(clipped * 100).toFixed(1)} %`;
  const note = `Mean level; contrast ${contrast.toFixed(1)}, clipped pixels ${share}.`;
  return { value: mean, score, note };
}

function resolutionOf({ widthPx, heightPx }: SignalFacts): Figure {
  const side = Math.min(widthPx, heightPx);
  const score = clamp(Math.log2(side / 90) / Math.log2(1080 / 90));
  const note = `${widthPx} × ${heightPx}.`;
  return { value: side, score, weight: 0.1, unit: 'px', range: [1, 65535], note };
}

function motionComponents(motion: MotionFigures): Record<string, Figure> {
  const { frameRate, jerk, flicker, gaps, duplicate } = motion;
  const rateScore = frameRate === undefined ? 0 : clamp(Math.log2(frameRate / 2) / Math.log2(12));
  const repeated = `${(duplicate * 100).toFixed(0)} % of the frames repeat the one before.`;
  return {
    'frame rate': {
      ...(frameRate !== undefined && { value: frameRate }),
      ...{ score: rateScore, weight: 0.35, unit: 'frames/s', range: [0, MANY] },
      ...(duplicate > 0 && { note: repeated }),
    },
    jerk: { value: jerk, score: falling(jerk, 0.25, 1.5), weight: 0.25, unit: '', range: [0, 2] },
    flicker: {
      ...{ value: flicker, score: falling(flicker, 0.5, 10), weight: 0.25 },
      ...{ unit: 'levels', range: [0, 255] },
    },
    'gaps in time': {
      value: gaps,
      score: falling(gaps, 0, 1),
      weight: 0.15,
      unit: '',
      range: [0, 1],
    },
  };
}

const factor = (share: number, cost: number): Figure => ({
  value: share,
  score: 1 - cost * share,
  unit: '',
  range: [0, 1],
  role: 'factor',
});

function diagnostics({ motion, hasAudio, damaged, stills }: SignalFacts): Record<string, Figure> {
  const count = (value: number): Figure => ({
    ...{ value, unit: 'count', range: [0, MANY], role: 'diagnostic' },
  });
  return {
    'duplicate share': { value: motion.duplicate, unit: '', range: [0, 1], role: 'diagnostic' },
    frames: count(motion.frames),
    stills: count(stills),
    'seconds looked at': { ...count(motion.seconds), unit: 's' },
    'audio track': { ...count(hasAudio ? 1 : 0), range: [0, 1] },
    'damaged places': count(damaged),
  };
}

/** A small picture is no impairment of what it shows. */
function worstOf(components: Readonly<Record<string, Figure>>): number {
  const scores = Object.entries(components).map(([name, { score = 0 }]) =>
    name === 'resolution' ? 1 : score,
  );
  return Math.min(...scores);
}

function weightedMean(components: Readonly<Record<string, Figure>>): number {
  let sum = 0;
  let weights = 0;
  for (const { score = 0, weight = 0 } of Object.values(components)) {
    sum += score * weight;
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}
