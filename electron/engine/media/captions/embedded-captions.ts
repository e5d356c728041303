// Tracks of text inside a film, written out by an `ffmpeg` on the PATH; without one there are none.
import { z } from 'zod';
import type { CaptionTrack } from '../../../../shared/model/captions.ts';
import { parseJson } from '../../parse-json.ts';
import { fileUrl } from '../frames/ffmpeg-probe.ts';
import { readProgram } from '../frames/run-program.ts';
import { parseCaptions } from './parse-captions.ts';

const LIMIT_MS = 20_000;
const MOST_TRACKS = 8;
/** Others are pictures. */
const TEXT_CODECS = ['subrip', 'srt', 'webvtt', 'mov_text', 'ass', 'ssa', 'text'];

const Streams = z.object({
  streams: z.array(
    z.object({
      index: z.int(),
      codec_name: z.string().optional(),
      tags: z.object({ language: z.string().optional(), title: z.string().optional() }).optional(),
    }),
  ),
});

/** @returns none also where the file holds no text, or cannot be read */
export async function readEmbeddedCaptions(path: string): Promise<CaptionTrack[]> {
  const guard = ['-v', 'error', '-protocol_whitelist', 'file,pipe'];
  const shown = ['-select_streams', 's', '-show_streams', '-of', 'json', fileUrl(path)];
  const probed = await readProgram('ffprobe', [...guard, ...shown], LIMIT_MS);
  const { data } = Streams.safeParse(parseJson(probed.output));
  const found = (data?.streams ?? [])
    .filter(({ codec_name: codec = '' }) => TEXT_CODECS.includes(codec))
    .slice(0, MOST_TRACKS);
  const tracks: CaptionTrack[] = [];
  for (const { index, tags } of found) {
    const take = ['-i', fileUrl(path), '-map', `0:${index}`, '-f', 'webvtt', 'pipe:1'];
    const { output } = await readProgram('ffmpeg', [...guard, ...take], LIMIT_MS);
    const language = tags?.language === 'und' ? undefined : tags?.language;
    tracks.push({
      label:
        tags?.title ?? (language === undefined ? `Track ${index}` : `Track ${index}, ${language}`),
      ...(language !== undefined && { language }),
      cues: [...parseCaptions(output).cues],
    });
  }
  return tracks;
}
