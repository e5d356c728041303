import { expect, test } from 'vitest';
import type { ValidationReport } from '../../../shared/model/import.ts';
import { describeInspection, mayBeNative, whyUnreadable } from './describe-inspection.ts';

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
  const at = { ...problem, severity: 'error', file: '/d/a.jsonl', line: 7 } as const;
  expect(whyUnreadable({ ...report, records: 0, problems: [at] })).toBe('m (a.jsonl:7)');
});

test('only a folder that can be read may be another system’s', () => {
  const error = { ...problem, severity: 'error' } as const;
  const none = { ...report, records: 0, problems: [{ ...error, code: 'no-record' }] } as const;
  expect(mayBeNative({ ...none, problems: [...none.problems] }, '/outputs')).toBe(true);
  expect(mayBeNative({ ...none, problems: [...none.problems] }, '/a.jsonl')).toBe(false);
  const gone = { ...error, code: 'unreadable-file' } as const;
  expect(mayBeNative({ ...report, problems: [gone] }, '/outputs')).toBe(false);
});
