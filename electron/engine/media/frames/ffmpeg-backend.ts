import {
  type DecodeReport,
  type FrameBackend,
  frameBytes,
  type FrameChoice,
  type FrameTap,
  type Stretch,
} from './backend.ts';
import { fileUrl, probeByFfprobe } from './ffmpeg-probe.ts';
import { readProgram, runProgram } from './run-program.ts';

/** Decodes by an `ffmpeg` on the PATH; frames come through pipes, nothing is written to the disk. */
export const ffmpegBackend: FrameBackend = {
  id: 'ffmpeg',
  probe: probeByFfprobe,
  decode: decodeByFfmpeg,
};

/** True when there is an `ffmpeg` that starts. */
export async function hasFfmpeg(): Promise<boolean> {
  const { end } = await readProgram('ffmpeg', ['-hide_banner', '-version'], 10_000);
  return end.exitCode === 0;
}

async function decodeByFfmpeg(
  path: string,
  stretch: Stretch,
  taps: readonly FrameTap[],
  timeLimitMs: number,
): Promise<DecodeReport> {
  const log = new DecoderLog();
  const sinks: Record<number, (chunk: Buffer) => void> = { 2: (chunk) => log.add(chunk) };
  taps.forEach((tap, index) => {
    sinks[descriptorOf(index)] = frameCutter(tap);
  });
  const end = await runProgram('ffmpeg', argsOf(path, stretch, taps), sinks, timeLimitMs);
  const { timesS, damaged, lastLine } = log.finish();
  const isFailed = end.exitCode !== 0 && !end.isTimedOut;
  return { timesS, damaged, isTimedOut: end.isTimedOut, ...(isFailed && { failure: lastLine }) };
}

const descriptorOf = (index: number) => (index === 0 ? 1 : index + 2); // 2 is for messages

function argsOf(path: string, stretch: Stretch, taps: readonly FrameTap[]): string[] {
  const seek = stretch.startS > 0 ? ['-ss', stretch.startS.toFixed(6)] : [];
  const length = stretch.durationS === undefined ? [] : ['-t', stretch.durationS.toFixed(6)];
  const labels = taps.map((_, index) => `[a${index}]`).join('');
  // the smallest picture that tells the times of all frames
  const times = '[times]scale=16:16,showinfo,nullsink';
  const chains = taps.map((tap, index) => {
    const { width, height, format, choice } = tap;
    const scale = `scale=${width}:${height}:flags=area,format=${format}`;
    return `[a${index}]${[...selectFilter(choice), scale].join(',')}[o${index}]`;
  });
  const graph = [`[0:v:0]split=${taps.length + 1}[times]${labels}`, times, ...chains].join(';');
  const outputs = taps.flatMap((_, index) => {
    const raw = ['-fps_mode', 'passthrough', '-f', 'rawvideo'];
    return ['-map', `[o${index}]`, ...raw, `pipe:${descriptorOf(index)}`];
  });
  // other protocols could be named inside a playlist that calls itself a video
  const input = ['-protocol_whitelist', 'file,pipe', '-noautorotate', ...seek, ...length];
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'info'],
    ...[...input, '-i', fileUrl(path), '-filter_complex', graph, ...outputs],
  ];
}

function selectFilter(choice: FrameChoice): string[] {
  if (choice.kind === 'all') return [];
  if (choice.kind === 'every') return [`select=not(mod(n\\,${choice.step}))`];
  return [`select=${choice.indices.map((index) => `eq(n\\,${index})`).join('+') || '0'}`];
}

/** Cuts a stream of bytes into frames. */
function frameCutter(tap: FrameTap): (chunk: Buffer) => void {
  const frame = Buffer.alloc(frameBytes(tap));
  let filled = 0;
  return (chunk) => {
    for (let at = 0; at < chunk.length;) {
      const copied = chunk.copy(frame, filled, at);
      at += copied;
      filled += copied;
      if (filled < frame.length) return;
      tap.onFrame(frame);
      filled = 0;
    }
  };
}

const MAX_LINE = 2000;

/** Reads times and damage off the decoder's messages. */
class DecoderLog {
  private readonly timesS: number[] = [];
  private damaged = 0;
  private lastLine = '';
  private rest = '';

  add(chunk: Buffer): void {
    const lines = (this.rest + chunk.toString('utf8')).split('\n');
    this.rest = (lines.pop() ?? '').slice(0, MAX_LINE);
    for (const line of lines) this.take(line.trim());
  }

  finish() {
    this.take(this.rest.trim());
    return { timesS: this.timesS, damaged: this.damaged, lastLine: this.lastLine };
  }

  private take(line: string): void {
    if (line === '') return;
    if (line.includes('Parsed_showinfo')) {
      const time = / pts_time:\s*(-?[\d.]+)/.exec(line)?.[1];
      if (time !== undefined) this.timesS.push(Number(time));
      return;
    }
    if (/\berror\b|corrupt|invalid data|missing (picture|reference)|concealing/i.test(line)) {
      this.damaged++;
    }
    // "[mov,mp4 @ 0x55…] moov atom not found" → "moov atom not found"
    this.lastLine = line.replace(/^\[[^\]]*\]\s*/, '').slice(0, 200);
  }
}
