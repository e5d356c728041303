import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../../../../tests/builders/folders.ts';
import type { FileScript } from '../../../../tests/builders/model-server/generators.ts';
import { startModelServer } from '../../../../tests/builders/model-server/model-server.ts';
import { makePicture, writePicture } from '../../../../tests/builders/pictures.ts';
import type { AgentCommandKind } from '../../../../shared/model/agent.ts';
import { EndpointSettings } from '../../../../shared/model/endpoint.ts';
import { createEnvironmentKeys } from '../../judges/endpoint/host-keys.ts';
import { createLog } from '../../log.ts';
import type { GeneratorRole } from './generators.ts';
import { testCommand, testGenerator } from './test-maker.ts';

const never = new AbortController().signal;
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('loupe-test-'));

async function ask(role: GeneratorRole, fileScript?: FileScript, more = {}) {
  const server = await startModelServer(fileScript === undefined ? {} : { fileScript });
  onTestFinished(() => server.close());
  const settings = EndpointSettings.parse({ baseUrl: server.baseUrl, model: 'm', ...more });
  const test = await testGenerator({
    ...{ role, settings, keys: createEnvironmentKeys({}), clock: Date.now, signal: never },
    log: createLog('silent'),
  });
  return { test, check: test.checks[0], server };
}

test.each([
  ['generator.image', 'make_image', /^It made PNG, [\d,]+ bytes, 64 × 64 pixels\.$/, 'red square'],
  ['generator.speech', 'make_speech', /^It made WAV, 32,044 bytes, 1\.0 s\.$/, 'One, two, three.'],
  ['generator.video', 'make_video', /^It made MP4, [\d,]+ bytes, [\d.]+ s\.$/, 'red ball'],
  ['generator.threeD', 'make_threeD', /^It made GLB, [\d,]+ bytes, \d+ vertices\.$/, 'cube'],
] as const)(
  '%s is asked for its own kind of file, once, and no chat',
  async (role, what, message, words) => {
    const { check, server } = await ask(role);

    expect(check).toMatchObject({ what, result: 'works' });
    expect(check?.message).toMatch(message);
    expect(server.files.map(({ kind }) => `make_${kind}`)).toEqual([what]);
    expect(server.files[0]?.prompt).toContain(words);
    expect(server.counts().requests).toBe(0);
  },
);

test('what it costs is told, and what was made is not kept', async () => {
  const before = folders();

  const { test: tested } = await ask('generator.image', undefined, {
    ...{ usdPerMTokIn: 1, usdPerMTokOut: 2 },
  });

  // the server says 10 in, 100 out
  expect(tested).toMatchObject({ tokensIn: 10, tokensOut: 100 });
  expect(tested.costUsd).toBeCloseTo((10 + 2 * 100) / 1e6, 12);
  expect(folders()).toEqual(before);
});

test('a file of another kind, or none, is wrong, whatever the status says', async () => {
  const text = { kind: 'bytes', bytes: Buffer.from('<html>Sorry</html>') } as const;
  const picture = { kind: 'bytes', bytes: makePicture(1, 16) } as const;

  const page = await ask('generator.image', () => text);
  const silent = await ask('generator.speech', () => picture);
  const still = await ask('generator.video', () => picture);
  const flat = await ask('generator.threeD', () => picture);
  const empty = await ask('generator.image', () => ({ kind: 'empty' }));

  for (const { check } of [page, silent, still, flat]) expect(check?.result).toBe('wrong');
  expect(page.check?.message).toContain('It made HTML, 18 bytes, which is no image');
  expect(still.check?.message).toContain('which is no video');
  expect(empty.check?.result).not.toBe('works');
});

test('an endpoint that refuses or has no such service is told so', async () => {
  const refusing = await ask('generator.image', () => ({ kind: 'status', status: 401 }));
  const other = await ask('generator.image', () => ({ kind: 'status', status: 404 }));

  expect(refusing.check).toMatchObject({ result: 'refused' });
  expect(other.check).toMatchObject({ result: 'failed' });
  expect(other.check?.message).toContain('it has no such service (status 404)');
});

/** A program that writes a file that is there already. */
const copies = (from: string) => [
  ...[process.execPath, '-e', 'require("fs").copyFileSync(...process.argv.slice(1, 3))'],
  ...[from, '{out}', '{prompt}'],
];
const run = (kind: AgentCommandKind, argv: string[], extension: string) =>
  testCommand(kind, { argv, extension, timeoutMs: 20_000 }, never);

test('a program is run for the same order, and its file is opened', async () => {
  const file = writePicture(`${makeFolder()}/a.png`, 1, 16);

  const good = await run('image', copies(file), 'png');
  const wrong = await run('speech', copies(file), 'wav');
  const absent = await run('image', ['no-such-program-of-ours', '{out}'], 'png');

  expect(good).toMatchObject({ what: 'make_image', result: 'works' });
  expect(good.message).toContain('16 × 16 pixels');
  expect(wrong).toMatchObject({ what: 'make_speech', result: 'wrong' });
  expect(absent).toMatchObject({ result: 'failed' });
  expect(absent.message).toContain('ENOENT');
});
