import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMediaRegistry, type MediaRegistry } from '../engine/media/registry.ts';
import { answerMediaRequest } from './media-response.ts';

let dir: string;
let registry: MediaRegistry;
let address: string;
const ask = (url: string, init?: RequestInit) =>
  answerMediaRequest((id) => registry.resolve(id), new Request(url, init));

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'media-'));
  const opened = join(dir, 'opened');
  mkdirSync(opened);
  const file = join(opened, '图 #1 & 50%.txt');
  writeFileSync(file, 'hello');
  writeFileSync(join(dir, 'outside.txt'), 'secret');
  registry = createMediaRegistry([{ id: 'r', dir: opened }]);
  address = `media://file/${encodeURIComponent(registry.refFor(file)?.id ?? '')}`;
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('the media protocol of the desktop window', () => {
  test('serves a whole file and lets our page read it', async () => {
    const response = await ask(address);

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('hello');
    expect(response.headers.get('access-control-allow-origin')).toBe('app://loupe');
  });

  test('serves a part of it', async () => {
    const response = await ask(address, { headers: { range: 'bytes=-2' } });

    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe('bytes 3-4/5');
    expect(await response.text()).toBe('lo');
  });

  test('refuses a part behind the end', async () => {
    const response = await ask(address, { headers: { range: 'bytes=9-' } });

    expect(response.status).toBe(416);
  });

  test('refuses what lies outside of the opened folders', async () => {
    const id = `r~${Buffer.from('../outside.txt').toString('base64url')}`;

    const response = await ask(`media://file/${id}`);

    expect([403, 404]).toContain(response.status);
    expect(await response.text()).not.toContain('secret');
  });

  test('can only be read from', async () => {
    expect((await ask(address, { method: 'POST' })).status).toBe(405);
    expect((await ask(address, { method: 'OPTIONS' })).status).toBe(204);
  });
});
