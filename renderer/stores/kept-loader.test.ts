import { beforeEach, expect, test } from 'vitest';
import { AppError } from '../../shared/api/errors.ts';
import type { AsyncData } from './async-data.ts';
import { createKeptLoader } from './kept-loader.ts';

type Answer = PromiseWithResolvers<string>;

let kept: ReadonlyMap<string, AsyncData<string>>;
let asked: { readonly id: string; readonly answer: Answer }[];
const settled = () => new Promise((resolve) => setTimeout(resolve));

function loaderOf(most: number) {
  return createKeptLoader<string>(
    most,
    () => kept,
    (next) => {
      kept = next;
    },
    (id) => {
      const answer = Promise.withResolvers<string>();
      asked.push({ id, answer });
      return answer.promise;
    },
  );
}

beforeEach(() => {
  kept = new Map();
  asked = [];
});

async function answer(at: number, text: string): Promise<void> {
  asked[at]?.answer.resolve(text);
  await settled();
}

test('an entry is asked for once, and again only after a failure', async () => {
  const loader = loaderOf(4);
  loader.want('a');
  loader.want('a');
  expect(asked).toHaveLength(1);
  asked[0]?.answer.reject(new AppError('not-found', 'There is no “a”.'));
  await settled();
  expect(kept.get('a')).toEqual({
    status: 'failed',
    error: { code: 'not-found', message: 'There is no “a”.' },
  });
  loader.want('a');
  await answer(1, 'first');
  loader.want('a');
  expect(asked).toHaveLength(2);
  expect(kept.get('a')).toEqual({ status: 'ready', data: 'first' });
});

test('only the last few are kept', async () => {
  const loader = loaderOf(2);
  for (const id of ['a', 'b', 'c']) loader.want(id);
  await answer(1, 'of b');
  expect([...kept.keys()]).toEqual(['c', 'b']);
});

test('what is shown stays while it is asked for again, and an older answer is not taken', async () => {
  const loader = loaderOf(4);
  loader.want('a');
  await answer(0, 'old');
  loader.refresh(
    () => true,
    (id) => id === 'a',
  );
  expect(kept.get('a')).toEqual({ status: 'loading', previous: 'old' });
  loader.refresh(
    () => true,
    (id) => id === 'a',
  );
  await answer(2, 'newest');
  await answer(1, 'in between');
  expect(kept.get('a')).toEqual({ status: 'ready', data: 'newest' });
});

test('what is out of date and not shown is dropped, with its answer that is on its way', async () => {
  const loader = loaderOf(4);
  for (const id of ['a', 'b', 'c']) loader.want(id);
  loader.refresh(
    (id) => id !== 'c',
    (id) => id === 'a',
  );
  expect(asked.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'a']);
  await answer(1, 'out of date');
  await answer(2, 'of c');
  expect(kept.has('b')).toBe(false);
  expect(kept.get('c')).toEqual({ status: 'ready', data: 'of c' });
});

test('after a reset no answer is taken', async () => {
  const loader = loaderOf(4);
  loader.want('a');
  loader.reset();
  await answer(0, 'of the project before');
  expect(kept.size).toBe(0);
});
