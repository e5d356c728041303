import { expect, test } from 'vitest';
import { INSTANCE_MODES } from '../../../../shared/model/filter.ts';
import { DISAGREEMENTS, nextMode, SIMPLE_MODES } from './mode-labels.ts';

test('every mode stands either in the bar or under the disagreements', () => {
  expect([...SIMPLE_MODES, ...DISAGREEMENTS]).toEqual([...INSTANCE_MODES]);
});

test('stepping goes through all and round, in both directions', () => {
  expect(nextMode(undefined, 1, SIMPLE_MODES)).toBe('aWorse');
  expect(nextMode('flagged', 1, SIMPLE_MODES)).toBeUndefined();
  expect(nextMode(undefined, -1, SIMPLE_MODES)).toBe('flagged');
});

test('from a set that is not in the bar one steps as from all', () => {
  expect(nextMode('repeatsDisagree', 1, SIMPLE_MODES)).toBe('aWorse');
});
