import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { METHOD_NAMES, type MethodName } from '../../shared/api/contract.ts';
import { CASES } from './cases.ts';
import { CHINESE_NAME, KEYS } from './dataset.ts';
import { LINKS } from './links.ts';
import { referenceMedia } from './media-cases.ts';
import { createWorld, type World } from './world.ts';

test('every method of the contract has a case', () => {
  expect(Object.keys(CASES).sort()).toEqual([...METHOD_NAMES].sort());
});

describe.each(Object.entries(LINKS))('over %s', (_name, connect) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(connect);
  });
  afterAll(() => world.close());

  test.each(METHOD_NAMES)('"%s" does what the contract says', (method) => CASES[method](world));

  test('an unknown method is refused with its code', async () => {
    const call = world.api.call('no.such' as MethodName, {});

    await expect(call).rejects.toMatchObject({ code: 'unknown-method' });
  });

  test('an input of another form is refused in words', async () => {
    const call = world.api.call('project.open', { dir: 7 as unknown as string });

    await expect(call).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('Cannot call "project.open"') as string,
    });
  });

  test('a call that was given up is given up', async () => {
    const controller = new AbortController();
    controller.abort();

    const call = world.api.call('host.info', {}, controller.signal);

    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('events reach the page, parsed', async () => {
    const heard: object[] = [];
    const off = world.api.on('project.changed', (payload) => heard.push(payload));

    // the stream of the HTTP link opens a little after it was asked for
    while (heard.length === 0) await world.reopen();

    expect(heard[0]).toEqual({});
    off();
  });

  test('media are served in parts, under a name with &, #, %, spaces and Chinese', async () => {
    const { instance } = await world.api.call('instances.get', { key: KEYS.travel, models: [] });
    const media = instance.task.items[0]?.media;
    if (media?.kind !== 'file') throw new Error('the task has no file');

    const url = world.api.mediaUrl(media.ref.id);
    const response = await world.link.fetchMedia(url, { headers: { range: 'bytes=1-3' } });

    expect(media.ref.name).toBe(CHINESE_NAME);
    expect(response.status).toBe(206);
    expect(await response.text()).toBe('PNG');
  });

  test('media outside of the opened folders are refused', async () => {
    const { id } = await referenceMedia(world, KEYS.physics);
    const [root = ''] = id.split('~');

    for (const path of ['../../outside.txt', '../outside.txt', world.outside]) {
      const forged = `${root}~${Buffer.from(path).toString('base64url')}`;
      const response = await world.link.fetchMedia(world.api.mediaUrl(forged));

      expect([403, 404]).toContain(response.status);
      expect(await response.text()).not.toContain('secret');
    }
  });

  test('media need an open project', async () => {
    const { id } = await referenceMedia(world, KEYS.physics);
    await world.api.call('project.close', {});

    const response = await world.link.fetchMedia(world.api.mediaUrl(id));

    expect(response.status).toBe(404);
    await world.reopen();
  });
});
