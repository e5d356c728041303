import { expect, test } from 'vitest';
import { lintText } from './lint-text.ts';

test('an entry that stands twice on a side is found in the text, which a reader does not see', () => {
  const text =
    '{"input": {"modal": {"image1": "a", "image1": "b"}}, "output": {"modal": {"image1": "c"}}}';

  expect(lintText(text)).toMatchObject([
    { kind: 'double-key', message: expect.stringContaining('"image1" stands twice') as string },
  ]);
  expect(lintText('{"input": {"modal": null}')).toEqual([]);
});
