import { expect, test } from 'vitest';
import { formatCount, formatCounted, formatDelta, formatScore } from './format-score.ts';

test('a score is shown times 100 with one decimal', () => {
  expect(formatScore(0.7534)).toBe('75.3');
  expect(formatScore(1)).toBe('100.0');
});

test('a difference carries its sign, and none when it rounds to nothing', () => {
  expect(formatDelta(-0.366)).toBe('−36.6');
  expect(formatDelta(0.05)).toBe('+5.0');
  expect(formatDelta(-0.0001)).toBe('0.0');
});

test('counts are grouped and agree with their noun', () => {
  expect(formatCounted(1, 'model')).toBe('1 model');
  expect(formatCounted(31026, 'instance')).toBe('31,026 instances');
  expect(formatCount(31026)).toBe('31,026');
});
