import { z } from 'zod';
import { readMediaFacts } from '../facts.ts';
import type { VideoProbe } from './backend.ts';
import { readProgram } from './run-program.ts';

const PROBE_MS = 20_000;

/** A path that a program takes for a file, whatever it looks like. */
export const fileUrl = (path: string): string => `file:${path}`;

const Ratio = z.string().transform((text) => {
  const [above = NaN, below = 1] = text.split('/').map(Number);
  return above / below > 0 && Number.isFinite(above / below) ? above / below : undefined;
});
const Amount = z.coerce.number().positive().optional().catch(undefined);
const Probe = z.object({
  streams: z.array(
    z.object({
      codec_type: z.string().optional(),
      codec_name: z.string().optional(),
      width: Amount,
      height: Amount,
      avg_frame_rate: Ratio.optional(),
      duration: Amount,
      nb_frames: Amount,
      disposition: z.object({ attached_pic: z.number().optional() }).optional(),
    }),
  ),
  format: z.object({ duration: Amount }).optional(),
});

/** Asks ffprobe, or where there is none the file's own header. */
export async function probeByFfprobe(path: string): Promise<VideoProbe | undefined> {
  const args = ['-v', 'error', '-protocol_whitelist', 'file,pipe', '-of', 'json'];
  const shown = ['-show_streams', '-show_format', fileUrl(path)];
  const { end, output } = await readProgram('ffprobe', [...args, ...shown], PROBE_MS);
  if (end.isMissing) return probeByHeader(path);
  const probe = parseProbe(output);
  const video = probe?.streams.find(
    (stream) => stream.codec_type === 'video' && stream.disposition?.attached_pic !== 1,
  );
  if (probe === undefined || video?.width === undefined || video.height === undefined) {
    return undefined;
  }
  const durationS = video.duration ?? probe.format?.duration;
  return {
    widthPx: video.width,
    heightPx: video.height,
    hasAudio: probe.streams.some((stream) => stream.codec_type === 'audio'),
    ...(durationS !== undefined && { durationS }),
    ...(video.avg_frame_rate !== undefined && { frameRate: video.avg_frame_rate }),
    ...(video.nb_frames !== undefined && { frameCount: video.nb_frames }),
    ...(video.codec_name !== undefined && { codec: video.codec_name }),
  };
}

function parseProbe(output: string): z.infer<typeof Probe> | undefined {
  try {
    return Probe.parse(JSON.parse(output));
  } catch {
    return undefined; // a file that ffprobe makes nothing of: it writes `{}` or half an object
  }
}

async function probeByHeader(path: string): Promise<VideoProbe | undefined> {
  const { widthPx, heightPx, durationMs, sampleRateHz } = await readMediaFacts(path);
  if (widthPx === undefined || heightPx === undefined) return undefined;
  const hasAudio = sampleRateHz !== undefined;
  return {
    widthPx,
    heightPx,
    hasAudio,
    ...(durationMs !== undefined && { durationS: durationMs / 1000 }),
  };
}
