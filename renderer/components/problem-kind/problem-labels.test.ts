import { expect, test } from 'vitest';
import { PROBLEM_CODES } from '../../../shared/model/problem.ts';
import { problemLabel } from './problem-labels.ts';

test('every quirk and every code has a name of its own', () => {
  const quirks = Array.from({ length: 22 }, (_, index) => problemLabel('quirk', index + 1));
  const codes = PROBLEM_CODES.filter((code) => code !== 'quirk').map((code) =>
    problemLabel(code, undefined),
  );

  expect(new Set([...quirks, ...codes]).size).toBe(22 + PROBLEM_CODES.length - 1);
  expect(quirks).not.toContain('Quirk');
});
