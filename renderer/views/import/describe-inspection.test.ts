import { expect, test } from 'vitest';
import type { ValidationReport } from '../../../shared/model/import.ts';
import { describeInspection, whyUnreadable } from './describe-inspection.ts';

const problem = { code: 'quirk', severity: 'info', file: 'a', message: 'm' } as const;
const report: ValidationReport = {
  kind: 'dataset',
  files: 1,
  records: 1734,
  repaired: 2,
  problems: [problem, { ...problem, severity: 'error', message: 'It is gone.' }, problem],
  counts: { byField: {}, byCombination: {}, byModality: {} },
};

test('a source is described by what it is and what it holds', () => {
  expect(describeInspection(report, 'dataset')).toBe(
    'Looks like a dataset · 1 file · 1,734 records · 2 repaired · 1 error · 2 notes',
  );
  expect(describeInspection(report, 'predictions')).toContain('Records with answers · 1 file');
});

test('a source of which nothing could be read says why', () => {
  expect(whyUnreadable(report)).toBeUndefined();
  expect(whyUnreadable({ ...report, records: 0 })).toBe('It is gone.');
});
