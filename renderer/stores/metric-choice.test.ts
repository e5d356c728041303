import { expect, test } from 'vitest';
import { chartMetric } from './metric-choice.ts';

test('the metric asked for is shown where there are figures of it, else the most telling', () => {
  expect(chartMetric(['StS', 'LeS', 'SC'], 'LeS')).toBe('LeS');
  expect(chartMetric(['StS', 'LeS', 'SC'], 'SQCS')).toBe('SC');
  expect(chartMetric(['StS', 'LeS'], undefined)).toBe('StS');
  expect(chartMetric(['own'], undefined)).toBe('own');
  expect(chartMetric([], 'SC')).toBeUndefined();
});
