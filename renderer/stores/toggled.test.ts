import { expect, test } from 'vitest';
import { toggled } from './toggled.ts';

test('toggling twice changes nothing', () => {
  expect(toggled(toggled(['task'], 'reference'), 'reference')).toEqual(['task']);
});
