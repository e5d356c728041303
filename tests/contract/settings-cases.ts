// Cases of settings, endpoints and the keys that they name; part of `cases.ts`.
import { expect } from 'vitest';
import { startModelServer } from '../builders/model-server/model-server.ts';
import type { Cases } from './world.ts';

export const SETTINGS_CASES = {
  'settings.get': async ({ api }) => {
    const endpoint = {
      baseUrl: 'http://127.0.0.1:9/v1',
      model: 'm',
      apiKeyEnv: 'CONTRACT_API_KEY',
    };
    await api.call('settings.save', {
      settings: { scoring: { sqcsEta: 0.5 }, endpoints: { judge: endpoint } },
    });

    const { settings, keys } = await api.call('settings.get', {});

    expect(settings.scoring).toMatchObject({ sqcsEta: 0.5, icsEta: 0.8, scale: 'fifths' });
    expect(settings.endpoints.judge).toMatchObject({ ...endpoint, concurrency: 8 });
    expect(keys).toEqual({ judge: { from: 'env', isThere: true } });
  },
  'settings.save': async ({ api }) => {
    const heard = Promise.withResolvers<undefined>();
    const off = api.on('settings.changed', () => heard.resolve(undefined));
    const save = (settings: object) => api.call('settings.save', { settings });

    // the stream of the HTTP link opens a little after it was asked for
    do await save({ scoring: { repeats: 3 } });
    while (!(await Promise.race([heard.promise.then(() => true), soon()])));

    off();
    expect((await api.call('settings.get', {})).settings).toMatchObject({
      scoring: { repeats: 3, sqcsEta: 0.7 },
      endpoints: {},
    });
    const withKey = { baseUrl: 'https://user:secret@example.org/v1', model: 'm' };
    await expect(save({ endpoints: { judge: withKey } })).rejects.toMatchObject({
      code: 'bad-input',
    });
  },

  'endpoints.test': async ({ api }) => {
    const server = await startModelServer();
    const settings = { baseUrl: server.baseUrl, model: 'm', apiKeyEnv: 'CONTRACT_API_KEY' };

    const { test } = await api.call('endpoints.test', { role: 'judge', settings });
    await server.close();

    expect(test.checks[0]).toMatchObject({ what: 'text', result: 'works' });
    expect(test.tokensIn).toBeGreaterThan(0);
  },

  'keys.list': async ({ api }) => {
    expect(await api.call('keys.list', {})).toEqual({
      environment: ['CONTRACT_API_KEY'],
      stored: ['In the store'],
      canStore: true,
    });
  },
  'keys.saveFromClipboard': async ({ api }) => {
    await api.call('keys.saveFromClipboard', { name: 'Of a colleague' });

    expect((await api.call('keys.list', {})).stored).toEqual(['In the store', 'Of a colleague']);
    await api.call('keys.remove', { name: 'Of a colleague' });
  },
  'keys.remove': async ({ api }) => {
    await api.call('keys.saveFromClipboard', { name: 'Another' });

    await api.call('keys.remove', { name: 'Another' });

    expect((await api.call('keys.list', {})).stored).toEqual(['In the store']);
    await expect(api.call('keys.remove', { name: 'Another' })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
} satisfies Cases;

/** @returns false after a while in which an event may have come */
const soon = () => new Promise<false>((resolve) => void setTimeout(() => resolve(false), 50));
