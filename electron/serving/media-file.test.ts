import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createMediaRegistry } from '../engine/media/registry.ts';
import { replyWithMedia } from './media-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'loupe-media-file-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const registry = createMediaRegistry([{ id: 'm', dir }]);

async function ask(name: string, content: string, dest: string | undefined) {
  writeFileSync(join(dir, name), content);
  const { id } = registry.refFor(join(dir, name)) ?? { id: '' };
  const header = (asked: string) => (asked === 'sec-fetch-dest' ? dest : undefined);
  const reply = await replyWithMedia(registry.resolve, id, { method: 'GET', header });
  reply.body?.destroy();
  return reply.status;
}

const PLAYLIST = '#EXTM3U\n#EXTINF:5,\nhttp://evil.test/segment.ts\n';

test.each(['clip.mp4', 'song.mp3', 'list.m3u8'])(
  'a playlist named %s is given to no player',
  async (name) => {
    await expect(ask(name, PLAYLIST, 'video')).rejects.toThrow('it is a playlist');
    await expect(ask(name, `\uFEFF\n${PLAYLIST}`, 'audio')).rejects.toThrow('it is a playlist');
    await expect(ask(name, PLAYLIST, undefined)).rejects.toThrow('it is a playlist');
  },
);

test('the same file can be read as text, and other files can be played', async () => {
  expect(await ask('list.m3u8', PLAYLIST, 'empty')).toBe(200);
  expect(await ask('clip.mp4', 'not really a film', 'video')).toBe(200);
  expect(await ask('empty.mp4', '', undefined)).toBe(200);
});
