import { stat } from 'node:fs/promises';
import { type Decoded, type Unscored, unscored } from '../decode/decoded.ts';
import { readMediaFacts } from '../facts.ts';
import { typeLabel } from '../type-names.ts';
import type { FrameBackend, VideoProbe } from './backend.ts';
import { ffmpegBackend, hasFfmpeg } from './ffmpeg-backend.ts';
import { loadNodeAv } from './node-av-backend.ts';

/** A video that can be decoded, and by what. */
export interface OpenVideo {
  readonly path: string;
  readonly probe: VideoProbe;
  readonly backend: FrameBackend;
}

let found: Promise<FrameBackend | undefined> | undefined;

/** The decoder of this machine: the optional package, else `ffmpeg`; looked for once. */
export function findFrameBackend(): Promise<FrameBackend | undefined> {
  found ??= (async () =>
    (await loadNodeAv()) ?? ((await hasFfmpeg()) ? ffmpegBackend : undefined))();
  return found;
}

const MAX_PIXELS = 8192 * 8192;

/**
 * Looks at a video's header.
 *
 * @param backend  undefined when no decoder is installed
 * @returns unscored for a file that is missing, empty, cut off, no video or without a picture
 */
export async function openVideo(
  path: string,
  backend: FrameBackend | undefined,
): Promise<Decoded<OpenVideo>> {
  const refused = await refuse(path);
  if (refused !== undefined) return refused;
  if (backend === undefined) {
    const advice = 'Install ffmpeg, or the optional package node-av.';
    return unscored('unsupported', `There is no decoder for video on this computer. ${advice}`);
  }
  const probe = await backend.probe(path);
  if (probe === undefined) {
    return unscored('media-broken', 'The file holds no picture track that can be decoded.');
  }
  const { widthPx, heightPx } = probe;
  if (widthPx * heightPx > MAX_PIXELS) {
    return unscored('media-too-large', `The pictures are ${widthPx} × ${heightPx} pixels.`);
  }
  return { status: 'decoded', value: { path, probe, backend }, notes: [] };
}

/** What the bytes at the beginning and end already rule out. */
async function refuse(path: string): Promise<Unscored | undefined> {
  const file = await stat(path).catch(() => undefined);
  if (file?.isFile() !== true) return unscored('media-missing', 'There is no file at this path.');
  const facts = await readMediaFacts(path);
  if (facts.broken !== undefined) return unscored('media-broken', facts.broken);
  const type = facts.detectedType ?? '';
  if (type.startsWith('audio/')) {
    return unscored(
      'media-broken',
      `The file is ${typeLabel(type)}: it holds sound, but no picture.`,
    );
  }
  const isMoving = type === '' || type === 'image/gif' || type.startsWith('video/');
  if (isMoving) return undefined;
  return unscored('media-broken', `The bytes are ${typeLabel(type)}, which is no video.`);
}
