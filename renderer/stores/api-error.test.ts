import { expect, test } from 'vitest';
import { createLoader } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';

test('an answer that was dropped on its way is not taken, and the data before stays', async () => {
  let state: AsyncData<string> = idle;
  const loader = createLoader<string>(
    () => state,
    (next) => (state = next),
  );
  await loader.run(() => Promise.resolve('before'));
  const late = Promise.withResolvers<string>();
  const running = loader.run(() => late.promise);

  loader.drop();
  late.resolve('late');
  await running;

  expect(latest(state)).toBe('before');
});

test('a newer question wins, whichever answer comes first', async () => {
  let state: AsyncData<string> = idle;
  const loader = createLoader<string>(
    () => state,
    (next) => (state = next),
  );
  const slow = Promise.withResolvers<string>();
  const first = loader.run(() => slow.promise);

  await loader.run(() => Promise.resolve('newer'));
  slow.resolve('older');
  await first;

  expect(state).toEqual({ status: 'ready', data: 'newer' });
});
