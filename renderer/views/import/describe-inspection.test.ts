import { expect, test } from 'vitest';
import { describeInspection } from './describe-inspection.ts';

test('a source is described by what it is and what it holds', () => {
  const problem = { code: 'quirk', severity: 'info', file: 'a', message: 'm' } as const;

  const text = describeInspection({
    kind: 'dataset',
    files: 1,
    records: 1734,
    repaired: 2,
    problems: [problem, { ...problem, severity: 'error' }, problem],
    counts: { byField: {}, byCombination: {}, byModality: {} },
  });

  expect(text).toBe(
    'Looks like a dataset · 1 file · 1,734 records · 2 repaired · 1 error · 2 notes',
  );
});
