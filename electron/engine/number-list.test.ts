import { assert, test } from 'vitest';
import { NumberList } from './number-list.ts';

test('a list of numbers keeps what was pushed, in order, however long it grows', () => {
  const list = new NumberList(1);

  for (let i = 0; i < 5000; i++) list.push(i / 2);

  assert.equal(list.length, 5000);
  assert.deepEqual(
    [...list.values()],
    Array.from({ length: 5000 }, (_, i) => i / 2),
  );
  assert.equal(new NumberList().values().length, 0);
});
