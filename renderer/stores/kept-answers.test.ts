import { expect, test, vi } from 'vitest';
import { createKeptAnswers } from './kept-answers.ts';

test('what was asked for is asked once, and is known once it has come', async () => {
  const load = vi.fn(() => Promise.resolve(7));
  const answers = createKeptAnswers<number>(2);

  const first = answers.ask('a', load);
  expect(answers.known('a')).toBeUndefined();
  await Promise.all([first, answers.ask('a', load)]);

  expect(load).toHaveBeenCalledOnce();
  expect(answers.known('a')).toBe(7);
});

test('the one that was used longest ago gives way', async () => {
  const answers = createKeptAnswers<string>(2);
  const ask = (id: string) => answers.ask(id, () => Promise.resolve(id));
  for (const id of ['a', 'b', 'a', 'c']) await ask(id);

  expect(['a', 'b', 'c'].map(answers.known)).toEqual(['a', undefined, 'c']);
});

test('a failure is told to who asked, and the next one asks again', async () => {
  const answers = createKeptAnswers<string>(2);
  await expect(answers.ask('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');

  await expect(answers.ask('a', () => Promise.resolve('here'))).resolves.toBe('here');
});

test('an answer that comes after all was forgotten is not known', async () => {
  const answers = createKeptAnswers<string>(2);
  const late = answers.ask('a', () => Promise.resolve('old'));
  answers.forget();
  await late;

  expect(answers.known('a')).toBeUndefined();
});
