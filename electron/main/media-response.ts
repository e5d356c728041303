// The media protocol in the web's own terms, without Electron: a Request in, a Response out.
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { AppError, type ErrorCode } from '../../shared/api/errors.ts';
import type { Engine } from '../engine/index.ts';
import { replyWithMedia } from '../serving/media-file.ts';
import { APP_ORIGIN } from './security/own-page.ts';

/** The page's origin is another one than the media's, so that it must be let in to read pixels. */
const FOR_OUR_PAGE = {
  'access-control-allow-origin': APP_ORIGIN,
  'access-control-expose-headers': 'accept-ranges, content-length, content-range, etag',
  'cross-origin-resource-policy': 'cross-origin',
};

const STATUS: Partial<Record<ErrorCode, number>> = {
  'bad-input': 400,
  'path-refused': 403,
  unreadable: 403,
  'not-found': 404,
  'no-project': 404,
};

export async function answerMediaRequest(
  resolveMedia: Engine['resolveMedia'],
  request: Request,
): Promise<Response> {
  const { method } = request;
  if (method === 'OPTIONS') return answerPreflight();
  if (method !== 'GET' && method !== 'HEAD') return answerText(405, 'Media can only be read.');
  try {
    const mediaId = decodeURIComponent(new URL(request.url).pathname.slice(1));
    const header = (name: string) => request.headers.get(name) ?? undefined;
    const reply = await replyWithMedia(resolveMedia, mediaId, { method, header });
    const headers = { ...reply.headers, ...FOR_OUR_PAGE };
    const body = reply.body === undefined ? null : toWebStream(reply.body);
    return new Response(body, { status: reply.status, headers });
  } catch (error) {
    if (error instanceof URIError) return answerText(400, 'This address is not encoded rightly.');
    if (!(error instanceof AppError)) throw error;
    return answerText(STATUS[error.code] ?? 500, error.message);
  }
}

/** Cancelling the web stream destroys the file's, which closes the file. */
function toWebStream(body: Readable): ReadableStream<Uint8Array> {
  const stream: NodeReadableStream = Readable.toWeb(body);
  return stream as ReadableStream<Uint8Array>; // a file's stream gives bytes; the types do not say so
}

function answerPreflight(): Response {
  const allow = {
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': 'range',
  };
  return new Response(null, { status: 204, headers: { ...FOR_OUR_PAGE, ...allow } });
}

function answerText(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...FOR_OUR_PAGE, 'content-type': 'text/plain' } });
}
