import { expect, test } from 'vitest';
import { correctDrift } from './drift.ts';

test('what is behind goes faster, what is ahead slower, never by more than 10 %', () => {
  // 30 ms · 2 a second = 6 %
  expect(correctDrift(0.03, 1)).toEqual({ kind: 'factor', factor: 1.06 });
  expect(correctDrift(-0.03, 1)).toEqual({ kind: 'factor', factor: 0.94 });
  expect(correctDrift(0.3, 1)).toEqual({ kind: 'factor', factor: 1.1 });
});

test('it begins late and ends early, so that it does not flutter', () => {
  expect(correctDrift(0.004, 1)).toEqual({ kind: 'factor', factor: 1 });
  expect(correctDrift(0.004, 1.02)).toEqual({ kind: 'factor', factor: 1.01 });
  expect(correctDrift(0.001, 1.005)).toEqual({ kind: 'factor', factor: 1 });
});

test('a large difference is a jump', () => {
  expect(correctDrift(-1, 1)).toEqual({ kind: 'jump' });
});

test('any start within reach comes within 6 ms in six seconds and stays', () => {
  for (const start of [0.39, 0.1, 0.02, -0.02, -0.2, -0.39]) {
    let behind = start;
    let factor = 1;
    for (let step = 0; step < 60; step++) {
      const correction = correctDrift(behind, factor);
      if (correction.kind === 'jump') throw new Error('jumped');
      factor = correction.factor;
      behind -= (factor - 1) * 0.1; // a tenth of a second passes
    }
    expect(Math.abs(behind)).toBeLessThan(0.006);
  }
});
