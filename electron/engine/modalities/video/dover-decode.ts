import { type Decoded, unscored } from '../../media/decode/decoded.ts';
import type { OpenVideo } from '../../media/frames/open-video.ts';
import { aestheticFrames, CLIP_FRAMES, technicalFrames } from './dover-frames.ts';
import {
  CLIP_SIZE,
  copyFrame,
  type RgbPicture,
  writeFragments,
  writeResized,
} from './dover-views.ts';

/** Both views of a video, as the network takes them. */
export interface DoverViews {
  readonly aesthetic: Float32Array;
  readonly technical: Float32Array;
}

const TIME_LIMIT_MS = 240_000;
const WHOLE_FRAMES = 2000; // a longer video is not decoded whole but sought in
const NEAR = 90; // frames: those this near to each other are decoded in one go

/** Decodes the frames that DOVER looks at and writes both views as they come. */
export async function decodeViews(video: OpenVideo, clips: number): Promise<Decoded<DoverViews>> {
  const frameCount = countFrames(video);
  if (frameCount === undefined) {
    return unscored('media-broken', 'The file does not say how long it is.');
  }
  const filler = new ViewFiller(frameCount, clips);
  const deadline = performance.now() + TIME_LIMIT_MS;
  let failure: string | undefined;
  for (const run of runsOf(filler.wanted, frameCount)) {
    const left = deadline - performance.now();
    if (left <= 0) break;
    failure ??= await decodeRun(video, run, filler, left);
  }
  const missing = filler.fillGaps();
  if (missing === 'all') {
    const why = failure === undefined ? '' : ` The decoder says "${failure}".`;
    return unscored('media-broken', `Not one frame can be decoded.${why}`);
  }
  const lost =
    missing === 0 ? [] : [`${missing} frames could not be decoded; others stand for them.`];
  const { aesthetic, technical } = filler;
  return { status: 'decoded', value: { aesthetic, technical }, notes: lost };
}

function countFrames({ probe }: OpenVideo): number | undefined {
  const { frameCount, frameRate, durationS } = probe;
  if (frameCount !== undefined) return frameCount;
  if (frameRate === undefined || durationS === undefined) return undefined;
  return Math.max(1, Math.round(frameRate * durationS));
}

/** Frames to be decoded in one go; sorted. */
function runsOf(wanted: readonly number[], frameCount: number): number[][] {
  if (frameCount <= WHOLE_FRAMES) return [[...wanted]];
  const runs: number[][] = [];
  for (const index of wanted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && index - last <= NEAR) run.push(index);
    else runs.push([index]);
  }
  return runs;
}

async function decodeRun(
  { path, probe, backend }: OpenVideo,
  run: readonly number[],
  filler: ViewFiller,
  timeLimitMs: number,
): Promise<string | undefined> {
  const { widthPx: width, heightPx: height, frameRate = 25 } = probe;
  const first = run[0] ?? 0;
  const last = run.at(-1) ?? first;
  const isWhole = first < NEAR;
  const origin = isWhole ? 0 : first;
  // half a frame early, so that rounding does not lose the first; a frame of slack behind the last
  const startS = isWhole ? 0 : (first - 0.5) / frameRate;
  const durationS = (last - origin + 2) / frameRate;
  let next = 0;
  const onFrame = (data: Uint8Array) => {
    const index = run[next++];
    if (index !== undefined) filler.add(index, { width, height, data });
  };
  const indices = run.map((index) => index - origin);
  const tap = {
    format: 'rgb24',
    width,
    height,
    choice: { kind: 'listed', indices },
    onFrame,
  } as const;
  return (await backend.decode(path, { startS, durationS }, [tap], timeLimitMs)).failure;
}

interface Slot {
  readonly view: Float32Array;
  readonly at: number;
  readonly write: typeof writeResized;
}

const isSameClip = (a: Float32Array, b: Float32Array) =>
  a.buffer === b.buffer && a.byteOffset === b.byteOffset;

/** Knows in which places of the views each frame stands. */
class ViewFiller {
  readonly aesthetic = new Float32Array(CLIP_SIZE);
  readonly technical: Float32Array;
  /** Sorted, each once. */
  readonly wanted: readonly number[];
  private readonly slots = new Map<number, Slot[]>();
  private readonly filled = new Set<number>();

  constructor(frameCount: number, clips: number) {
    this.technical = new Float32Array(clips * CLIP_SIZE);
    aestheticFrames(frameCount).forEach((index, at) => {
      this.addSlot(index, { view: this.aesthetic, at, write: writeResized });
    });
    technicalFrames(frameCount, clips).forEach((index, i) => {
      const clip = Math.floor(i / CLIP_FRAMES);
      const view = this.technical.subarray(clip * CLIP_SIZE, (clip + 1) * CLIP_SIZE);
      this.addSlot(index, { view, at: i % CLIP_FRAMES, write: writeFragments });
    });
    this.wanted = [...this.slots.keys()].toSorted((a, b) => a - b);
  }

  add(index: number, picture: RgbPicture): void {
    this.filled.add(index);
    for (const { view, at, write } of this.slots.get(index) ?? []) write(picture, view, at);
  }

  /** Puts the nearest frame of its clip where one is missing; tells how many are. */
  fillGaps(): number | 'all' {
    const missing = this.wanted.filter((index) => !this.filled.has(index));
    const slots = [...this.slots].flatMap(([index, all]) =>
      all.map((slot) => ({ index, ...slot })),
    );
    const there = slots.filter(({ index }) => this.filled.has(index));
    for (const gap of slots.filter(({ index }) => !this.filled.has(index))) {
      const near = there
        .filter(({ view }) => isSameClip(view, gap.view))
        .toSorted((a, b) => Math.abs(a.at - gap.at) - Math.abs(b.at - gap.at))[0];
      if (near === undefined) return 'all';
      copyFrame(gap.view, near.at, gap.at);
    }
    return missing.length;
  }

  private addSlot(index: number, slot: Slot): void {
    this.slots.set(index, [...(this.slots.get(index) ?? []), slot]);
  }
}
