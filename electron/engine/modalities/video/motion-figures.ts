import type { FrameStep } from './motion-tally.ts';

/** The frames of a stretch and when they are shown. */
export interface MotionStretch {
  readonly steps: readonly FrameStep[];
  /** As many as `steps`, in seconds. */
  readonly timesS: readonly number[];
}

/** What the frames of a video show of its motion. */
export interface MotionFigures {
  readonly frames: number;
  /** Seconds that were looked at. */
  readonly seconds: number;
  /** Shares of the frames, 0..1. */
  readonly black: number;
  /** Duplicates in runs of half a second and more. */
  readonly frozen: number;
  /** Duplicates outside of such runs. */
  readonly duplicate: number;
  /** Frames a second that show something new, freezes left out; absent without two such frames. */
  readonly frameRate?: number;
  /** Share of the time by which new frames come later than 1.5 times the usual step; 0..1. */
  readonly gaps: number;
  /** Mean unevenness of the motion from new frame to new frame, against its mean; 0 even … 2. */
  readonly jerk: number;
  /** Mean up-and-down of the brightness of the whole picture, in levels of 255. */
  readonly flicker: number;
}

const FREEZE_S = 0.5;
const CUT = 30; // levels: a change of the scene, not motion
const STILL = 0.5; // levels: added to each change, so that a nearly still scene is not jerky

/** Brings the stretches of a video together. Pure. */
export function motionFigures(stretches: readonly MotionStretch[]): MotionFigures {
  const frames = sum(stretches.map(({ steps }) => steps.length));
  const share = (count: number) => (frames === 0 ? 0 : count / frames);
  const seconds = sum(stretches.map(lengthOf));
  const frozen = stretches.map(frozenFrames);
  const frozenCount = sum(frozen.map((set) => set.size));
  const runs = stretches.map((stretch, i) => newFrames(stretch, frozen[i]));
  const moves = runs.flatMap((run) => run.moves);
  const usual = usualStep(moves);
  const moving = sum(moves.map(({ stepS }) => stepS));
  const late = sum(moves.map(({ stepS }) => Math.max(0, stepS - 1.5 * usual)));
  const isBlack = (steps: readonly FrameStep[]) => steps.filter((step) => step.isBlack).length;
  const isSame = (steps: readonly FrameStep[]) => steps.filter((step) => step.isDuplicate).length;
  const black = sum(stretches.map(({ steps }) => isBlack(steps)));
  const same = sum(stretches.map(({ steps }) => isSame(steps)));
  return {
    ...{ frames, seconds, black: share(black), frozen: share(frozenCount) },
    duplicate: share(same - frozenCount),
    ...(moving > 0 && { frameRate: moves.length / moving }),
    gaps: seconds > 0 ? Math.min(1, late / seconds) : 0,
    jerk: jerkOf(runs, usual),
    flicker: mean(stretches.flatMap(({ steps }) => flickers(steps))),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const mean = (values: readonly number[]) => (values.length === 0 ? 0 : sum(values) / values.length);

const lengthOf = ({ timesS }: MotionStretch) => (timesS.at(-1) ?? 0) - (timesS[0] ?? 0);

/**
 * Duplicates in runs that last at least half a second. Black frames are no freeze: they have a
 * figure of their own.
 */
function frozenFrames({ steps, timesS }: MotionStretch): ReadonlySet<number> {
  const frozen = new Set<number>();
  let start = 0;
  for (let i = 1; i <= steps.length; i++) {
    if (steps[i]?.isDuplicate === true) continue;
    const lasts = (timesS[i - 1] ?? 0) - (timesS[start] ?? 0);
    if (lasts >= FREEZE_S && steps[start]?.isBlack !== true) {
      for (let j = start + 1; j < i; j++) frozen.add(j);
    }
    start = i;
  }
  return frozen;
}

/** From one frame that shows something new to the next. */
interface Move {
  readonly stepS: number;
  readonly change: number;
}

/** Moves of a stretch; what lies behind a freeze begins anew. */
function newFrames({ steps, timesS }: MotionStretch, frozen: ReadonlySet<number> | undefined) {
  const moves: Move[] = [];
  let last = 0;
  let isBroken = false;
  for (let i = 1; i < steps.length; i++) {
    const { isDuplicate, change = 0 } = steps[i] ?? { isDuplicate: true };
    isBroken ||= frozen?.has(i) === true;
    if (isDuplicate) continue;
    if (!isBroken) moves.push({ stepS: (timesS[i] ?? 0) - (timesS[last] ?? 0), change });
    last = i;
    isBroken = false;
  }
  return { moves };
}

/** The step of the frames that come when they should: a tenth of the steps are shorter. */
function usualStep(moves: readonly Move[]): number {
  const steps = moves.map(({ stepS }) => stepS).toSorted((a, b) => a - b);
  return steps[Math.floor(steps.length / 10)] ?? 0;
}

/** Changes a usual step, so that a frame shown twice is no jerk but a lower frame rate. */
function jerkOf(runs: readonly { readonly moves: readonly Move[] }[], usual: number): number {
  let uneven = 0;
  let total = 0;
  for (const { moves } of runs) {
    let before: number | undefined;
    for (const { stepS, change } of moves) {
      const speed = stepS > 0 ? (change * usual) / stepS : change;
      const isCut = change > CUT;
      if (before !== undefined && !isCut) {
        uneven += Math.abs(speed - before);
        total += speed + STILL;
      }
      before = isCut ? undefined : speed;
    }
  }
  return total === 0 ? 0 : Math.min(2, uneven / total);
}

function flickers(steps: readonly FrameStep[]): number[] {
  const found: number[] = [];
  for (let i = 2; i < steps.length; i++) {
    const [a, b, c] = [steps[i - 2], steps[i - 1], steps[i]];
    if (a === undefined || b?.change === undefined || c?.change === undefined) continue;
    if (b.change <= CUT && c.change <= CUT) found.push(flickerOf(a.parts, b.parts, c.parts));
  }
  return found;
}

/** Median over the parts: what moves changes a few of them, flicker changes all. */
function flickerOf(a: Float32Array, b: Float32Array, c: Float32Array): number {
  const swings = Array.from(b, (level, part) => {
    const up = level - (a[part] ?? 0);
    const down = level - (c[part] ?? 0);
    return up * down > 0 ? Math.min(Math.abs(up), Math.abs(down)) : 0;
  });
  swings.sort((x, y) => x - y);
  return swings[Math.floor(swings.length / 2)] ?? 0;
}
