import { expect, test } from 'vitest';
import { startProject } from '../../../tests/builders/engine.ts';
import { makeFolder } from '../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../../../tests/builders/records.ts';
import { openProjectDb } from '../db/open.ts';
import { projectFile } from './layout.ts';
import { createProjectQuery } from './project-query.ts';

test('columns that were read ahead in part are whole when they are asked for', async () => {
  const db = await openProject();
  const query = createProjectQuery(db, () => performance.now());

  expect(query.readAhead()).toBe(true);
  expect(query.columns()).toEqual(createProjectQuery(db, () => 0).columns());
  expect(query.readAhead()).toBe(false);
});

test('what keeps columns from being read ahead is told to whoever asks for them', async () => {
  const db = await openProject();
  const query = createProjectQuery(db, () => performance.now());
  query.readAhead();
  query.readAhead();
  db.close();

  expect(() => {
    while (query.readAhead());
  }).toThrow('not open');
  expect(() => query.columns()).toThrow('not open');
});

async function openProject() {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1'), instanceRecord('2')]);
  const path = writePredictions(dir, 'Alpha', [answerRecord('1')]);
  const { importAll, indexed, close, projectDir } = await startProject(dir);
  await importAll({ dataset, predictions: [{ model: 'Alpha', path }] });
  await indexed();
  await close();
  return openProjectDb(projectFile(projectDir)).db;
}
