// Captions of a film or a sound: files of the same name beside it, inside the opened folders, and else
// the tracks of text that it holds itself, which are kept on disk.
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { z } from 'zod';
import { CaptionTrack } from '../../../shared/model/captions.ts';
import { readEmbeddedCaptions } from './captions/embedded-captions.ts';
import { parseCaptions } from './captions/parse-captions.ts';
import { decodeText } from './decode/text.ts';
import { keptFile, loadKept, saveKept } from './kept-json.ts';
import type { MediaRegistry } from './registry.ts';

const MOST_BYTES = 4_000_000;
const MOST_FILES = 16;
const Tracks = z.array(CaptionTrack);

/** Where to look and to keep; no `cacheDir` in a read-only project. */
export interface CaptionsRequest {
  readonly path: string;
  readonly cacheDir: string | undefined;
  /** Of the opened folders: nothing outside of them is read. */
  readonly registry: Pick<MediaRegistry, 'locate'>;
}

/** Reads the captions of a file; none where there are none, or none that can be read. */
export async function readCaptions(request: CaptionsRequest): Promise<CaptionTrack[]> {
  const { path, cacheDir } = request;
  const beside = await readBeside(request);
  if (beside.length > 0) return beside;
  const { size, mtimeMs } = await stat(path);
  const file = keptFile(cacheDir ?? '', [path, size, mtimeMs]);
  const kept = cacheDir === undefined ? undefined : await loadKept(file, Tracks);
  if (kept !== undefined) return kept;
  const tracks = await readEmbeddedCaptions(path);
  if (cacheDir !== undefined) await saveKept(file, tracks);
  return tracks;
}

/** `clip.vtt`, `clip.en.srt` beside `clip.mp4`. */
async function readBeside({ path, registry }: CaptionsRequest): Promise<CaptionTrack[]> {
  const stem = basename(path, extname(path)).toLowerCase();
  const names = (await readdir(dirname(path)))
    .filter((name) => languageOf(name, stem) !== undefined)
    .sort()
    .slice(0, MOST_FILES);
  const tracks: CaptionTrack[] = [];
  for (const name of names) {
    const located = registry.locate(join(dirname(path), name));
    const text = located.kind === 'file' ? await decodeText(located.path, MOST_BYTES) : undefined;
    if (text?.status !== 'decoded') continue;
    const { cues, skipped } = parseCaptions(text.value.text);
    const language = languageOf(name, stem) ?? '';
    tracks.push({
      label: name,
      ...(language !== '' && { language }),
      cues: [...cues],
      ...(skipped > 0 && {
        warning: `${skipped} ${skipped === 1 ? 'cue has' : 'cues have'} no time that can be read.`,
      }),
    });
  }
  return tracks;
}

/** What stands between the stem and the ending: `''` for nothing; undefined for another file. */
function languageOf(name: string, stem: string): string | undefined {
  if (name.slice(0, stem.length).toLowerCase() !== stem) return undefined;
  const rest = /^((?:\.[a-z]{2,3}(?:-[a-z\d]{2,8})*)?)\.(?:vtt|srt)$/i.exec(
    name.slice(stem.length),
  );
  return rest?.[1]?.slice(1);
}
