// The optional package holds FFmpeg's libraries under the GPL; it is loaded only when it is there
// and a video is scored, and nothing else depends on it.
import type * as NodeAv from 'node-av/api';
import type { AVLogLevel, AVSeekFlag } from 'node-av/constants';
import {
  type DecodeReport,
  type FrameBackend,
  frameBytes,
  type FrameChoice,
  type FrameTap,
  type Stretch,
  type VideoProbe,
} from './backend.ts';

type Api = typeof NodeAv;

/** @returns undefined when the package is not installed or does not load on this system */
export async function loadNodeAv(): Promise<FrameBackend | undefined> {
  try {
    const api = await import('node-av/api');
    const { Log } = await import('node-av/lib');
    Log.setLevel(AV_LOG_QUIET); // what it has to say of bad files comes back as errors
    return {
      id: 'node-av',
      probe: (path) => probe(api, path),
      decode: (path, stretch, taps, timeLimitMs) => decode(api, path, stretch, taps, timeLimitMs),
    };
  } catch {
    return undefined; // an optional package: its absence is a normal state
  }
}

const open = (api: Api, path: string) =>
  api.Demuxer.open(path, { options: { protocol_whitelist: 'file' } });

const ratio = ({ num, den }: { readonly num: number; readonly den: number }) =>
  den > 0 && num > 0 ? num / den : undefined;

// of FFmpeg's headers; the package brands its numbers
const AV_LOG_QUIET = -8 as AVLogLevel;
const AVSEEK_FLAG_BACKWARD = 1 as AVSeekFlag;
const ATTACHED_PICTURE = 0x400; // AV_DISPOSITION_ATTACHED_PIC
const ALL_STREAMS = -1; // times are microseconds then, not the stream's own unit

async function probe(api: Api, path: string): Promise<VideoProbe | undefined> {
  try {
    await using input = await open(api, path);
    const stream = videoStream(input);
    if (stream === undefined) return undefined;
    const { width, height } = stream.codecpar;
    if (width <= 0 || height <= 0) return undefined;
    const frameRate = ratio(stream.avgFrameRate);
    const frameCount = Number(stream.nbFrames);
    return {
      widthPx: width,
      heightPx: height,
      hasAudio: input.audio() !== undefined,
      ...(input.duration > 0 && { durationS: input.duration }),
      ...(frameRate !== undefined && { frameRate }),
      ...(frameCount > 0 && { frameCount }),
    };
  } catch {
    return undefined; // no container that it knows: there is nothing to decode
  }
}

function videoStream(input: NodeAv.Demuxer) {
  for (let index = 0; ; index++) {
    const stream = input.video(index);
    if (stream === undefined) return undefined;
    if ((Number(stream.disposition) & ATTACHED_PICTURE) === 0) return stream;
  }
}

interface OpenTap {
  readonly tap: FrameTap;
  readonly filter: NodeAv.FilterAPI;
  readonly isChosen: (index: number) => boolean;
}

async function decode(
  api: Api,
  path: string,
  stretch: Stretch,
  taps: readonly FrameTap[],
  timeLimitMs: number,
): Promise<DecodeReport> {
  const deadline = performance.now() + timeLimitMs;
  const timesS: number[] = [];
  const opened = taps.map((tap): OpenTap => {
    const { width, height, format, choice } = tap;
    const filter = api.FilterAPI.create(`scale=${width}:${height}:flags=area,format=${format}`);
    return { tap, filter, isChosen: chooser(choice) };
  });
  let isTimedOut = false;
  try {
    await using input = await open(api, path);
    const stream = videoStream(input);
    if (stream === undefined)
      return { timesS, damaged: 0, isTimedOut, failure: 'No picture track' };
    using decoder = await api.Decoder.create(stream, { exitOnError: false });
    if (stretch.startS > 0) await input.seek(stretch.startS, ALL_STREAMS, AVSEEK_FLAG_BACKWARD);
    const unit = stream.timeBase.num / stream.timeBase.den;
    const origin = Math.max(0, Number(stream.startTime)) * unit;
    for await (using frame of decoder.frames(input.packets(stream.index))) {
      if (frame === null) break;
      const timeS = Number(frame.bestEffortTimestamp) * unit - origin - stretch.startS;
      if (timeS < -1e-6) continue; // between the key frame that was sought and the start
      if (stretch.durationS !== undefined && timeS >= stretch.durationS) break;
      isTimedOut = performance.now() > deadline;
      if (isTimedOut) break;
      for (const one of opened) await give(one, frame, timesS.length);
      timesS.push(timeS);
    }
    return { timesS, damaged: 0, isTimedOut };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { timesS, damaged: 1, isTimedOut, failure };
  } finally {
    for (const { filter } of opened) filter.close();
  }
}

function chooser(choice: FrameChoice): (index: number) => boolean {
  if (choice.kind === 'all') return () => true;
  if (choice.kind === 'every') return (index) => index % choice.step === 0;
  const listed = new Set(choice.indices);
  return (index) => listed.has(index);
}

async function give(
  { tap, filter, isChosen }: OpenTap,
  frame: Parameters<NodeAv.FilterAPI['process']>[0],
  index: number,
): Promise<void> {
  if (!isChosen(index)) return;
  await filter.process(frame);
  using scaled = await filter.receive();
  if (scaled === null || typeof scaled !== 'object') return;
  // rows without the padding that the libraries put behind them
  const bytes = scaled.toBuffer();
  if (bytes.length === frameBytes(tap)) tap.onFrame(bytes);
}
