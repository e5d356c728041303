import sharp from 'sharp';
import type { ChatPart } from '../../judges/define.ts';
import { type Decoded, unscored } from '../../media/decode/decoded.ts';
import type { FrameTap } from '../../media/frames/backend.ts';
import type { OpenVideo } from '../../media/frames/open-video.ts';
import type { CaptionLimits } from '../caption-input.ts';
import { encodeForModel } from '../image/caption.ts';

const TIME_LIMIT_MS = 180_000;
/** Decoded from each chosen place until a frame comes; a slide show has one every few seconds. */
const STRETCHES_S = [0.5, 12];
const TINY = 16; // pixels, where only the times are wanted

/** Frames at equal distances, each behind its time. */
export async function captionFrames(
  video: OpenVideo,
  limits: CaptionLimits,
): Promise<Decoded<ChatPart[]>> {
  const deadline = performance.now() + TIME_LIMIT_MS;
  const left = () => Math.max(1, deadline - performance.now());
  const durationS = video.probe.durationS ?? (await measureDuration(video, left()));
  const frames = new Map<string, Uint8Array>();
  let failure: string | undefined;
  for (const startS of middles(durationS, limits.frames)) {
    if (performance.now() > deadline) break;
    const frame = await frameAt(video, startS, limits.frameSidePx, left);
    failure ??= frame.failure;
    // a still that stands for long is given once, by its time
    if (frame.picture !== undefined) frames.set(frame.timeS.toFixed(2), frame.picture);
  }
  if (frames.size === 0) {
    const why = failure === undefined || failure === '' ? '' : ` The decoder says "${failure}".`;
    return unscored('media-broken', `Not one frame can be decoded.${why}`);
  }
  const { width, height } = sizeWithin(video, limits.frameSidePx);
  const parts: ChatPart[] = [];
  for (const [time, data] of frames) {
    const picture = sharp(data, { raw: { width, height, channels: 3 } });
    parts.push({ type: 'text', text: `Frame at ${time} s:` });
    parts.push(await encodeForModel(picture, limits.frameSidePx, false));
  }
  const lost = limits.frames - frames.size;
  const notes = lost > 0 ? [`${frames.size} different frames were found.`] : [];
  return { status: 'decoded', value: parts, notes };
}

/** The middle of each of `count` equal parts: the very ends are often black. */
const middles = (durationS: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => ((i + 0.5) * durationS) / count);

interface FoundFrame {
  readonly timeS: number;
  readonly picture?: Uint8Array;
  readonly failure?: string;
}

async function frameAt(
  video: OpenVideo,
  startS: number,
  sidePx: number,
  left: () => number,
): Promise<FoundFrame> {
  let picture: Uint8Array | undefined;
  let failure: string | undefined;
  const tap: FrameTap = {
    format: 'rgb24',
    ...sizeWithin(video, sidePx),
    choice: { kind: 'listed', indices: [0] },
    onFrame: (data) => {
      picture ??= Uint8Array.from(data);
    },
  };
  for (const durationS of STRETCHES_S) {
    const report = await video.backend.decode(video.path, { startS, durationS }, [tap], left());
    failure ??= report.failure;
    if (picture !== undefined) return { timeS: startS + (report.timesS[0] ?? 0), picture };
  }
  return { timeS: startS, ...(failure !== undefined && { failure }) };
}

/** For a file that does not say how long it is: recordings of browsers. */
async function measureDuration(video: OpenVideo, timeLimitMs: number): Promise<number> {
  const tap: FrameTap = {
    format: 'gray',
    width: TINY,
    height: TINY,
    choice: { kind: 'listed', indices: [] },
    onFrame: () => undefined,
  };
  const { timesS } = await video.backend.decode(video.path, { startS: 0 }, [tap], timeLimitMs);
  return timesS.at(-1) ?? 0;
}

function sizeWithin({ probe }: OpenVideo, sidePx: number): Pick<FrameTap, 'width' | 'height'> {
  const { widthPx, heightPx } = probe;
  const scale = Math.min(1, sidePx / Math.max(widthPx, heightPx));
  const side = (px: number) => Math.max(1, Math.round(px * scale));
  return { width: side(widthPx), height: side(heightPx) };
}
