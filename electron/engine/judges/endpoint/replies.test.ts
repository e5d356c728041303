import { expect, test } from 'vitest';
import {
  GOOD,
  GOOD_TEXT,
  inTurn,
  question,
  setUpAsking,
  status,
} from '../../../../tests/builders/asking.ts';
import type { Reaction } from '../../../../tests/builders/model-server/define.ts';

test.each([
  ['malformed JSON', '{"score": 4, "reason":'],
  ['prose around JSON', 'Sure! Here it is: {"score": 4, "reason": "Good."} Hope it helps.'],
  ['a score out of range', '{"score": 9, "reason": "Good."}'],
  ['a score in words', '{"score": "four", "reason": "Good."}'],
  ['nothing', ''],
])('%s is repaired once, with the reply and the problem quoted', async (_name, content) => {
  const { ask, server } = await setUpAsking(inTurn({ kind: 'reply', content }, GOOD));

  const answer = await ask();

  expect(answer).toMatchObject({ status: 'answered', isRepaired: true, attempts: 2 });
  const [, , said, repair] = server.requests[1]?.body.messages ?? [];
  expect(said).toEqual({ role: 'assistant', content: content || '(nothing)' });
  expect(repair?.content).toMatch(/^Your reply cannot be used: /);
  expect(server.requests.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
    'a-call-key',
    'a-call-key-repair',
  ]);
});

test('a reply that stays bad fails with the last reply kept, both paid for', async () => {
  const bad = (content: string): Reaction => ({
    kind: 'reply',
    content,
    tokensIn: 7,
    tokensOut: 2,
  });
  const { ask, server } = await setUpAsking(inTurn(bad('no'), bad('never')));

  expect(await ask()).toMatchObject({
    status: 'failed',
    code: 'bad-reply',
    rawReply: 'never',
    isRepaired: true,
    usage: { tokensIn: 14, tokensOut: 4 },
    message: '"m" answered twice in a form that cannot be used: It is not JSON.',
  });
  expect(server.counts().paid).toBe(2);
});

test.each<[string, Reaction, string, string | undefined]>([
  ['empty content', { kind: 'reply', content: null }, 'empty', ''],
  ['a refusal', { kind: 'reply', content: null, refusal: 'I may not.' }, 'refused', 'I may not.'],
  [
    'a filter',
    { kind: 'reply', content: '', finishReason: 'content_filter' },
    'refused',
    undefined,
  ],
  [
    'a truncated output',
    { kind: 'reply', content: '{"score": 4, "rea', finishReason: 'length' },
    'cut-off',
    '{"score": 4, "rea',
  ],
  ['a page with status 200', { kind: 'raw', body: '<html>Hi' }, 'bad-reply', '<html>Hi'],
  ['a huge reply', { kind: 'raw', body: 'x'.repeat(5 * 2 ** 20) }, 'too-large', undefined],
  ['an endpoint that takes no such question', status(400), 'bad-request', undefined],
])('%s is a failure of its own, never a score', async (_name, reaction, code, rawReply) => {
  const { ask } = await setUpAsking(inTurn(reaction));

  expect(await ask()).toMatchObject({ status: 'failed', code, rawReply });
});

test('a whole object is an answer even where the output was cut off behind it', async () => {
  const { ask } = await setUpAsking(inTurn({ ...GOOD, finishReason: 'length' } as Reaction));

  expect(await ask()).toMatchObject({ status: 'answered', value: { score: 4 } });
});

test('a description that was cut off is none', async () => {
  const { endpoints } = await setUpAsking(
    inTurn({ kind: 'reply', content: 'A red', finishReason: 'length' }),
  );

  const answer = await endpoints.ask(
    { ...question(), form: { read: (text) => ({ status: 'read', value: text }) } },
    { callKey: 'k', signal: new AbortController().signal },
  );

  expect(answer).toMatchObject({ status: 'failed', code: 'cut-off', rawReply: 'A red' });
});

test.each([
  ['control characters', '{"score": 4,\u0000\u0007 "reason": "Go\u001bod."}'],
  ['a byte order mark', '\ufeff{"score": 4, "reason": "Good."}'],
  [
    'thoughts before it',
    '<think>\nIs it 1? {"score": 1}\n</think>\n{"score": 4, "reason": "Good."}',
  ],
])('%s do not spoil an answer', async (_name, content) => {
  const { ask } = await setUpAsking(inTurn({ kind: 'reply', content }));

  expect(await ask()).toMatchObject({
    status: 'answered',
    value: { score: 4, reason: 'Good.' },
    rawReply: content,
    isRepaired: false,
  });
});

const completion = (content: string) =>
  JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content } }] });

const events = [
  { choices: [{ index: 0, delta: { role: 'assistant', content: '{"score": 4, ' } }] },
  { choices: [{ index: 0, delta: { content: '"reason": "Good."}' } }] },
  { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
  { choices: [], usage: { prompt_tokens: 3, completion_tokens: 5 } },
].map((event) => `data: ${JSON.stringify(event)}\n\n`);

test.each([
  [
    'control characters as they are',
    completion('{"score": 4, "reason": "Good."}').replace(':', ':\u0001'),
  ],
  ['the body twice', completion(GOOD_TEXT).repeat(2)],
  ['a stream that was not asked for', `${events.join('')}data: [DONE]\n\n`],
])('a body with %s is read', async (_name, body) => {
  const { ask } = await setUpAsking(inTurn({ kind: 'raw', body }));

  expect(await ask()).toMatchObject({ status: 'answered', value: { score: 4 }, attempts: 1 });
});

test('a stream that breaks off is asked for again', async () => {
  const { ask } = await setUpAsking(
    inTurn({ kind: 'raw', body: events.slice(0, 2).join('') }, GOOD),
  );

  expect(await ask()).toMatchObject({ status: 'answered', attempts: 2 });
});

test('a reply that is delivered twice answers one question only', async () => {
  const { ask, server } = await setUpAsking(({ text }) => ({
    kind: 'twice',
    content: `{"score": ${text.endsWith('one') ? 1 : 2}, "reason": ""}`,
  }));

  for (const [end, score] of [
    ['one', 1],
    ['two', 2],
    ['one', 1],
    ['two', 2],
  ] as const) {
    expect(
      await ask(question(`Judge ${end}`), `key-${end}-${server.requests.length}`),
    ).toMatchObject({
      status: 'answered',
      value: { score },
    });
  }
});

test('a problem with status 200 is a problem', async () => {
  const body = JSON.stringify({ error: { message: 'Provider is overloaded', code: 503 } });
  const { ask } = await setUpAsking(inTurn({ kind: 'raw', body }, GOOD));

  expect(await ask()).toMatchObject({ status: 'answered', attempts: 2 });
});
