import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, createLog, type Engine } from '../engine/index.ts';
import { createMediaRegistry, type MediaRegistry } from '../engine/media/registry.ts';
import { startHttpHost, type HttpHost } from './http-host.ts';

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
interface Question {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

let dir: string;
let opened: string;
let engine: Engine;
let registry: MediaRegistry;
let host: HttpHost;
let cookie: string;

/** A request with every header under the test's control, as an attacker's tool would send it. */
function raw({ method = 'GET', path = '/', headers = {}, body }: Question = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: host.port, method, path, headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
const ask = (question: Question = {}) =>
  raw({ ...question, headers: { cookie, ...question.headers } });
const call = (method: string, body: string, headers: Record<string, string> = {}) =>
  ask({
    method: 'POST',
    path: `/api/${method}`,
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'http-host-'));
  opened = join(dir, 'opened');
  const pages = join(dir, 'pages');
  mkdirSync(opened);
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Loupe</title>');
  writeFileSync(join(dir, 'outside.txt'), 'secret');
  const log = createLog('silent');
  const made = createEngine({
    dataDir: join(dir, 'data'),
    samplesDir: join(dir, 'samples'),
    log,
    clock: Date.now,
    checkOutput: true,
    host: {
      name: 'test',
      version: '0.0.0',
      platform: 'test',
      capabilities: {
        nativeDialogs: false,
        revealFile: false,
        openExternally: false,
        downloads: true,
      },
    },
  });
  registry = createMediaRegistry([{ id: 'r', dir: opened }]);
  engine = { ...made, resolveMedia: (id) => registry.resolve(id) };
  host = await startHttpHost({ engine, log, pages, maxBodyBytes: 1000 });
  const { searchParams } = new URL(host.url);
  cookie = `loupe-${host.port}=${searchParams.get('token') ?? ''}`;
});
afterAll(async () => {
  await host.close();
  await engine.close();
  rmSync(dir, { recursive: true });
});

function mediaPath(name: string, content: string | Buffer): string {
  const file = join(opened, name);
  writeFileSync(file, content);
  const ref = registry.refFor(file);
  if (ref === undefined) throw new Error(`no reference for ${name}`);
  return `/media/${encodeURIComponent(ref.id)}`;
}

describe('the loopback host lets in', () => {
  test('whoever has the address with the token, and gives a cookie for it', async () => {
    const reply = await raw({ path: new URL(host.url).search.replace(/^/, '/') });

    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe('/');
    expect(reply.headers['set-cookie']).toEqual([`${cookie}; HttpOnly; SameSite=Strict; Path=/`]);
  });

  test('the page with the cookie, under a strict policy', async () => {
    const reply = await ask();

    expect(reply.status).toBe(200);
    expect(reply.body).toContain('Loupe');
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'");
    expect(reply.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(reply.headers['x-frame-options']).toBe('DENY');
  });
});

describe('the loopback host keeps out', () => {
  test('a request without the token', async () => {
    expect((await raw()).status).toBe(401);
  });

  test('a wrong token, in the address or in the cookie', async () => {
    expect((await raw({ path: '/?token=wrong' })).status).toBe(401);
    const headers = { cookie: `loupe-${host.port}=wrong` };
    expect((await raw({ headers })).status).toBe(401);
  });

  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1'])(
    'a name that was rebound to this machine: Host "%s"',
    async (name) => {
      expect((await ask({ headers: { host: name } })).status).toBe(421);
    },
  );

  test.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1'])(
    'a page of another site: Origin "%s"',
    async (origin) => {
      expect((await call('host.info', '{}', { origin })).status).toBe(403);
    },
  );

  test('what a browser itself marks as sent by another site', async () => {
    expect((await ask({ headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  });
});

describe('a call over HTTP', () => {
  test('is answered by the engine', async () => {
    const reply = await call('host.info', '{}', { origin: `http://127.0.0.1:${host.port}` });

    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toMatchObject({ ok: true, result: { name: 'test' } });
  });

  test('of an unknown method is answered with its code', async () => {
    const reply = await call('no.such', '{}');

    expect(JSON.parse(reply.body)).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  });

  test.each(['toString', '__proto__', 'constructor'])('"%s" is no method', async (name) => {
    const reply = await call(name, '{}');

    expect(JSON.parse(reply.body)).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  });

  test('with a body that is not JSON is refused in words', async () => {
    const reply = await call('host.info', '{');

    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.body)).toEqual({
      ok: false,
      error: { code: 'bad-input', message: 'Cannot call "host.info": The body is not JSON.' },
    });
  });

  test('that a form of another site could send is refused', async () => {
    const reply = await call('host.info', '{}', { 'content-type': 'text/plain' });

    expect(reply.status).toBe(415);
  });

  test('with a body over the limit is refused, announced or not', async () => {
    const body = JSON.stringify({ filler: 'x'.repeat(2000) });

    expect((await call('host.info', body)).status).toBe(413);
    const chunked = await call('host.info', body, { 'transfer-encoding': 'chunked' });
    expect(chunked.status).toBe(413);
  });

  test('must be a POST', async () => {
    const reply = await ask({ path: '/api/host.info' });

    expect(reply.status).toBe(405);
    expect(reply.headers.allow).toBe('POST');
  });

  test('that the client gave up is aborted in the engine', async () => {
    const aborted = Promise.withResolvers<boolean>();
    const started = Promise.withResolvers<undefined>();
    const slow: Engine = {
      ...engine,
      dispatch: (_method, _input, signal) =>
        new Promise((resolve) => {
          // the contract's signal type has only `aborted`; the host passes a real one
          const real = signal as unknown as EventTarget;
          real.addEventListener('abort', () => {
            aborted.resolve(signal?.aborted ?? false);
            resolve({ ok: true, result: {} });
          });
          started.resolve(undefined);
        }),
    };
    const other = await startHttpHost({ engine: slow, log: createLog('silent'), pages: dir });
    const controller = new AbortController();
    const token = new URL(other.url).searchParams.get('token') ?? '';

    const request = fetch(`http://127.0.0.1:${other.port}/api/host.info`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', cookie: `loupe-${other.port}=${token}` },
      signal: controller.signal,
    });
    await started.promise;
    controller.abort();

    await expect(request).rejects.toThrow();
    expect(await aborted.promise).toBe(true);
    await other.close();
  });
});

