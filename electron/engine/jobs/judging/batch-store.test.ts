import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../../tests/builders/folders.ts';
import { RunId } from '../../../../shared/model/run.ts';
import { prepareBatchWriter } from '../../db/batches.ts';
import { openWritable } from '../../db/open.ts';
import { createPatientWrite } from '../scoring/patient-write.ts';
import { createBatchStore } from './batch-store.ts';

const batch = { role: 'judge', baseUrl: 'http://127.0.0.1:9/v1', model: 'm' } as const;

test('a question is found in the batch it was sent in last, until its answer is kept', async () => {
  const file = join(makeFolder(), 'loupe.sqlite');
  const db = openWritable(file);
  const open = () => createBatchStore(db, createPatientWrite(db), RunId.parse(1), () => 0);
  const store = open();

  const first = await store.add({ ...batch, remoteId: 'unsent-1', callKeys: ['a', 'b'] });
  await store.setRemoteId(first, 'batch_1');
  const second = await store.add({ ...batch, remoteId: 'batch_2', callKeys: ['b', 'c'] });
  const later = open(); // as after a restart

  expect(later.find('a')).toEqual({ id: first, remoteId: 'batch_1' });
  expect(later.find('b')).toEqual({ id: second, remoteId: 'batch_2' });
  await later.forget(['a']);
  prepareBatchWriter(db).remove(['b']);
  expect(later.find('a')).toBeUndefined();
  expect(later.find('b')).toBeUndefined();
  expect(later.find('c')).toEqual({ id: second, remoteId: 'batch_2' });
  // a batch goes with its last question
  expect(db.prepare('SELECT remote_id FROM batches').pluck().all()).toEqual(['batch_2']);
  db.close();
});
