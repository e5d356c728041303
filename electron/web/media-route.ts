import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { AppError, type ErrorCode } from '../../shared/api/errors.ts';
import type { Engine } from '../engine/index.ts';
import { replyWithMedia } from '../serving/media-file.ts';

/** Sends a media file, or the part of it that was asked for. */
export async function sendMedia(
  engine: Engine,
  mediaId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const header = (name: string) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
  try {
    const reply = await replyWithMedia(engine.resolveMedia, mediaId, { method, header });
    response.writeHead(reply.status, { ...reply.headers });
    if (reply.body === undefined) {
      response.end();
      return;
    }
    // destroys the stream, and so closes the file, when the client leaves
    await pipeline(reply.body, response, { end: false });
    // a file that shrank meanwhile: a short answer must not look whole
    if (reply.body.bytesRead < Number(reply.headers['content-length'])) response.destroy();
    else response.end();
  } catch (error) {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (!(error instanceof AppError)) throw error;
    response.writeHead(MEDIA_STATUS[error.code] ?? 500, { 'content-type': 'text/plain' });
    response.end(error.message);
  }
}

const MEDIA_STATUS: Partial<Record<ErrorCode, number>> = {
  'bad-input': 400,
  'path-refused': 403,
  unreadable: 403,
  'not-found': 404,
  'no-project': 404,
};
