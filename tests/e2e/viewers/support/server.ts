// A small server for the harness page: the built page, the fixtures with byte ranges through the hosts'
// own media route, facts and waveforms from the engine, all under the hosts' own policy.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import { readCaptions } from '../../../../electron/engine/media/captions.ts';
import { createDefectReader } from '../../../../electron/engine/media/defects.ts';
import { readMediaFacts } from '../../../../electron/engine/media/facts.ts';
import { createPeaksReader } from '../../../../electron/engine/media/peaks.ts';
import { createSpectrogramReader } from '../../../../electron/engine/media/spectrogram.ts';
import { SpectrogramRequest } from '../../../../shared/model/spectrogram.ts';
import { createMediaRegistry } from '../../../../electron/engine/media/registry.ts';
import { replyWithMedia } from '../../../../electron/serving/media-file.ts';
import { securityHeaders } from '../../../../electron/serving/policy.ts';

const PAGE_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

export interface HarnessServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * @param pageDir  the built harness
 * @param mediaDirs  folders whose files can be asked for by name
 */
export async function startHarnessServer(
  pageDir: string,
  mediaDirs: readonly string[],
): Promise<HarnessServer> {
  const registry = createMediaRegistry(mediaDirs.map((dir, index) => ({ id: `m${index}`, dir })));
  const peaks = createPeaksReader();
  const defects = createDefectReader();
  const spectrograms = createSpectrogramReader();
  const never = new AbortController().signal;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, kind = '', ...rest] = url.pathname.split('/');
    const rawName = rest.join('/');
    if (kind === 'ref') return sendJson(response, refOf(decodeURIComponent(rawName)));
    if (kind === 'facts') {
      return sendJson(response, await readMediaFacts(registry.resolve(rawName).path));
    }
    if (kind === 'captions') {
      const { path } = registry.resolve(rawName);
      return sendJson(response, await readCaptions({ path, registry, cacheDir: undefined }));
    }
    if (kind === 'defects') {
      return sendJson(response, await defects.read(registry.resolve(rawName).path, never));
    }
    if (kind === 'spectrogram') {
      const order: unknown = JSON.parse(url.searchParams.get('order') ?? '{}');
      const { mediaId, ...asked } = SpectrogramRequest.parse({
        ...(order as object),
        mediaId: rawName,
      });
      const { path } = registry.resolve(mediaId);
      return sendJson(
        response,
        await spectrograms.read({ path, cacheDir: undefined, ...asked }, never),
      );
    }
    if (kind === 'peaks') {
      const bins = Number(url.searchParams.get('bins'));
      const { path } = registry.resolve(rawName);
      const isQuick = url.searchParams.get('quick') === 'true';
      return sendJson(
        response,
        await peaks.read({ path, bins, isQuick, cacheDir: undefined }, never),
      );
    }
    if (kind === 'media') return sendMedia(rawName, request, response);
    return sendPage(url.pathname, response);
  }

  function refOf(name: string) {
    const refs = mediaDirs.map((dir) => registry.refFor(join(dir, name)));
    const found = refs.find((ref) => ref !== undefined);
    if (found === undefined) throw new AppError('not-found', `There is no fixture "${name}".`);
    return found;
  }

  async function sendMedia(id: string, request: IncomingMessage, response: ServerResponse) {
    const reply = await replyWithMedia(registry.resolve, id, {
      method: 'GET',
      header: (name) => request.headers[name]?.toString(),
    });
    response.writeHead(reply.status, { ...securityHeaders(), ...reply.headers });
    if (reply.body === undefined) response.end();
    else {
      response.on('close', () => reply.body?.destroy());
      reply.body.pipe(response);
    }
  }

  async function sendPage(pathname: string, response: ServerResponse) {
    const path = normalize(join(pageDir, pathname === '/' ? 'index.html' : pathname));
    if (!path.startsWith(pageDir + sep)) throw new AppError('path-refused', 'Outside the page.');
    const body = await readFile(path).catch(() => undefined);
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = PAGE_TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { ...securityHeaders(), 'content-type': type }).end(body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const known =
        error instanceof AppError ? error : new AppError('internal', `Harness: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else sendJson(response, known.toWire(), 400);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        peaks.close();
        defects.close();
        spectrograms.close();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
