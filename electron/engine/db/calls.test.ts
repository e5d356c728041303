import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { RunId } from '../../../shared/model/run.ts';
import {
  findCall,
  giveUpCalls,
  prepareCallFinder,
  prepareCallWriter,
  type CallDraft,
} from './calls.ts';
import type { WritableDb } from './handle.ts';
import { migrate } from './migrations/index.ts';
import { findMeanTokens, listSpending } from './spending.ts';

const runId = RunId.parse(1);

function openMemory(): WritableDb {
  const db = new Database(':memory:') as WritableDb; // a test's own, empty
  migrate(db);
  return db;
}

const draft = (callKey: string, own: Partial<CallDraft> = {}): CallDraft => ({
  callKey,
  role: 'judge',
  model: 'model',
  baseUrl: 'http://127.0.0.1:9/v1',
  prompt: { id: 'judge-sc', version: 2, hash: 'h', text: 'Judge {{response}}.' },
  filled: { response: 'grüße 图' },
  inputHash: 'i',
  params: '{}',
  repeat: 0,
  reply: '{"score": 4}',
  failure: undefined,
  isRepaired: false,
  attempts: 1,
  tokensIn: 100,
  tokensOut: 10,
  costUsd: 0.5,
  latencyMs: 100,
  runId,
  at: '2026-01-01T00:00:00.000Z',
  ...own,
});

test('a call is read as it was written', () => {
  const db = openMemory();
  const { callKey, inputHash: _hash, params: _params, runId: _run, ...call } = draft('k');

  const id = prepareCallWriter(db)(draft('k'));

  expect(findCall(db, id)).toEqual({ ...call, id });
  expect(prepareCallFinder(db).find(callKey)).toEqual({
    id,
    reply: call.reply,
    failure: undefined,
  });
});

test('a call that is given up is not found, but can still be read', () => {
  const db = openMemory();
  const write = prepareCallWriter(db);
  const { find, countGivenUp } = prepareCallFinder(db);
  const first = write(draft('k'));
  write(draft('k-other'));
  write(draft('k2'));

  giveUpCalls(db, [first, first]);
  const second = write(draft('k', { reply: 'new' }));
  giveUpCalls(db, [second]);
  const third = write(draft('k', { reply: 'newest' }));

  expect(find('k')).toMatchObject({ id: third });
  expect(countGivenUp('k')).toBe(2);
  expect(countGivenUp('k2')).toBe(0);
  expect(findCall(db, first)?.reply).toBe('{"score": 4}');
});

test('only failed calls are given up where that is asked', () => {
  const db = openMemory();
  const write = prepareCallWriter(db);
  const failure = { code: 'timeout', message: 'It took too long.' } as const;
  const ids = [write(draft('good')), write(draft('bad', { reply: undefined, failure }))];

  giveUpCalls(db, ids, 'failed');

  const { find } = prepareCallFinder(db);
  expect(find('good')).toBeDefined();
  expect(find('bad')).toBeUndefined();
});

test('what a run spent is counted as it goes, with latencies within 5 %', () => {
  const db = openMemory();
  const write = prepareCallWriter(db);
  for (let at = 1; at <= 100; at++) write(draft(`k${at}`, { latencyMs: at * 10 }));
  write(draft('caption', { role: 'captioner.image', costUsd: undefined }));
  write(draft('other run', { runId: RunId.parse(2), tokensIn: 302 }));

  const [judge, captioner] = listSpending(db, runId);

  expect(judge).toMatchObject({ role: 'judge', calls: 100, failed: 0, tokensIn: 10_000 });
  expect(judge?.costUsd).toBeCloseTo(50, 9);
  expect(Math.abs((judge?.latencyMsMedian ?? 0) / 500 - 1)).toBeLessThan(0.06);
  expect(Math.abs((judge?.latencyMsP95 ?? 0) / 950 - 1)).toBeLessThan(0.06);
  expect(captioner).toMatchObject({ role: 'captioner.image', calls: 1 });
  expect(captioner?.costUsd).toBeUndefined();
  // (100 · 100 + 302) / 101
  expect(findMeanTokens(db, 'judge', 'model')?.tokensIn).toBeCloseTo(102, 9);
  expect(findMeanTokens(db, 'judge', 'another')).toBeUndefined();
});
