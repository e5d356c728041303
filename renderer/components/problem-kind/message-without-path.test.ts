import { expect, test } from 'vitest';
import { messageWithoutPath } from './message-without-path.ts';

test('the path that ends a message is cut off, another stays', () => {
  expect(messageWithoutPath('Cannot read it. "/a/b.jsonl"', '/a/b.jsonl')).toBe('Cannot read it.');
  expect(messageWithoutPath('Cannot read it. "/a/c.png"', '/a/b.jsonl')).toBe(
    'Cannot read it. "/a/c.png"',
  );
});
