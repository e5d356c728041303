import { expect, test } from 'vitest';
import { formatBound, formatSpan } from './format-bounds.ts';

test('bounds are written as scores are, without an empty decimal', () => {
  expect(formatBound(0.6)).toBe('60');
  expect(formatBound(0.125)).toBe('12.5');
  expect(formatBound(-0.25)).toBe('−25');
  expect(formatBound(-0)).toBe('0');
});

test('a span says that its upper end is no part of it', () => {
  expect(formatSpan(0.2, 0.6)).toBe('20 to below 60');
  expect(formatSpan(undefined, 0.6)).toBe('below 60');
  expect(formatSpan(0.95, 1)).toBe('95 and more');
  expect(formatSpan(0.5, undefined)).toBe('50 and more');
});
