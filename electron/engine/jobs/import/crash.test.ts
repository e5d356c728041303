import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEngine, startProject } from '../../../../tests/builders/engine.ts';
import { makeFolder } from '../../../../tests/builders/folders.ts';
import { answerRecord, instanceRecord, writeRecords } from '../../../../tests/builders/records.ts';
import { importProgressOf } from '../../../../tests/builders/progress.ts';
import { mapProject } from '../../../../tests/builders/dump.ts';

const FILES = 12;
const RECORDS_A_FILE = 300;

// Killed while it reads the dataset, in the middle of it, and while it reads the predictions.
test.each([0.1, 0.45, 0.8])(
  'an import killed at %f of its bytes goes on where it was, nothing lost and nothing doubled',
  async (share) => {
    const dir = makeFolder();
    const { dataset, predictions } = writeMuch(dir);
    const project = join(dir, 'project');
    const child = fork(importProcess, [project, dataset, predictions]);
    for (;;) {
      const [message] = (await once(child, 'message')) as [unknown];
      const { bytesDone, bytesTotal, phase } = importProgressOf(message);
      expect(phase).not.toBe('done');
      if (bytesTotal > 0 && bytesDone >= bytesTotal * share) break;
    }
    child.kill('SIGKILL');
    await once(child, 'exit');

    const { api, importAll } = startEngine(dir);
    const { project: found } = await api.call('project.open', { dir: project });
    const progress = await importAll({
      dataset,
      predictions: [{ model: 'Alpha', path: predictions }],
    });

    expect(found.instances).toBeLessThanOrEqual(FILES * RECORDS_A_FILE);
    expect(progress).toMatchObject({
      phase: 'done',
      instances: FILES * RECORDS_A_FILE,
      responses: FILES * RECORDS_A_FILE,
    });
    expect(mapProject(project)).toEqual(await importUndisturbed(dataset, predictions));
  },
  120_000,
);

const importProcess = new URL('../../../../tests/builders/import-process.ts', import.meta.url);

async function importUndisturbed(dataset: string, predictions: string) {
  const { importAll, projectDir } = await startProject(makeFolder());
  await importAll({ dataset, predictions: [{ model: 'Alpha', path: predictions }] });
  return mapProject(projectDir);
}

function writeMuch(dir: string): { dataset: string; predictions: string } {
  const dataset = join(dir, 'dataset');
  const predictions = join(dir, 'predictions');
  for (let file = 0; file < FILES; file++) {
    const ids = Array.from({ length: RECORDS_A_FILE }, (_, at) =>
      String(file * RECORDS_A_FILE + at),
    );
    writeRecords(
      join(dataset, `${file}.jsonl`),
      ids.map((id) => instanceRecord(id)),
    );
    writeRecords(
      join(predictions, `${file}.jsonl`),
      ids.map((id) => answerRecord(id)),
    );
  }
  return { dataset, predictions };
}
