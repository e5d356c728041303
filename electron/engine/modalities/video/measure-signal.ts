import { type Decoded, unscored } from '../../media/decode/decoded.ts';
import { extensionOfPath } from '../../media/decode/extension.ts';
import type { FrameTap, Stretch } from '../../media/frames/backend.ts';
import type { OpenVideo } from '../../media/frames/open-video.ts';
import { type MotionFigures, motionFigures, type MotionStretch } from './motion-figures.ts';
import { MotionTally } from './motion-tally.ts';
import { planSampling } from './sampling.ts';
import { type StillFigures, stillFigures } from './still-figures.ts';

/** Everything that the signal score is made of. */
export interface SignalFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly hasAudio: boolean;
  readonly motion: MotionFigures;
  /** Means over the stills that are not black; absent when there is none. */
  readonly still?: StillFigures;
  readonly stills: number;
  readonly damaged: number;
}

const SMALL_WIDTH = 160; // for motion; about a tenth of full HD
const STILLS = 24;
const TIME_LIMIT_MS = 240_000;

/** Decodes what the sampling rule asks for and measures it, frame by frame. */
export async function measureSignal(video: OpenVideo): Promise<Decoded<SignalFacts>> {
  const { probe, path } = video;
  const { widthPx, heightPx, hasAudio } = probe;
  const { stretches, rule } = planSampling(probe);
  const deadline = performance.now() + TIME_LIMIT_MS;
  const motion: MotionStretch[] = [];
  const stills: StillFigures[] = [];
  let damaged = 0;
  let failure: string | undefined;
  let isTimedOut = false;
  for (const stretch of stretches) {
    const left = deadline - performance.now();
    if (left <= 0) break;
    const tally = new MotionTally(...smallSize(widthPx, heightPx));
    const taps = [motionTap(tally), stillTap(video, stretch, stretches.length, stills)];
    const report = await video.backend.decode(path, stretch, taps, left);
    motion.push({ steps: tally.steps, timesS: report.timesS });
    damaged += report.damaged;
    failure ??= report.failure;
    isTimedOut ||= report.isTimedOut;
  }
  const figures = motionFigures(motion);
  if (figures.frames === 0) return noFrame(isTimedOut, failure);
  const seen = stills.filter(({ mean }) => mean >= 12); // of a black picture there is nothing to say
  const still = meanOf(seen.length > 0 ? seen : []);
  return {
    status: 'decoded',
    value: {
      ...{ widthPx, heightPx, hasAudio, damaged, motion: figures, stills: seen.length },
      ...(still !== undefined && { still }),
    },
    notes: [
      ...(rule === undefined ? [] : [rule]),
      `Decoded by ${video.backend.id}; motion at ${smallSize(widthPx, heightPx).join(' × ')}, ${seen.length} pictures at full size.`,
      ...(isTimedOut ? ['Decoding took too long and was stopped before the end.'] : []),
      ...(damaged > 0 ? [`The decoder met ${damaged} damaged places.`] : []),
      ...(extensionOfPath(path) === 'gif' ? ['An animated GIF has 256 colours at most.'] : []),
    ],
  };
}

function noFrame(isTimedOut: boolean, failure: string | undefined) {
  if (isTimedOut) return unscored('media-too-large', 'Not one frame was decoded in four minutes.');
  const why = failure === undefined || failure === '' ? '' : ` The decoder says "${failure}".`;
  return unscored('media-broken', `Not one frame can be decoded.${why}`);
}

function smallSize(width: number, height: number): [width: number, height: number] {
  const scale = Math.min(1, SMALL_WIDTH / Math.max(width, height));
  return [Math.max(16, Math.round(width * scale)), Math.max(16, Math.round(height * scale))];
}

function motionTap(tally: MotionTally): FrameTap {
  const { width, height } = tally;
  const onFrame = (data: Uint8Array) => tally.add(data);
  return { format: 'gray', width, height, choice: { kind: 'all' }, onFrame };
}

function stillTap(
  { probe }: OpenVideo,
  stretch: Stretch,
  stretches: number,
  stills: StillFigures[],
): FrameTap {
  const { widthPx: width, heightPx: height, frameRate = 25, durationS = 60 } = probe;
  const perStretch = Math.max(1, Math.round(STILLS / stretches));
  const frames = Math.max(1, Math.round(frameRate * (stretch.durationS ?? durationS)));
  const step = Math.max(1, Math.floor(frames / perStretch));
  const full = stills.length + 2 * perStretch; // a header may say too low a rate
  return {
    format: 'gray',
    width,
    height,
    choice: { kind: 'every', step },
    onFrame: (data) => {
      const figures = stills.length < full ? stillFigures({ width, height, data }) : undefined;
      if (figures !== undefined) stills.push(figures);
    },
  };
}

function meanOf(stills: readonly StillFigures[]): StillFigures | undefined {
  if (stills.length === 0) return undefined;
  const mean = (key: keyof StillFigures) =>
    stills.reduce((sum, still) => sum + still[key], 0) / stills.length;
  return {
    blur: mean('blur'),
    noise: mean('noise'),
    blockiness: mean('blockiness'),
    mean: mean('mean'),
    contrast: mean('contrast'),
    clipped: mean('clipped'),
  };
}
