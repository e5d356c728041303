import { expect, test } from 'vitest';
import { columnAt, leftOf } from './use-cell-link.ts';

test('an offset is a column and a fraction of it, whatever the columns’ widths', () => {
  const widths = [50, 100, 200];

  expect(columnAt(widths, 0)).toBe(0);
  expect(columnAt(widths, 100)).toBe(1.5);
  expect(leftOf(widths, 1.5)).toBe(100);
  expect(leftOf([80, 40, 10], columnAt(widths, 100))).toBe(100);
  expect(columnAt(widths, 1e6)).toBe(3);
  expect(leftOf(widths, 3)).toBe(350);
});
