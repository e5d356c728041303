import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { status } from '../../../../../tests/builders/asking.ts';
import { makeFolder } from '../../../../../tests/builders/folders.ts';
import type { Script } from '../../../../../tests/builders/model-server/define.ts';
import { answerAsModel } from '../../../../../tests/builders/model-server/model-answers.ts';
import {
  startModelServer,
  type ModelServerOptions,
} from '../../../../../tests/builders/model-server/model-server.ts';
import {
  EndpointSettings,
  type EndpointKey,
  type EndpointTest,
} from '../../../../../shared/model/endpoint.ts';
import { createLog } from '../../../log.ts';
import { readMediaFacts } from '../../../media/facts.ts';
import { createEnvironmentKeys } from '../host-keys.ts';
import { redFilm, redSquare, steadyTone } from './probe-media.ts';
import { testEndpoint } from './test-endpoint.ts';

interface Asked {
  readonly role?: EndpointKey;
  readonly more?: Partial<EndpointSettings>;
  readonly env?: Record<string, string>;
  readonly server?: ModelServerOptions;
}

async function probe(script?: Script, { role = '*', more, env, server: given }: Asked = {}) {
  const server = await startModelServer({ ...(script === undefined ? {} : { script }), ...given });
  onTestFinished(() => server.close());
  const settings = EndpointSettings.parse({ baseUrl: server.baseUrl, model: 'm', ...more });
  const result = await testEndpoint({
    role,
    settings,
    keys: createEnvironmentKeys(env ?? {}),
    log: createLog('silent'),
    clock: Date.now,
    signal: new AbortController().signal,
  });
  return { result, server };
}

const results = ({ checks }: EndpointTest) =>
  Object.fromEntries(checks.map(({ what, result }) => [what, result]));
const messageOf = ({ checks }: EndpointTest, what: string) =>
  checks.find((check) => check.what === what)?.message;

test('an endpoint that takes everything is found to', async () => {
  const { result, server } = await probe(undefined, {
    more: { usdPerMTokIn: 1, usdPerMTokOut: 1 },
  });

  expect(results(result)).toEqual({
    text: 'works',
    image: 'works',
    audio: 'works',
    video: 'works',
    json_schema: 'works',
    json_object: 'works',
  });
  expect(result.takes).toEqual({ image: true, audio: true, video: true, json: 'json_schema' });
  expect(result.costUsd).toBeCloseTo((result.tokensIn + result.tokensOut) / 1e6, 12);
  expect(result.tokensIn).toBe(server.counts().tokensIn);
  expect(server.counts().requests).toBe(6);
});

test('media and forms that are refused are told with the words of the endpoint', async () => {
  const { result } = await probe((request) => {
    const [media] = request.mediaTypes;
    if (media !== undefined) {
      return status(400, { body: { error: { message: `m does not support ${media} input` } } });
    }
    if (request.formName !== undefined) {
      return status(422, { body: { detail: [{ msg: 'json_schema is unknown' }] } });
    }
    return answerAsModel(request);
  });

  expect(results(result)).toEqual({
    text: 'works',
    image: 'refused',
    audio: 'refused',
    video: 'refused',
    json_schema: 'refused',
    json_object: 'works',
  });
  expect(messageOf(result, 'image')).toBe('Status 400: "m does not support image input".');
  expect(messageOf(result, 'json_schema')).toBe('Status 422: "json_schema is unknown".');
  expect(result.takes).toEqual({ image: false, audio: false, video: false, json: 'json_object' });
});

test('a picture that is passed over in silence does not count as taken', async () => {
  const { result } = await probe((request) =>
    request.mediaTypes.length > 0
      ? { kind: 'reply', content: 'Blue.' }
      : { kind: 'reply', content: 'OK' },
  );

  expect(results(result)).toMatchObject({ image: 'wrong', json_schema: 'wrong' });
  expect(messageOf(result, 'image')).toBe('It answered "Blue.". It may not have seen it.');
  expect(result.takes).toMatchObject({ image: false, json: 'text' });
});

test('video is asked about only where it may be captioned', async () => {
  const { result } = await probe(undefined, { role: 'judge' });

  expect(results(result)).toMatchObject({ video: 'skipped', image: 'works' });
  expect(result.takes?.video).toBe(false);
});

test.each([
  [401, 'refused', /^Cannot ask "m": status 401: "it says 401"\. Check the key/],
  [404, 'refused', /Check the base URL/],
  [500, 'failed', /^Status 500: "it says 500"\.$/],
] as const)('status %i leaves the rest unasked', async (code, result, message) => {
  const tested = (await probe(() => status(code))).result;

  expect(tested.checks[0]?.result).toBe(result);
  expect(tested.checks[0]?.message).toMatch(message);
  expect(tested.checks.slice(1).map((check) => check.result)).toEqual(Array(5).fill('skipped'));
  expect(tested).not.toHaveProperty('takes');
});

test('a key goes to the endpoint and into no message', async () => {
  const key = 'sk-test-0123456789abcdef';
  const env = { JUDGE_KEY: key };
  const script: Script = ({ authorization }) =>
    status(400, {
      body: { error: { message: `You sent ${authorization}, partly sk-te****cdef` } },
    });
  const { result, server } = await probe(script, { more: { apiKeyEnv: 'JUDGE_KEY' }, env });

  expect(server.requests[0]?.authorization).toBe(`Bearer ${key}`);
  expect(messageOf(result, 'text')).toBe('Status 400: "You sent Bearer [key], partly [key]".');
});

test('a key that is not there is said to be missing before anything is asked', async () => {
  const { result, server } = await probe(undefined, { more: { apiKeyEnv: 'JUDGE_KEY' } });

  expect(result.checks[0]).toMatchObject({
    result: 'refused',
    message: expect.stringContaining('no key in environment variable "JUDGE_KEY"') as string,
  });
  expect(server.counts().requests).toBe(0);
});

test('what is asked about is what it says: a red square, a tone, a red film', async () => {
  const dir = makeFolder();
  const wav = join(dir, 'tone.wav');
  const film = join(dir, 'film.mp4');
  writeFileSync(wav, steadyTone());
  writeFileSync(film, redFilm());

  const { channels } = await sharp(redSquare()).stats();

  expect(channels.map(({ min, max }) => [min, max])).toEqual([
    [220, 220],
    [20, 20],
    [20, 20],
  ]);
  expect(await readMediaFacts(wav)).toMatchObject({ durationMs: 1000 });
  expect(await readMediaFacts(film)).toMatchObject({ widthPx: 64, heightPx: 64, durationMs: 1000 });
});
