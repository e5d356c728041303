// The images, speech, videos and 3D routes: small real files that follow from the prompt alone.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { makePicture } from '../pictures.ts';
import { sine, wavBytes } from '../sounds.ts';
import { readBody, sendJson } from './http.ts';

/** A file that was ordered. */
export interface FileRequest {
  readonly kind: 'image' | 'speech' | 'video' | 'threeD';
  /** Of this order, counted from 0 over all. */
  readonly index: number;
  readonly prompt: string;
  readonly model: string;
}

/** What becomes of an order; undefined: a good file. */
export type FileReaction =
  | { readonly kind: 'empty' }
  /** Whatever was ordered. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly message?: string;
    };

export type FileScript = (request: FileRequest) => FileReaction | undefined;

const PATHS: Readonly<Record<string, FileRequest['kind']>> = {
  '/v1/images/generations': 'image',
  '/v1/audio/speech': 'speech',
  '/v1/videos': 'video',
  '/v1/3d/generations': 'threeD',
};

export interface FileRoutesOptions {
  readonly scriptOf: () => FileScript | undefined;
  readonly delay: () => Promise<unknown>;
}

/** @returns `route` gives false when the path is none of ours; `files` are all orders so far */
export function createFileRoutes({ scriptOf, delay }: FileRoutesOptions) {
  const files: FileRequest[] = [];
  const videos = new Map<string, Buffer>();

  async function route(
    path: string,
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> {
    const [, id, content] = /^\/v1\/videos\/([^/]+)(\/content)?$/.exec(path) ?? [];
    if (id !== undefined) {
      if (content === undefined) sendJson(response, 200, { id, status: 'completed' });
      else response.writeHead(200, { 'content-type': 'video/mp4' }).end(videos.get(id));
      return true;
    }
    const kind = PATHS[path];
    if (kind === undefined || incoming.method !== 'POST') return false;
    const body = JSON.parse((await readBody(incoming)).toString('utf8')) as Record<string, string>; // as sent
    const prompt = body.prompt ?? body.input ?? '';
    const order = { kind, prompt, index: files.length, model: body.model ?? '' };
    files.push(order);
    const reaction = scriptOf()?.(order);
    await delay();
    if (reaction?.kind === 'status') {
      for (const [name, value] of Object.entries(reaction.headers ?? {})) {
        response.setHeader(name, value);
      }
      sendJson(response, reaction.status, { error: { message: reaction.message ?? 'not now' } });
      return true;
    }
    const good = reaction?.kind === 'empty' ? Buffer.alloc(0) : fileOf(order);
    const bytes = reaction?.kind === 'bytes' ? reaction.bytes : good;
    if (kind === 'speech') {
      response.writeHead(200, { 'content-type': 'audio/wav' }).end(bytes);
    } else if (kind === 'video') {
      const name = `video-${order.index}`;
      videos.set(name, bytes);
      sendJson(response, 200, { id: name, status: 'completed' });
    } else {
      const usage = { input_tokens: 10, output_tokens: 100 };
      sendJson(response, 200, { data: [{ b64_json: bytes.toString('base64') }], usage });
    }
    return true;
  }

  return { route, files };
}

function fileOf({ kind, prompt }: FileRequest): Buffer {
  const seed = createHash('sha256').update(prompt).digest().readUInt32BE(0);
  switch (kind) {
    case 'image':
      return makePicture(seed, 64);
    case 'speech':
      return wavBytes([sine(1, 220 + (seed % 440), 0.5, 16_000)], 16_000);
    case 'video':
      return readFileSync(new URL('../../fixtures/media/clip.mp4', import.meta.url));
    case 'threeD':
      return readFileSync(new URL('../../fixtures/media/cube.glb', import.meta.url));
  }
}
