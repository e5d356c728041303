import { afterEach, expect, test, vi } from 'vitest';
import { PAGE_SIZE, rowAt, RowPager, type PagedRows } from './paged-rows.ts';

afterEach(() => void vi.useRealTimers());

interface Asked {
  readonly query: string;
  readonly offset: number;
  readonly signal: AbortSignal;
  readonly answer: (total: number) => Promise<void>;
  readonly fail: () => Promise<void>;
}

/** A list of `<query><index>`, answered when the test says so. */
function listUnderTest() {
  const clock = { ms: 0 };
  const asked: Asked[] = [];
  const states: PagedRows<string>[] = [];
  const pager = new RowPager<string, string>(
    {
      load: (query, offset, limit, signal) =>
        new Promise((resolve, reject) => {
          asked.push({
            query,
            offset,
            signal,
            async answer(total) {
              const count = Math.max(0, Math.min(limit, total - offset));
              resolve({
                rows: Array.from({ length: count }, (_, i) => query + (offset + i)),
                total,
              });
              await Promise.resolve()
                .then(() => undefined)
                .then(() => undefined);
            },
            async fail() {
              reject(new Error('gone'));
              await Promise.resolve()
                .then(() => undefined)
                .then(() => undefined);
            },
          });
        }),
      toError: (error) => ({ code: 'internal', message: (error as Error).message }),
    },
    (state) => states.push(state),
    () => clock.ms,
  );
  const state = () => states.at(-1)!;
  return { pager, asked, state, states, clock };
}

test('a query asks for its first page only', async () => {
  const { pager, asked, state } = listUnderTest();

  pager.setQuery('a');
  await asked[0]?.answer(250);

  expect(asked.map((page) => page.offset)).toEqual([0]);
  expect(state()).toMatchObject({ status: 'ready', total: 250, isStale: false });
  expect(rowAt(state(), 99)).toBe('a99');
  expect(rowAt(state(), 100)).toBeUndefined();
});

test('a window over two pages asks for what is not there yet, then for what lies around', async () => {
  const { pager, asked, state } = listUnderTest();
  pager.setQuery('a');
  await asked[0]?.answer(2000);

  pager.want(90, 120);
  await asked[1]?.answer(2000);

  expect(asked.map((page) => page.offset)).toEqual([0, 100, 200, 300, 400]);
  expect(rowAt(state(), 120)).toBe('a120');
});

test('what lies around is asked for once what is looked at rests', async () => {
  vi.useFakeTimers();
  const { pager, asked } = listUnderTest();
  pager.setQuery('a');
  await asked[0]?.answer(2000);

  pager.want(0, 20);
  expect(asked.map((page) => page.offset)).toEqual([0]);
  vi.runAllTimers();

  expect(asked.map((page) => page.offset)).toEqual([0, 100, 200, 300]);
});

test('a page out of sight makes no new state, and is there for whoever scrolls to it', async () => {
  const { pager, asked, state, states } = listUnderTest();
  pager.setQuery('a');
  await asked[0]?.answer(2000);
  pager.want(5, 20);
  const before = states.length;

  await asked[1]?.answer(2000);

  expect(states).toHaveLength(before);
  expect(rowAt(state(), 120)).toBe('a120');
});

test('a page that came into sight as it came is told', async () => {
  const { pager, asked, states } = listUnderTest();
  pager.setQuery('a');
  await asked[0]?.answer(2000);
  pager.want(5, 20);
  await asked[1]?.answer(2000); // drawn as waiting before this, told to be in sight only now
  const before = states.length;

  pager.want(105, 125);

  expect(states.length).toBeGreaterThan(before);
});

test('a page that was scrolled past is cancelled', () => {
  const { pager, asked } = listUnderTest();
  pager.setQuery('a');

  pager.want(5000, 5040);

  expect(asked[0]?.signal.aborted).toBe(true);
  expect(asked.at(-1)?.offset).toBe(5000);
  expect(asked.at(-1)?.signal.aborted).toBe(false);
});

test('rows that the eye moves towards are asked for before it is there, nearest first', async () => {
  const { pager, asked, clock } = listUnderTest();
  pager.setQuery('a');
  await asked[0]?.answer(2000);
  const askedSince = (count: number) => asked.slice(count).map((page) => page.offset);

  clock.ms = 1000;
  pager.want(60, 80);
  expect(askedSince(1)).toEqual([100, 200, 300]);
  for (const page of asked.slice(1)) await page.answer(5000);
  clock.ms = 1100;
  pager.want(130, 150); // 70 rows in 100 ms: 490 in the time that is looked ahead
  expect(askedSince(4)).toEqual([400, 500, 600]);
  for (const page of asked.slice(4)) await page.answer(5000);
  clock.ms = 2000;
  pager.want(3010, 3030);
  clock.ms = 2100;
  pager.want(2940, 2960); // upwards
  expect(askedSince(7)).toEqual([3000, 3100, 2900, 3200, 2800, 3300, 2700, 2600, 2500, 2400]);
});

test('nothing is asked for beyond the end', async () => {
  const { pager, asked } = listUnderTest();
  pager.setQuery('a');
  await asked[0]?.answer(130);

  pager.want(90, 129);

  expect(asked.map((page) => page.offset)).toEqual([0, 100]);
});

test('the old rows stay until the new query has rows, and a late old reply is dropped', async () => {
  const { pager, asked, state } = listUnderTest();
  pager.setQuery('a');
  await asked[0]?.answer(10);
  pager.want(0, 20);
  pager.setQuery('b');
  expect(state()).toMatchObject({ isStale: true, total: 10 });
  expect(rowAt(state(), 0)).toBe('a0');

  pager.setQuery('c');
  await asked[1]?.answer(5);
  expect(rowAt(state(), 0)).toBe('a0');
  await asked[2]?.answer(3);

  expect(state()).toMatchObject({ isStale: false, total: 3 });
  expect(rowAt(state(), 0)).toBe('c0');
});

test('only the last pages seen are kept', async () => {
  const { pager, asked, state } = listUnderTest();
  pager.setQuery('a');
  await asked[0]?.answer(100_000);

  for (let page = 1; page <= 40; page++) {
    pager.want(page * PAGE_SIZE, page * PAGE_SIZE + 30);
    for (const one of asked) await one.answer(100_000);
  }

  expect(state().pages.size).toBe(24);
  expect(state().pages.has(40)).toBe(true);
  expect(state().pages.has(0)).toBe(false);
});

test('a failure is a state with its message, and a reload asks again', async () => {
  const { pager, asked, state } = listUnderTest();
  pager.setQuery('a');
  await asked[0]?.fail();
  expect(state()).toMatchObject({ status: 'failed', error: { message: 'gone' } });

  pager.reload();
  await asked[1]?.answer(1);

  expect(state()).toMatchObject({ status: 'ready', total: 1, error: undefined });
});
