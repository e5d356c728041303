import { expect, test } from 'vitest';
import {
  GOOD,
  setUpAsking,
  status,
  type AskingSetup,
} from '../../../../../tests/builders/asking.ts';
import {
  startModelServer,
  type ModelServer,
} from '../../../../../tests/builders/model-server/model-server.ts';
import type { Script } from '../../../../../tests/builders/model-server/define.ts';
import { EndpointDown, EndpointRefused } from '../../define.ts';
import type { BatchStore, NewBatch } from './define.ts';
import { readLines, type BatchLine } from './read-lines.ts';

/** What a project keeps of batches; it outlives the endpoints. */
class KeptBatches implements BatchStore {
  readonly batches: NewBatch[] = [];
  readonly of = new Map<string, number>();

  find(callKey: string) {
    const id = this.of.get(callKey);
    const batch = id === undefined ? undefined : this.batches[id];
    return id === undefined || batch === undefined ? undefined : { id, remoteId: batch.remoteId };
  }

  add(batch: NewBatch): number {
    const id = this.batches.push(batch) - 1;
    for (const key of batch.callKeys) this.of.set(key, id);
    return id;
  }

  setRemoteId(id: number, remoteId: string): void {
    const batch = this.batches[id];
    if (batch !== undefined) this.batches[id] = { ...batch, remoteId };
  }

  forget(callKeys: readonly string[]): void {
    for (const key of callKeys) this.of.delete(key);
  }
}

async function setUp(
  script: Script,
  store = new KeptBatches(),
  at?: ModelServer,
): Promise<AskingSetup & { store: KeptBatches }> {
  const more = at === undefined ? {} : { baseUrl: at.baseUrl };
  const settings = { useBatch: true, ...more };
  return { ...(await setUpAsking(script, settings, { batches: store })), store };
}

const perQuestion: Script = ({ text }) => {
  const number = Number(/Number (\d+)/.exec(text)?.[1] ?? 0);
  return { kind: 'reply', content: `{"score": ${1 + (number % 5)}, "reason": "${number}"}` };
};

test('the first question goes alone, all others in one batch, each gets its own answer', async () => {
  const { askMany, server, store } = await setUp(perQuestion);

  const answers = await Promise.all(askMany(40));

  expect(answers.map((answer) => answer.status === 'answered' && answer.value.reason)).toEqual(
    Array.from({ length: 40 }, (_, n) => String(n)),
  );
  expect(server.counts()).toMatchObject({ batches: 1, batchedRequests: 39, paid: 40 });
  expect(store.batches[0]).toMatchObject({ role: 'judge', model: 'm', remoteId: 'batch_1' });
});

test('a reply that cannot be used is repaired by a single request', async () => {
  const { askMany, server } = await setUp(({ text }) =>
    text.includes('Number 2') && !text.includes('cannot be used')
      ? { kind: 'reply', content: 'four' }
      : GOOD,
  );

  const answers = await Promise.all(askMany(3));

  expect(answers.map((answer) => answer.isRepaired)).toEqual([false, false, true]);
  expect(server.counts()).toMatchObject({ batchedRequests: 2, paid: 4 });
});

test('a line that fails in the batch is asked singly, which tells why', async () => {
  const { askMany } = await setUp(({ text }) => (text.includes('Number 2') ? status(400) : GOOD));

  const answers = await Promise.all(askMany(3));

  expect(answers[1]?.status).toBe('answered');
  expect(answers[2]).toMatchObject({
    status: 'failed',
    code: 'bad-request',
    message: expect.stringContaining('it says 400') as string,
  });
});

test('what is on its way at the vendor is found again after a restart, and paid once', async () => {
  const server = await startModelServer({ script: perQuestion });
  const first = await setUp(perQuestion, undefined, server);
  server.batches.hold();
  const lost = first.askMany(5).map((asking) => asking.catch(String));
  while (server.counts().batches === 0) await new Promise(setImmediate);
  await first.endpoints.close();
  expect(await lost[4]).toContain('the endpoints were closed');

  server.batches.release();
  const second = await setUp(perQuestion, first.store, server);
  const answers = await Promise.all(second.askMany(5));

  expect(answers.map((answer) => answer.status)).toEqual(Array(5).fill('answered'));
  // the scout was answered before and is asked anew here: its reply is kept under its key
  expect(server.counts()).toMatchObject({ batches: 1, batchedRequests: 4, paid: 5 });
  await server.close();
});

