import { expect, test } from 'vitest';
import { createAskedLoader, latestAnswer, type Answered } from './asked-loader.ts';
import { idle, type AsyncData } from './async-data.ts';

type State = AsyncData<Answered<{ readonly metric: string }, string>>;

function asking(load: (metric: string) => Promise<string>) {
  const asked: string[] = [];
  let state: State = idle;
  const loader = createAskedLoader<{ readonly metric: string }, string>(
    () => state,
    (next) => (state = next),
    async ({ metric }) => {
      asked.push(metric);
      return load(metric);
    },
  );
  return { loader, asked, state: () => state };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('the same question is asked once, another one anew', async () => {
  const { loader, asked, state } = asking(async (metric) => `of ${metric}`);

  loader.ask({ metric: 'SC' });
  loader.ask({ metric: 'SC' });
  await settle();
  loader.ask({ metric: 'GQ' });

  expect(asked).toEqual(['SC', 'GQ']);
  expect(latestAnswer(state())).toBe('of SC'); // drawn until the newer is there
  await settle();
  expect(latestAnswer(state())).toBe('of GQ');
});

test('what failed is asked again', async () => {
  let isBroken = true;
  const { loader, asked, state } = asking(async () => {
    if (isBroken) throw new Error('the engine went away');
    return 'here';
  });

  loader.ask({ metric: 'SC' });
  await settle();
  expect(state().status).toBe('failed');
  isBroken = false;
  loader.ask({ metric: 'SC' });
  await settle();

  expect(asked).toEqual(['SC', 'SC']);
  expect(latestAnswer(state())).toBe('here');
});

test('changed data is asked for again only where somebody had asked', async () => {
  const { loader, asked } = asking(async () => 'here');

  loader.again();
  loader.ask({ metric: 'SC' });
  await settle();
  loader.again();
  await settle();
  loader.reset();
  loader.again();

  expect(asked).toEqual(['SC', 'SC']);
});
