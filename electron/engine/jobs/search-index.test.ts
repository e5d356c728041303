import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../tests/builders/folders.ts';
import { openWritable } from '../db/open.ts';
import { sequenceId } from '../db/sequences.ts';
import { prepareInstanceWriter } from '../db/instances.ts';
import { prepareDirtyMark } from '../db/search-rows.ts';
import { prepareSequenceWriter } from '../db/sequence-rows.ts';
import { searchInstances } from '../query/search.ts';
import { createSearchIndexer } from './search-index.ts';

test('the index is built batch by batch until nothing waits', () => {
  const { db } = openFilled(2_500);
  const indexer = createSearchIndexer(db);

  const first = indexer.step();
  const found = searchInstances(db, 'task');
  const second = indexer.step();

  expect(first).toBe(500);
  expect(found).toHaveLength(2_000);
  expect(second).toBe(0);
  expect(searchInstances(db, 'task')).toHaveLength(2_500);
  expect(indexer.step()).toBe(0);
  db.close();
});

test('a row that is marked again is replaced, and one whose instance is gone goes', () => {
  const { db, sequences } = openFilled(2);
  const indexer = createSearchIndexer(db);
  indexer.step();

  sequences.replace(sequenceId('task', 1), {
    content: 'new words',
    strip: 'T',
    counts: '',
    items: [],
  });
  db.exec('DELETE FROM instances WHERE id = 2');
  const mark = prepareDirtyMark(db);
  mark(1);
  mark(2);
  indexer.step();

  expect(searchInstances(db, 'task')).toEqual([]);
  expect(searchInstances(db, 'words')).toEqual([1]);
  db.close();
});

function openFilled(count: number) {
  const db = openWritable(join(makeFolder(), 'loupe.sqlite'));
  const instances = prepareInstanceWriter(db);
  const sequences = prepareSequenceWriter(db);
  const mark = prepareDirtyMark(db);
  db.transaction(() => {
    for (let number = 1; number <= count; number++) {
      const id = instances.insert({
        key: `f/s/${number}`,
        field: 'f',
        subdomain: 's',
        recordId: String(number),
        ordinal: 1,
        difficulty: undefined,
        inputMask: 0,
        outputMask: 0,
        fileId: 1,
        line: 1,
        generation: 1,
      });
      sequences.insert(sequenceId('task', id), {
        content: `task ${number}`,
        strip: 'T',
        counts: '',
        items: [],
      });
      mark(id);
    }
  })();
  return { db, sequences };
}
