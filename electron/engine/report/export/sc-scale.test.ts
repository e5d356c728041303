import { expect, test } from 'vitest';
import { isOlderScale, scOnScale, type KeptSc } from './sc-scale.ts';

const older = (raw: number): KeptSc => ({
  raw,
  value: raw,
  source: { kind: 'imported', isExample: false, scale: 'as is' },
});
const judged = (raw: number): KeptSc => ({
  raw,
  value: raw / 5,
  source: { kind: 'computed', isExample: false, scale: 's/5' },
});
const failed: KeptSc = { source: { kind: 'computed', isExample: false } };

test('figures of older files are written as they were, where the file shows its scale', () => {
  expect(isOlderScale([older(1), older(0.8), failed])).toBe(true);
  expect([older(0.6), failed].map((one) => scOnScale(one, true))).toEqual([0.6, undefined]);
});

test('zeros and ones alone would be read as 1 to 5, and are written so', () => {
  expect(isOlderScale([older(1), older(0)])).toBe(false);
  expect([older(1), older(0)].map((one) => scOnScale(one, false))).toEqual([5, 0]);
});

test('a file has one scale: beside judged figures older ones count 1 to 5', () => {
  // 0.2 · 5 = 1 … 0.6 · 5 = 3.0000000000000004 without rounding
  const kept = [older(0.2), older(0.6), judged(4)];

  expect(isOlderScale(kept)).toBe(false);
  expect(kept.map((one) => scOnScale(one, false))).toEqual([1, 3, 4]);
});

test('a mean of repeats keeps its fraction', () => {
  expect(scOnScale(judged(13 / 3), false)).toBe(13 / 3);
});
