import { expect, test } from 'vitest';
import { fileIn, nameOf, withFormat } from './export-path.ts';

test('a file is put into a folder in the way of its system', () => {
  expect(fileIn('/home/a/project', 'instances.csv')).toBe('/home/a/project/instances.csv');
  expect(fileIn('C:\\data', 'instances.csv')).toBe('C:\\data\\instances.csv');
  expect(fileIn('/', 'x.csv')).toBe('/x.csv');
  expect(nameOf('C:\\data\\worse.csv')).toBe('worse.csv');
});

test('another format changes the ending, but no ending of one’s own', () => {
  expect(withFormat('/a/b.csv', 'jsonl')).toBe('/a/b.jsonl');
  expect(withFormat('/a/b.txt', 'jsonl')).toBe('/a/b.txt');
});
