import { describe, expect, test } from 'vitest';
import { IPC } from '../../shared/api/bridge.ts';
import type { WireReply } from '../../shared/api/errors.ts';
import { createIpcHostCore, type ChooseOptions, type IpcMessage } from './ipc-host-core.ts';

const calls: unknown[][] = [];
const asked: ChooseOptions[] = [];
const core = createIpcHostCore(
  (method, input): Promise<WireReply> => {
    calls.push([method, input]);
    return Promise.resolve({ ok: true, result: 'answer' });
  },
  (options) => {
    asked.push(options);
    return Promise.resolve(['/chosen']);
  },
);
const message = (changes: Partial<IpcMessage> = {}): IpcMessage => ({
  channel: IPC.send,
  senderUrl: 'app://loupe/index.html#/welcome',
  isMainFrame: true,
  args: ['host.info', {}],
  ...changes,
});

describe('a message of a page to the desktop host', () => {
  test('is handed to the engine when it comes from our own page', async () => {
    expect(await core.send(message())).toEqual({ ok: true, result: 'answer' });
    expect(calls).toEqual([['host.info', {}]]);
  });

  test.each([
    undefined,
    '',
    'about:blank',
    'https://evil.example/',
    'app://evil/',
    'app://loupe.evil/',
    'app://evil@other/',
    'https://loupe/',
    'media://file/x',
    'file:///app/loupe',
  ])('is refused when the frame shows "%s"', async (senderUrl) => {
    calls.length = 0;

    expect(await core.send(message({ senderUrl }))).toMatchObject({ ok: false });
    expect(calls).toEqual([]);
  });

  test('is refused when it comes from a frame inside the page', async () => {
    expect(await core.send(message({ isMainFrame: false }))).toMatchObject({ ok: false });
  });

  test.each([
    [[]],
    [['host.info']],
    [[1, {}]],
    [['host.info', {}, 'more']],
    [['x'.repeat(101), {}]],
  ])('is refused when its form is not "method, input": %j', async (args) => {
    calls.length = 0;

    expect(await core.send(message({ args }))).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
    expect(calls).toEqual([]);
  });

  test('is refused on another channel than its own', async () => {
    expect(await core.send(message({ channel: IPC.choosePaths }))).toMatchObject({ ok: false });
  });
});

describe('a wish for the open dialog', () => {
  const wish = { channel: IPC.choosePaths, args: [{ title: 'Open', kind: 'folder' }] };

  test('opens it and gives the paths', async () => {
    expect(await core.choosePaths(message(wish))).toEqual(['/chosen']);
    expect(asked).toEqual([{ title: 'Open', kind: 'folder' }]);
  });

  test('gives none for a foreign page or options of another form', async () => {
    asked.length = 0;

    expect(await core.choosePaths(message({ ...wish, senderUrl: 'https://evil.example' }))).toEqual(
      [],
    );
    expect(await core.choosePaths(message({ ...wish, args: [{ kind: 'any' }] }))).toEqual([]);
    expect(asked).toEqual([]);
  });
});
