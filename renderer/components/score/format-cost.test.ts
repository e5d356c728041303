import { expect, test } from 'vitest';
import { formatUsd } from './format-cost.ts';

test.each([
  [0, '$0'],
  [0.00001, '< $0.0001'],
  [0.0346, '$0.035'],
  [0.00164, '$0.0016'],
  [0.1, '$0.10'],
  [0.5, '$0.50'],
  [1, '$1.00'],
  [12.346, '$12.35'],
  [1234.5, '$1,234.50'],
])('%d dollars are shown as %s', (usd, text) => {
  expect(formatUsd(usd)).toBe(text);
});
