import { expect, test } from 'vitest';
import { dumpProject } from '../../../tests/builders/dump.ts';
import { startProject } from '../../../tests/builders/engine.ts';
import { makeFolder } from '../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../../../tests/builders/records.ts';
import { openWritable } from '../db/open.ts';
import { projectFile } from '../project/layout.ts';
import { rescoreAll } from './structure.ts';

test('scoring every response again from its counts gives the same figures', async () => {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1'), instanceRecord('2')]);
  const path = writePredictions(dir, 'Alpha', [
    answerRecord('1'),
    answerRecord('2', { output: { content: '<audio1> <image1> <image2> <image3>' } }),
  ]);
  const { importAll, indexed, close, projectDir } = await startProject(dir);
  await importAll({ dataset, predictions: [{ model: 'Alpha', path }] });
  await indexed();
  await close();
  const before = dumpProject(projectDir);
  const db = openWritable(projectFile(projectDir));
  db.exec('DELETE FROM scores');

  const scored = rescoreAll(db);
  db.close();

  expect(scored).toBe(2);
  expect(dumpProject(projectDir)).toBe(before);
  // 2: image 2 of 1 → F1 = 2·1/(1 + 2); audio 1 of 0 → 0; `<image1>` is the input's: StS = (2/3 + 0)/2
  expect(before).toContain(`"value":${(2 / 3 + 0) / 2}`);
});