describe('events over HTTP', () => {
  test('reach the page as server-sent events', async () => {
    const response = await fetch(`http://127.0.0.1:${host.port}/events`, { headers: { cookie } });
    const reader = (response.body ?? new ReadableStream()).getReader();
    const decoder = new TextDecoder();
    let text = '';
    const until = async (part: string) => {
      while (!text.includes(part))
        text += decoder.decode((await reader.read()).value as Uint8Array);
    };
    await until('retry:');

    await call('project.create', JSON.stringify({ dir: join(dir, 'p'), name: 'P' }));

    await until('event: project.changed\ndata: {}\n\n');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await reader.cancel();
  });
});

describe('media over HTTP', () => {
  test('come whole, with type and tag', async () => {
    const path = mediaPath('a.txt', 'hello');

    const reply = await ask({ path });

    expect(reply.status).toBe(200);
    expect(reply.body).toBe('hello');
    expect(reply.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'accept-ranges': 'bytes',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
  });

  test('come in parts', async () => {
    const path = mediaPath('a.txt', 'hello');

    const reply = await ask({ path, headers: { range: 'bytes=1-3' } });

    expect(reply.status).toBe(206);
    expect(reply.body).toBe('ell');
    expect(reply.headers['content-range']).toBe('bytes 1-3/5');
  });

  test('say their length when the part lies behind the end', async () => {
    const path = mediaPath('a.txt', 'hello');

    const reply = await ask({ path, headers: { range: 'bytes=5-' } });

    expect(reply.status).toBe(416);
    expect(reply.headers['content-range']).toBe('bytes */5');
  });

  test('give their headers alone for HEAD', async () => {
    const reply = await ask({ method: 'HEAD', path: mediaPath('a.txt', 'hello') });

    expect(reply.headers['content-length']).toBe('5');
    expect(reply.body).toBe('');
  });

  test('may be empty', async () => {
    const reply = await ask({ path: mediaPath('empty.txt', '') });

    expect(reply).toMatchObject({ status: 200, body: '' });
  });

  test('may have a name with &, #, %, spaces and Chinese', async () => {
    const name = '图 & 50% #1 片.txt';

    const reply = await ask({ path: mediaPath(name, 'ok') });

    expect(reply.body).toBe('ok');
    expect(decodeURIComponent(reply.headers['content-disposition'] ?? '')).toContain(name);
  });

  test('that are a drawing run nothing, even opened by themselves', async () => {
    const reply = await ask({ path: mediaPath('x.svg', '<svg><script>1</script></svg>') });

    expect(reply.headers['content-security-policy']).toMatch(/^sandbox/);
  });

  test('outside of the opened folders are refused, by dots and by a link', async () => {
    symlinkSync(join(dir, 'outside.txt'), join(opened, 'link.txt'));
    const encode = (path: string) => `/media/r~${Buffer.from(path).toString('base64url')}`;

    for (const path of ['../outside.txt', join(dir, 'outside.txt'), 'link.txt']) {
      const reply = await ask({ path: encode(path) });

      expect([403, 404]).toContain(reply.status);
      expect(reply.body).not.toBe('secret');
    }
  });

  test('that are none are answered in words', async () => {
    expect((await ask({ path: '/media/nonsense' })).status).toBeGreaterThanOrEqual(400);
    expect((await ask({ path: '/media/%zz' })).status).toBe(400);
    expect((await ask({ method: 'POST', path: '/media/x' })).status).toBe(405);
  });

  test('need the token too', async () => {
    expect((await raw({ path: mediaPath('a.txt', 'hello') })).status).toBe(401);
  });

  test.runIf(process.platform === 'linux')('are closed when the client leaves', async () => {
    const path = mediaPath('big.bin', Buffer.alloc(32 << 20));
    const openFiles = () => readdirSync('/proc/self/fd').length;
    const leaveEarly = async () => {
      const url = `http://127.0.0.1:${host.port}${path}`;
      const response = await fetch(url, { headers: { cookie } });
      await response.body?.cancel();
    };
    await leaveEarly();
    const before = openFiles();

    for (let i = 0; i < 20; i++) await leaveEarly();

    // sockets are closed a little later than we are told; files would stay for ever
    await expect.poll(openFiles, { timeout: 5000 }).toBeLessThan(before + 10);
  });
});

describe('downloads over HTTP', () => {
  interface Place {
    readonly token: string;
    readonly path: string;
  }
  /** A place to which something was exported. */
  async function place(name: string, content = 'a,b\n1,2\n'): Promise<Place> {
    const reply = await call('export.place', JSON.stringify({ name }));
    const { result } = JSON.parse(reply.body) as { result: Place };
    writeFileSync(result.path, content);
    return result;
  }

  test('come once, to be saved under their name, and are deleted', async () => {
    const { token, path } = await place('Ada’s 图 (1).html', '<script>1</script>');
    const { token: other, path: kept } = await place('kept.csv');

    const reply = await ask({ path: `/downloads/${token}` });

    expect(reply).toMatchObject({ status: 200, body: '<script>1</script>' });
    expect(reply.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '18',
      'content-disposition':
        "attachment; filename*=UTF-8''Ada%E2%80%99s%20%E5%9B%BE%20%281%29.html",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    await expect.poll(() => existsSync(dirname(path))).toBe(false);
    expect((await ask({ path: `/downloads/${token}` })).status).toBe(404);
    expect(existsSync(kept)).toBe(true);
    expect((await ask({ path: `/downloads/${other}` })).body).toBe('a,b\n1,2\n');
  });

  test('of two that ask at once, one gets it', async () => {
    const { token } = await place('both.csv');

    const replies = await Promise.all([1, 2].map(() => ask({ path: `/downloads/${token}` })));

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  test('open nothing but what was placed', async () => {
    const { path } = await place('own.csv');
    const folder = basename(dirname(path));
    const outside = encodeURIComponent('../../outside.txt');

    for (const token of [
      '',
      'x'.repeat(43),
      folder,
      'own.csv',
      outside,
      encodeURIComponent(path),
    ]) {
      const reply = await ask({ path: `/downloads/${token}` });

      expect(reply.status, token).toBe(404);
      expect(reply.body).not.toMatch(/secret|a,b/);
    }
    expect(existsSync(path)).toBe(true);
  });

  test('are kept from whoever has no cookie or comes from elsewhere, and stay for their owner', async () => {
    const { token } = await place('guarded.csv');
    const at = `/downloads/${token}`;

    expect((await raw({ path: at })).status).toBe(401);
    expect((await ask({ path: at, headers: { origin: 'http://evil.example' } })).status).toBe(403);
    expect((await ask({ path: at, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask({ path: at, headers: { host: 'evil.example' } })).status).toBe(421);
    expect((await ask({ path: at, method: 'HEAD' })).status).toBe(405);
    expect((await ask({ path: at, method: 'POST' })).status).toBe(405);
    expect((await ask({ path: at })).status).toBe(200);
  });

  test('that are not written yet use their token up no more than a wrong one does', async () => {
    const { token, path } = await place('late.csv');
    rmSync(path);

    expect((await ask({ path: `/downloads/${token}` })).status).toBe(404);
    writeFileSync(path, 'late');

    expect((await ask({ path: `/downloads/${token}` })).body).toBe('late');
  });

  test('that nobody fetches give way to newer ones; eight stay', async () => {
    const places = [];
    for (let i = 0; i < 9; i++) places.push(await place(`${i}.csv`));

    expect(places.map(({ path }) => existsSync(path))).toEqual(places.map((_, i) => i > 0));
  });

  test('whose client leaves in the middle are deleted, too', async () => {
    const { token, path } = await place('big.csv', 'x'.repeat(32 << 20));

    const url = `http://127.0.0.1:${host.port}/downloads/${token}`;
    const response = await fetch(url, { headers: { cookie } });
    await response.body?.cancel();

    await expect.poll(() => existsSync(path), { timeout: 5000 }).toBe(false);
  });
});
