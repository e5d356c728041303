import { expect, test } from 'vitest';
import { downloadName, toJob, withForm, type ExportChoice } from './export-choice.ts';

const CHOICE: ExportChoice = {
  ...{ kind: 'bundle', ending: 'zip', path: '/home/ada/project/', title: 'For Ada', model: '' },
  ...{ official: 'sc', by: 'judge', groupBy: 'field', examples: '5', exampleSort: 'table' },
};
const TABLE = { sort: { by: 'key', descending: false } as const, models: ['Alpha', 'Beta'] };

test('the file is named after the kind and form, in the folder that was chosen', () => {
  const zip = withForm(CHOICE, 'bundle');
  expect(zip.path).toBe('/home/ada/project/bundle.zip');
  expect(withForm(zip, 'bundle', '').path).toBe('/home/ada/project/bundle');
  expect(withForm(zip, 'report', 'pdf')).toMatchObject({
    ending: 'pdf',
    path: '/home/ada/project/report.pdf',
  });
  const windows = { ...CHOICE, path: 'C:\\Users\\ada\\x.zip' };
  expect(withForm(windows, 'ratings').path).toBe('C:\\Users\\ada\\ratings.jsonl');
});

test('what is missing or wrong makes no request', () => {
  expect(toJob({ ...CHOICE, title: '' }, TABLE)).toBeUndefined();
  expect(toJob({ ...CHOICE, kind: 'official' }, TABLE)).toBeUndefined();
  expect(toJob({ ...CHOICE, kind: 'report', examples: '1.5' }, TABLE)).toBeUndefined();
});

test('a report shows where A is furthest ahead of B, when that is asked for', () => {
  const choice = withForm({ ...CHOICE, exampleSort: 'gap', groupBy: 'none' }, 'report', 'tex');

  expect(toJob(choice, TABLE)?.request).toEqual({
    ...{ as: 'latex', title: 'For Ada', models: ['Alpha', 'Beta'] },
    examples: {
      count: 5,
      sort: { by: 'delta', metric: 'SQCS', modelA: 'Alpha', modelB: 'Beta', descending: true },
    },
  });
});

test('one file is downloaded under the name of its kind, a folder is not', () => {
  expect(downloadName(CHOICE)).toBe('bundle.zip');
  expect(downloadName(withForm(CHOICE, 'report', 'pdf'))).toBe('report.pdf');
  expect(downloadName(withForm(CHOICE, 'bundle', ''))).toBeUndefined();
});
