import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../../tests/builders/folders.ts';
import { createCommandMakers } from './command-maker.ts';

const WRITES = 'require("fs").writeFileSync(process.argv[2], process.argv[1])';
const never = new AbortController().signal;

async function make(
  argv: string[],
  request: { prompt: string; content?: string },
  timeoutMs = 20_000,
) {
  const dir = makeFolder();
  const [maker] = createCommandMakers({ image: { argv, extension: 'png', timeoutMs } });
  if (maker === undefined) throw new Error('there is a maker for each command');
  return { dir, made: await maker.make({ tag: 'image1', ...request }, dir, never) };
}

test('a program gets the prompt as one argument, whatever stands in it', async () => {
  const prompt = '--help "; rm -rf {out} $HOME `ls`';
  const argv = [process.execPath, '-e', WRITES, '{prompt}', '{out}'];

  const { dir, made } = await make(argv, { prompt });

  expect(made).toMatchObject({ status: 'made', fileName: 'made.png' });
  // leading dashes would be an option
  expect(readFileSync(join(dir, 'made.png'), 'utf8')).toBe('help "; rm -rf {out} $HOME `ls`');
});

test('a program that fails, writes nothing or is not there is a failure in words', async () => {
  const fails = ['-e', 'console.error("no ink"); process.exit(3)'];
  const failed = await make([process.execPath, ...fails], { prompt: 'a' });
  const silent = await make([process.execPath, '-e', ''], { prompt: 'a' });
  const absent = await make(['no-such-program-of-ours'], { prompt: 'a' });

  expect(failed.made).toMatchObject({ status: 'failed', code: 'failed' });
  expect(failed.made).toMatchObject({ message: expect.stringContaining('"no ink"') as string });
  expect(silent.made).toMatchObject({ message: expect.stringContaining('no file') as string });
  expect(absent.made).toMatchObject({ message: expect.stringContaining('ENOENT') as string });
});

test('a program that hangs is ended', async () => {
  const argv = [process.execPath, '-e', 'setInterval(() => {}, 1000)'];

  const { made } = await make(argv, { prompt: 'a' }, 300);

  expect(made).toMatchObject({ status: 'failed', code: 'timeout' });
});

test('keys of this process are no business of a program', async () => {
  process.env.LOUPE_TEST_SECRET = 'a-key';
  const says = 'require("fs").writeFileSync(process.argv[1], JSON.stringify(process.env))';
  const { dir } = await make([process.execPath, '-e', says, '{out}'], { prompt: 'a' });
  delete process.env.LOUPE_TEST_SECRET;

  expect(readFileSync(join(dir, 'made.png'), 'utf8')).not.toContain('a-key');
});
