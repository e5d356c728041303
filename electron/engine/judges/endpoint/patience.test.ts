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
import { startModelServer } from '../../../../tests/builders/model-server/model-server.ts';
import { EndpointDown } from '../define.ts';

test.each([500, 502, 503, 529, 408, 409, 429])(
  'status %i is waited out with a back-off that doubles',
  async (code) => {
    const { ask, waits } = await setUpAsking(
      inTurn(status(code), status(code), status(code), GOOD),
    );

    expect(await ask()).toMatchObject({ status: 'answered', attempts: 4 });
    expect(waits).toEqual([500, 1000, 2000]); // full jitter at its upper end
  },
);

test.each([
  ['in seconds', { 'retry-after': '7' }, 7000],
  ['as a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }, 9000],
  ['in milliseconds', { 'retry-after-ms': '1500', 'retry-after': '2' }, 1500],
])('Retry-After %s holds every question', async (_name, headers, ms) => {
  const { ask, waits } = await setUpAsking(inTurn(status(429, { headers }), GOOD));

  expect(await ask()).toMatchObject({ status: 'answered', attempts: 2 });
  expect(waits).toEqual([500, ms]);
  await ask(question('Another?'), 'another-key');
  expect(waits).toEqual([500, ms, ms]);
});

test('a Retry-After of hours pauses the run instead of holding it', async () => {
  const { ask } = await setUpAsking(inTurn(status(429, { headers: { 'retry-after': '7200' } })));

  await expect(ask()).rejects.toThrow(EndpointDown);
  await expect(ask()).rejects.toThrow(/asks to wait 120 minutes/);
});

test('a question whose every request fails is overloaded in the end', async () => {
  const { ask, server } = await setUpAsking(
    inTurn(status(500)),
    {},
    { patience: { failuresInRow: 99 } },
  );

  expect(await ask()).toMatchObject({
    status: 'failed',
    code: 'overloaded',
    attempts: 8,
    message: `No answer of "m" after 8 requests: status 500: "it says 500". "${server.baseUrl}"`,
  });
});

test('dropped connections are asked again under the same key and paid once', async () => {
  const drop = { kind: 'drop', when: 'middle', content: GOOD_TEXT } as const;
  const { ask, server } = await setUpAsking(inTurn({ kind: 'drop', when: 'before' }, drop));

  expect(await ask()).toMatchObject({ status: 'answered', attempts: 3 });
  expect(server.counts()).toMatchObject({ requests: 3, paid: 1, replayed: 1 });
});

test('nobody at the address is unreachable', async () => {
  const gone = await startModelServer();
  await gone.close();
  const { ask } = await setUpAsking(
    undefined,
    { baseUrl: gone.baseUrl },
    { patience: { attempts: 2 } },
  );

  expect(await ask()).toMatchObject({
    status: 'failed',
    code: 'unreachable',
    attempts: 2,
    message: expect.stringContaining('Is the server running?') as string,
  });
});

test.each<[string, Reaction]>([
  ['a request that is never answered', { kind: 'hang' }],
  ['a slow drip', { kind: 'drip', everyMs: 20, content: GOOD_TEXT }],
])('%s ends at the time limit and is asked again', async (_name, reaction) => {
  const { ask } = await setUpAsking(inTurn(reaction, GOOD), { timeoutMs: 200 });

  expect(await ask()).toMatchObject({ status: 'answered', attempts: 2 });
});

test('time-outs without end fail as such', async () => {
  const { ask } = await setUpAsking(
    inTurn({ kind: 'hang' }),
    { timeoutMs: 100 },
    { patience: { attempts: 2 } },
  );

  expect(await ask()).toMatchObject({ status: 'failed', code: 'timeout', attempts: 2 });
});

test('not more requests are on their way than are allowed, over all roles of an endpoint', async () => {
  const { server, askMany } = await setUpAsking(
    undefined,
    { concurrency: 3 },
    { server: { latencyMs: 5 } },
  );

  await Promise.all(askMany(20));

  expect(server.counts()).toMatchObject({ requests: 20, paid: 20, mostInFlight: 3 });
});

test('requests are spaced as the rate limit says', async () => {
  const { ask, waits } = await setUpAsking(undefined, { requestsPerMinute: 60 });

  for (const key of ['a', 'b', 'c']) await ask(question(key), key);

  expect(waits).toEqual([1000, 2000]); // the clock stands still: each is a second behind the other
});

test('after failures in a row everybody rests, one probe goes, and all go on', async () => {
  let fails = 0;
  const { server, waits, askMany } = await setUpAsking(
    () => (fails++ < 4 ? status(500) : GOOD),
    { concurrency: 1 },
    { patience: { failuresInRow: 3, restMs: 50_000 } },
  );

  const answers = await Promise.all(askMany(3));

  expect(answers.map((answer) => answer.status)).toEqual(['answered', 'answered', 'answered']);
  // three fail, the probe fails, a second probe is answered, and two more are
  expect(waits.filter((ms) => ms >= 50_000)).toEqual([50_000, 100_000]);
  expect(server.counts()).toMatchObject({ requests: 7, paid: 3 });
});

test('while an endpoint is left alone it is told why and until when, and that it is back', async () => {
  let fails = 0;
  const told: unknown[] = [];
  const { server, askMany } = await setUpAsking(
    () => (fails++ < 4 ? status(500) : GOOD),
    { concurrency: 1 },
    {
      patience: { failuresInRow: 3, restMs: 50_000 },
      onWaiting: (baseUrl, waiting) => told.push([baseUrl, waiting?.until]),
    },
  );

  await Promise.all(askMany(3));

  expect(told).toEqual([
    [server.baseUrl, '2026-01-01T00:00:50.000Z'],
    [server.baseUrl, '2026-01-01T00:01:40.000Z'],
    [server.baseUrl, undefined],
  ]);
});

test('an endpoint that fails again and again is down, for every question', async () => {
  const { askMany, server, waits } = await setUpAsking(inTurn(status(503)), { concurrency: 4 });

  const asked = await Promise.allSettled(askMany(30));

  const reasons = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
  expect(reasons.length).toBe(30);
  for (const reason of reasons) {
    expect(reason).toBeInstanceOf(EndpointDown);
    expect(reason.message).toContain('status 503: "it says 503"');
  }
  const rests = waits.filter((ms) => ms >= 15_000);
  expect(rests).toEqual([15_000, 30_000, 60_000, 120_000, 240_000, 300_000]);
  expect(server.counts().requests).toBeLessThan(30);
});

test('what is aborted rejects with its reason and asks no further', async () => {
  const { endpoints, server } = await setUpAsking(inTurn({ kind: 'hang' }));
  const controller = new AbortController();
  const asking = endpoints.ask(question(), { callKey: 'k', signal: controller.signal });

  const waiting = endpoints.ask(question('Another?'), { callKey: 'k2', signal: controller.signal });
  controller.abort(new Error('the run was paused'));

  await expect(asking).rejects.toThrow('the run was paused');
  await expect(waiting).rejects.toThrow('the run was paused');
  expect(server.counts().paid).toBe(0);
});

test('closing ends what is on its way', async () => {
  const { endpoints } = await setUpAsking(inTurn({ kind: 'hang' }));
  const asking = endpoints.ask(question(), {
    callKey: 'k',
    signal: new AbortController().signal,
  });
  const ended = expect(asking).rejects.toThrow('the endpoints were closed');

  await endpoints.close();

  await ended;
});
