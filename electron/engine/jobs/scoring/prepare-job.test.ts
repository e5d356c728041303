import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from '../../../../tests/builders/folders.ts';
import { writePicture } from '../../../../tests/builders/pictures.ts';
import { createLog } from '../../log.ts';
import { captionLimits } from '../../modalities/caption-input.ts';
import type { PrepareJob } from '../queue.ts';
import { runJob } from '../score.worker.ts';
import { createWorkerPool } from '../worker-pool.ts';
import { createAskQueue } from './ask-queue.ts';
import { fileState } from './hash-file.ts';

const queue = createWorkerPool({ concurrency: 1, log: createLog('silent') });
const ask = createAskQueue(queue, 'test');
afterAll(async () => {
  await queue.close();
});

function jobOf(path: string): PrepareJob {
  const state = fileState(path);
  if (state === undefined) throw new Error('there is no file');
  const limits = captionLimits(undefined, { imageSidePx: 64 });
  const input = { kind: 'file', path, state } as const;
  return { kind: 'prepare', jobId: '1', timeLimitMs: 60_000, modality: 'image', input, limits };
}

test('a worker prepares a picture, and what comes out of it can be read here', async () => {
  const path = writePicture(join(makeFolder(), 'a.png'), 1, 200);

  const result = await ask(jobOf(path));

  if (result.kind !== 'prepared') throw new Error(`it was answered by "${result.kind}"`);
  const [part] = result.prepared.parts;
  if (part?.type !== 'image') throw new Error('there is no picture');
  expect(part.bytes).toBeInstanceOf(Uint8Array);
  expect(await sharp(part.bytes).metadata()).toMatchObject({ width: 64, height: 64 });
});

test('the worker’s half answers the same without a pool', async () => {
  const path = writePicture(join(makeFolder(), 'a.png'), 1, 200);

  const result = await runJob(jobOf(path));
  const byPool = await ask(jobOf(path));

  const bytesOf = (one: typeof result) =>
    one.kind === 'prepared'
      ? one.prepared.parts.map((part) => part.type !== 'text' && part.bytes)
      : one;
  expect(bytesOf(result)).toEqual(bytesOf(byPool));
});

test('a file that was changed since it was hashed is not sent', async () => {
  const path = writePicture(join(makeFolder(), 'a.png'), 1);
  const job = jobOf(path);
  appendFileSync(path, 'more');

  const result = await ask(job);

  expect(result).toMatchObject({
    kind: 'outcome',
    outcome: { status: 'unscored', code: 'changed-while-read' },
  });
});

test('a file that is no picture comes back with the reason', async () => {
  const path = join(makeFolder(), 'a.png');
  appendFileSync(path, 'no picture');

  const result = await ask(jobOf(path));

  expect(result).toMatchObject({
    kind: 'outcome',
    outcome: { status: 'unscored', code: 'media-broken' },
  });
});