test('a batch whose id was never noted is found by its mark', async () => {
  const server = await startModelServer({ script: perQuestion });
  const store = new KeptBatches();
  store.setRemoteId = () => {
    throw new Error('killed');
  };
  const first = await setUp(perQuestion, store, server);
  await Promise.allSettled(first.askMany(4));
  await first.endpoints.close();
  expect(store.batches[0]?.remoteId).toMatch(/^unsent-/);

  const kept = new KeptBatches();
  store.batches.forEach((batch) => kept.add(batch));
  const second = await setUp(perQuestion, kept, server);
  await Promise.all(second.askMany(4));

  expect(server.counts()).toMatchObject({ batches: 1, batchedRequests: 3, paid: 4 });
  expect(kept.batches[0]?.remoteId).toBe('batch_1');
  await server.close();
});

test('a batch that was noted but never sent is sent', async () => {
  const store = new KeptBatches();
  store.add({
    role: 'judge',
    baseUrl: '',
    model: 'm',
    remoteId: 'unsent-0',
    callKeys: ['key-0', 'key-1'],
  });
  const { askMany, server } = await setUp(perQuestion, store);

  const answers = await Promise.all(askMany(2));

  expect(answers.map((answer) => answer.status)).toEqual(['answered', 'answered']);
  expect(server.counts().paid).toBe(2);
});

test('what a batch did not reach within its day goes into the next', async () => {
  const { askMany, server } = await setUp(perQuestion);
  server.batches.hold();
  const asking = askMany(4);
  while (server.counts().batches === 0) await new Promise(setImmediate);

  server.batches.expire();
  const answers = await Promise.all(asking);

  expect(answers.map((answer) => answer.status)).toEqual(Array(4).fill('answered'));
  expect(server.counts()).toMatchObject({ batches: 2, paid: 4 });
  expect(server.batches.statuses()).toEqual(['expired', 'completed']);
});

test('a refused key stops a batch as it stops a request', async () => {
  const { askMany } = await setUp(() => status(401));

  const settled = await Promise.allSettled(askMany(5));

  for (const one of settled) {
    expect(one).toMatchObject({ status: 'rejected' });
    expect((one as PromiseRejectedResult).reason).toBeInstanceOf(EndpointRefused);
  }
});

test('a server without batches is refused, and what to do is said', async () => {
  const { askMany } = await setUpAsking(
    perQuestion,
    { useBatch: true },
    { batches: new KeptBatches(), server: { hasBatches: false } },
  );

  const [alone, ...others] = await Promise.allSettled(askMany(3));

  expect(alone?.status).toBe('fulfilled');
  for (const one of others) {
    expect(one).toMatchObject({
      status: 'rejected',
      reason: expect.objectContaining({
        message: expect.stringMatching(
          /in batches: status 404.*without a Batch API is asked singly/,
        ) as string,
      }) as Error,
    });
  }
});

test('a batch that the vendor does not take pauses the run', async () => {
  const { askMany, server } = await setUp(perQuestion);
  server.batches.hold();
  const asking = askMany(3);
  while (server.counts().batches === 0) await new Promise(setImmediate);

  server.batches.fail('Enqueued token limit reached.');
  const [, second] = await Promise.allSettled(asking);

  expect(second).toMatchObject({
    status: 'rejected',
    reason: expect.any(EndpointDown) as Error,
  });
  expect(String((second as PromiseRejectedResult).reason)).toContain(
    'Enqueued token limit reached',
  );
});

test('lines are read however they come: twice, broken, failed, out of time', () => {
  const lines = new Map<string, BatchLine>();
  const line = (custom_id: string, more: object) => JSON.stringify({ custom_id, ...more });
  const ok = { response: { status_code: 200, body: { a: 1 } } };

  readLines(
    [
      line('a', ok),
      line('a', { response: { status_code: 500, body: {} } }),
      line('b', { response: { status_code: 429, body: {} } }),
      line('c', { error: { code: 'batch_expired' } }),
      '{"custom_id": "d", "respo',
      '',
    ].join('\n'),
    lines,
  );

  expect(Object.fromEntries(lines)).toEqual({
    a: { status: 'completed', body: '{"a":1}' },
    b: { status: 'failed' },
    c: { status: 'unreached' },
  });
});

test('questions of a batch are bounded by number', async () => {
  const store = new KeptBatches();
  const { askMany, server } = await setUpAsking(
    perQuestion,
    { useBatch: true },
    { batches: store, batching: { limits: { quietMs: 1, questions: 4, bytes: 1e6 } } },
  );

  await Promise.all(askMany(10));

  expect(store.batches.map(({ callKeys }) => callKeys.length)).toEqual([4, 4, 1]);
  expect(server.counts().paid).toBe(10);
});
