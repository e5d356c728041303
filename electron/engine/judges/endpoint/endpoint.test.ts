import { expect, onTestFinished, test } from 'vitest';
import { GOOD, inTurn, question, setUpAsking, status } from '../../../../tests/builders/asking.ts';
import type { Reaction } from '../../../../tests/builders/model-server/define.ts';
import { startModelServer } from '../../../../tests/builders/model-server/model-server.ts';
import { EndpointRefused } from '../define.ts';

test('an answer comes with its tokens, its cost and its reply as it came', async () => {
  const script = inTurn({ ...GOOD, tokensIn: 1000, tokensOut: 500 } as Reaction);
  const { ask, server } = await setUpAsking(script, { usdPerMTokIn: 2, usdPerMTokOut: 8 });

  // 1000 · 2 / 10^6 + 500 · 8 / 10^6
  expect(await ask()).toMatchObject({
    status: 'answered',
    value: { score: 4, reason: 'Good.' },
    rawReply: '{"score": 4, "reason": "Good."}',
    usage: { tokensIn: 1000, tokensOut: 500, costUsd: 0.006 },
    attempts: 1,
    isRepaired: false,
  });
  expect(server.requests[0]?.body).toMatchObject({
    model: 'm',
    seed: 0,
    messages: [
      { role: 'system', content: 'You judge.' },
      { role: 'user', content: 'Is it so?' },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'unim_sc', strict: true } },
  });
});

test('without both prices the cost is unknown, not zero', async () => {
  const { ask } = await setUpAsking(undefined, { usdPerMTokIn: 2 });

  expect((await ask()).usage.costUsd).toBeUndefined();
});

test('media go as data: images and video by address, audio by itself', async () => {
  const { endpoints, server } = await setUpAsking(undefined);
  const bytes = Uint8Array.of(1, 2, 3);

  await endpoints.ask(
    {
      ...question(),
      form: { read: (text: string) => ({ status: 'read', value: text }) },
      messages: [
        {
          role: 'user',
          parts: [
            { type: 'image', mimeType: 'image/png', bytes },
            { type: 'audio', format: 'wav', bytes },
            { type: 'video', mimeType: 'video/mp4', bytes },
            { type: 'text', text: 'What is it?' },
          ],
        },
      ],
    },
    { callKey: 'k', signal: new AbortController().signal },
  );

  expect(server.requests[0]?.body.messages[0]?.content).toEqual([
    { type: 'image_url', image_url: { url: 'data:image/png;base64,AQID' } },
    { type: 'input_audio', input_audio: { data: 'AQID', format: 'wav' } },
    { type: 'video_url', video_url: { url: 'data:video/mp4;base64,AQID' } },
    { type: 'text', text: 'What is it?' },
  ]);
  expect(server.requests[0]?.body).not.toHaveProperty('response_format');
});

test.each([
  [401, 'Check the key'],
  [402, 'Check the account'],
  [403, 'Check what the key may do'],
  [404, 'Check the base URL'],
])('status %i stops everything with one message', async (code, todo) => {
  const { ask, server } = await setUpAsking(inTurn(status(code)));

  await expect(ask()).rejects.toThrow(EndpointRefused);
  await expect(ask(question('Another?'), 'k2')).rejects.toThrow(
    new RegExp(`^Cannot ask "m": status ${code}: "it says ${code}". ${todo}.*"${server.baseUrl}"$`),
  );
  expect(server.counts().requests).toBe(1);
});

test('credit that is used up stops everything, a rate limit does not', async () => {
  const body = { error: { message: 'You exceeded your quota', code: 'insufficient_quota' } };
  const { ask } = await setUpAsking(inTurn(status(429, { body })));

  await expect(ask()).rejects.toThrow(EndpointRefused);
});

test('a redirect is not followed: the key stays here', async () => {
  const elsewhere = await startModelServer();
  onTestFinished(() => elsewhere.close());
  const location = `${elsewhere.baseUrl}/chat/completions`;
  const { ask } = await setUpAsking(inTurn(status(307, { headers: { location } })));

  await expect(ask()).rejects.toThrow(EndpointRefused);
  expect(elsewhere.counts().requests).toBe(0);
});

test('a role without an endpoint is refused', async () => {
  const { endpoints } = await setUpAsking(undefined);
  const asked = { ...question(), role: 'captioner.image' } as const;

  expect(endpoints.settingsOf('captioner.image')).toBeUndefined();
  await expect(
    endpoints.ask(asked, { callKey: 'k', signal: new AbortController().signal }),
  ).rejects.toThrow(/no endpoint serves "captioner.image"/);
});

test('a schema that is not taken is asked for in words instead, once and for all', async () => {
  const { ask, server } = await setUpAsking(({ body }) => {
    const type = body.response_format?.type;
    if (type === undefined) return GOOD;
    return status(400, { body: { detail: `response_format ${type} is not supported` } });
  });

  expect(await ask()).toMatchObject({ status: 'answered', attempts: 3, isRepaired: false });
  await ask(question('Another?'), 'k2');

  expect(server.requests.map(({ body }) => body.response_format?.type)).toEqual([
    'json_schema',
    'json_object',
    undefined,
    undefined,
  ]);
  expect(server.requests[3]?.text).toContain('It is a "unim_sc" and fits this JSON schema');
  const keys = server.requests.map(({ idempotencyKey }) => idempotencyKey);
  expect(new Set(keys).size).toBe(4);
});

test('what settings say an endpoint takes is not tried again', async () => {
  const takes = { image: true, audio: false, video: false, json: 'json_object' } as const;
  const { ask, server } = await setUpAsking(undefined, { takes });

  await ask();

  expect(server.requests[0]?.body.response_format).toEqual({ type: 'json_object' });
});

test('the newer name of the token limit and no seed are learned from a refusal', async () => {
  const { ask, server } = await setUpAsking(
    ({ body }) => {
      const refuse = (message: string) => status(400, { body: { error: { message } } });
      if (body.max_tokens !== undefined) {
        return refuse(
          "Unsupported parameter: use 'max_completion_tokens' instead of 'max_tokens'.",
        );
      }
      return body.seed === undefined ? GOOD : refuse('Unknown parameter: "seed"');
    },
    { maxTokens: 900 },
  );

  expect(await ask()).toMatchObject({ status: 'answered' });
  expect(server.requests.at(-1)?.body).toMatchObject({ max_completion_tokens: 900 });
});

test('temperature is sent only when it is set', async () => {
  const without = await setUpAsking(undefined);
  const with0 = await setUpAsking(undefined, { temperature: 0 });

  await without.ask();
  await with0.ask();

  expect(without.server.requests[0]?.body).not.toHaveProperty('temperature');
  expect(with0.server.requests[0]?.body).toMatchObject({ temperature: 0 });
});
