import { constants, type ReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import type { Engine } from '../engine/index.ts';
import { answerMedia, type MediaAnswer, type MediaRequest } from './media-answer.ts';

/** An answer with its body as a stream; the file is closed when the stream ends or is destroyed. */
export interface MediaReply extends MediaAnswer {
  readonly body?: ReadStream;
}

/**
 * Opens the file behind a media id and plans the answer. What was opened is what is measured and
 * sent, so a file that is swapped meanwhile cannot slip past the check of its path.
 *
 * @throws AppError 'path-refused', 'not-found', 'no-project', 'unreadable'
 */
export async function replyWithMedia(
  resolveMedia: Engine['resolveMedia'],
  mediaId: string,
  request: MediaRequest,
): Promise<MediaReply> {
  const resolved = resolveMedia(mediaId);
  const file = await openFile(resolved.path);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw notAFile(resolved.path);
    if (mayBePlayed(request) && (await isPlaylist(file))) throw aPlaylist(resolved.path);
    const answer = answerMedia(request, {
      name: path.basename(resolved.path),
      mimeType: resolved.mimeType,
      sizeBytes: stats.size,
      modifiedMs: stats.mtimeMs,
    });
    if (answer.bytes === undefined) {
      await file.close();
      return answer;
    }
    return { ...answer, body: file.createReadStream(answer.bytes) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The path is a real one: a link in its last place was put there later. A pipe must not block. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file, FLAGS);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // node:fs throws nothing else
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new AppError('not-found', `Cannot show a file: it is no longer there. "${file}"`);
    }
    throw new AppError('unreadable', `Cannot open a file (${code ?? 'no code'}). "${file}"`, {
      cause: error,
    });
  }
}

function notAFile(file: string): AppError {
  return new AppError('not-found', `Cannot show "${file}": it is not a file.`);
}

/** The browser says what it will do with the bytes; a host that does not pass that on is not trusted. */
function mayBePlayed({ header }: MediaRequest): boolean {
  return [undefined, 'audio', 'video'].includes(header('sec-fetch-dest'));
}

/** Players follow what a playlist names, on any host, whatever its file is called. */
async function isPlaylist(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
  return /^\uFEFF?\s*#EXTM3U/.test(buffer.toString('utf8', 0, bytesRead));
}

function aPlaylist(file: string): AppError {
  return new AppError(
    'path-refused',
    `Cannot play a file: it is a playlist that names files elsewhere, which are never fetched. "${file}"`,
  );
}
