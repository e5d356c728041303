import { expect, test } from 'vitest';
import { formatBytes } from './format-bytes.ts';

test('a size is shown in its largest unit', () => {
  expect(formatBytes(412)).toBe('412 B');
  expect(formatBytes(9300)).toBe('9.3 kB');
  expect(formatBytes(1_200_000)).toBe('1.2 MB');
  expect(formatBytes(999_960)).toBe('1.0 MB');
});
