import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, ftruncateSync, openSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, writeText } from '../../../../tests/builders/folders.ts';
import { writePicture } from '../../../../tests/builders/pictures.ts';
import { createLog } from '../../log.ts';
import { createWorkerPool } from '../worker-pool.ts';
import type { JobResult, ScoreJob } from '../queue.ts';
import { runScoreJob } from './do-job.ts';
import { fileState, hashFile } from './hash-file.ts';

const MAKE_PIPE = 'mkfifo';

function jobOf(path: string): ScoreJob {
  const state = fileState(path);
  if (state === undefined) throw new Error('there is no file');
  return {
    kind: 'score',
    jobId: '1',
    timeLimitMs: 60_000,
    metric: 'GQ',
    modality: 'image',
    version: 1,
    input: { kind: 'file', path, state },
    settings: {},
  };
}

test('a file is known by the SHA-256 of its bytes', () => {
  const path = writePicture(join(makeFolder(), 'a.png'), 1, 700); // more than one read of it

  expect(hashFile(path)).toMatchObject({
    status: 'hashed',
    contentHash: createHash('sha256').update(readFileSync(path)).digest('hex'),
  });
});

test('a file that is not there, a folder and a pipe have no hash, and none is waited for', () => {
  const dir = makeFolder();
  const paths = [join(dir, 'none'), dir];
  if (process.platform !== 'win32') {
    const pipe = join(dir, 'pipe');
    execFileSync(MAKE_PIPE, [pipe]);
    paths.push(pipe);
  }

  for (const path of paths) {
    expect(hashFile(path)).toMatchObject({ status: 'unscored', code: 'media-missing' });
  }
});

test('a file that was changed since it was hashed has no figure', async () => {
  const path = writePicture(join(makeFolder(), 'a.png'), 1);
  const job = jobOf(path);
  expect(await runScoreJob(job)).toMatchObject({ status: 'scored' });

  appendFileSync(path, 'more');

  expect(await runScoreJob(job)).toMatchObject({ code: 'changed-while-read' });
  rmSync(path);
  expect(await runScoreJob(job)).toMatchObject({ code: 'changed-while-read' });
});

test('a file that changes while it is scored has no figure', async () => {
  const path = writePicture(join(makeFolder(), 'a.png'), 1, 900);
  const job = jobOf(path);

  const scoring = runScoreJob(job);
  appendFileSync(path, 'more'); // behind the first look at it; the picture is whole without it

  expect(await scoring).toMatchObject({ status: 'unscored', code: 'changed-while-read' });
});

test('a file that changes while it is hashed has none', async () => {
  const path = writeText(join(makeFolder(), 'large.bin'), '');
  const file = openSync(path, 'r+');
  ftruncateSync(file, 400e6);
  const queue = createWorkerPool({ concurrency: 1, log: createLog('silent') });
  const { promise, resolve } = Promise.withResolvers<JobResult>();
  queue.onResult(resolve);
  let isOver = false;

  queue.submit({ kind: 'hash', jobId: '1', path, timeLimitMs: 60_000 });
  void promise.then(() => (isOver = true));
  for (let size = 400e6; !isOver; size += 1) {
    ftruncateSync(file, size);
    await new Promise((next) => setImmediate(next));
  }

  expect(await promise).toMatchObject({ outcome: { code: 'changed-while-read' } });
  closeSync(file);
  await queue.close();
}, 60_000);

test('a job of another version than the worker has is refused', async () => {
  const path = writePicture(join(makeFolder(), 'a.png'), 1);

  await expect(runScoreJob({ ...jobOf(path), version: 999 })).rejects.toThrow('version 999');
});

test('code that stands in the record is looked at as it is', async () => {
  const outcome = await runScoreJob({
    ...jobOf(writePicture(join(makeFolder(), 'a.png'), 1)),
    metric: 'code-check',
    modality: 'code',
    input: { kind: 'inline', text: 'def f(:\n  return 1', language: 'python' },
  });

  expect(outcome).toMatchObject({
    status: 'inspected',
    components: { type: 'Python', findings: [{ line: 1 }] },
  });
});
