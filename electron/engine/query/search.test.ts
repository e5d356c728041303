import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../tests/builders/folders.ts';
import { startProject } from '../../../tests/builders/engine.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../../../tests/builders/records.ts';
import { toFtsQuery } from './search.ts';
import { openWritable } from '../db/open.ts';
import { projectFile } from '../project/layout.ts';
import { searchInstances } from './search.ts';

test('words are joined by and, and the last one may go on', () => {
  expect(toFtsQuery('red square')).toBe('"red" AND "square" *');
  expect(toFtsQuery('red square ')).toBe('"red" AND "square"');
  expect(toFtsQuery('s')).toBe('"s"');
});

test('phrases, columns and words that must not be there', () => {
  expect(toFtsQuery('"red square" task:draw -circle ')).toBe(
    '("red square" AND task : "draw") NOT ("circle")',
  );
  expect(toFtsQuery('Responses:"a graph"')).toBe('responses : "a graph"');
});

test('what is no column is a word, and operators are words too', () => {
  expect(toFtsQuery('note:x AND NEAR(a)')).toBe('"note x" AND "AND" AND "NEAR a"');
});

test('each Chinese character is a word, and a run of them a phrase', () => {
  expect(toFtsQuery('化学反应')).toBe('"化 学 反 应"');
});

test('nothing to look for is no query', () => {
  expect(toFtsQuery('  " - ( * ')).toBeUndefined();
});

test('instances are found by task, reference, responses and captions', async () => {
  const { find } = await startSearch();

  expect(await find('draw')).toEqual(['1', '2', '3']);
  expect(await find('task:hexagon')).toEqual(['1']);
  expect(await find('reference:hexagon')).toEqual(['2']);
  expect(await find('responses:hexagon')).toEqual(['3']);
  expect(await find('hexag')).toEqual(['1', '2', '3']);
  expect(await find('"blue hexagon"')).toEqual(['1']);
  expect(await find('hexagon -blue ')).toEqual(['2', '3']);
  expect(await find('化学')).toEqual(['2']);
  expect(await find('学化')).toEqual([]);
  expect(await find('CAFE')).toEqual(['3']);
});

test('a changed file is found by its new words only', async () => {
  const { dir, find, importAll, indexed } = await startSearch();

  const dataset = writeDataset(dir, [
    instanceRecord('1', { input: { content: 'Draw a yellow pentagon.' } }),
  ]);
  await importAll({ dataset });
  await indexed();

  expect(await find('pentagon')).toEqual(['1']);
  expect(await find('hexagon')).toEqual([]);
});

test('a search for nothing says so', async () => {
  const { find } = await startSearch();

  await expect(find('"')).rejects.toMatchObject({ code: 'bad-query' });
});

test('no text whatever is a syntax error of the database', async () => {
  const { projectDir } = await startSearch();
  const db = openWritable(projectFile(projectDir));
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[-"*:()^+a-zA ]*$/),
    fc.constantFrom('NOT', 'a OR', '{task} : x', '"', 'task:', 'task:"', '-', '\0a', '^a', 'a*b*'),
  );

  fc.assert(
    fc.property(anything, (text) => {
      if (toFtsQuery(text) !== undefined) searchInstances(db, text);
    }),
    { numRuns: 500 },
  );

  db.close();
});

async function startSearch() {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [
    instanceRecord('1', { input: { content: 'Draw a blue hexagon.' } }),
    instanceRecord('2', {
      input: { content: 'Draw this.' },
      output: { content: 'A hexagon. 这是一个关于化学反应的问题' },
    }),
    instanceRecord('3', { input: { content: 'Draw nothing.' }, output: { content: 'Nothing.' } }),
  ]);
  const path = writePredictions(dir, 'Alpha', [
    answerRecord('3', { output: { content: 'No hexagon at the café.' } }),
  ]);
  const engine = await startProject(dir);
  await engine.importAll({ dataset, predictions: [{ model: 'Alpha', path }] });
  await engine.indexed();
  const find = async (search: string) => {
    const sort = { by: 'key', descending: false } as const;
    const page = { filter: { search }, sort, models: [], offset: 0, limit: 100 };
    return (await engine.api.call('instances.page', page)).rows.map(({ id }) => id);
  };
  return { ...engine, dir, find };
}
