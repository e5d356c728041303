import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
  writeRecords,
} from '../../../../tests/builders/records.ts';
import { ImportRequest, type ImportProgress } from '../../../../shared/model/import.ts';
import { countProject } from '../../db/counts.ts';
import { openWritable } from '../../db/open.ts';
import { countResponsesByModel } from '../../db/responses.ts';
import { createCancelFlag } from './cancel.ts';
import { importInto } from './import-into.ts';

test('an import cut off before responses were matched matches them the next time', async () => {
  const dir = makeFolder();
  const path = writePredictions(dir, 'Alpha', [answerRecord('1')]);
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const { db, run } = openProject(dir);
  await run({ predictions: [{ model: 'Alpha', path }] });

  const cutOff = await run({ dataset }, ({ phase }, flag) => {
    if (phase === 'structure') flag.raise();
  });
  const between = countResponsesByModel(db);
  const again = await run({ dataset });

  expect([cutOff.phase, again.phase]).toEqual(['cancelled', 'done']);
  expect(again.filesUnchanged).toBe(1);
  expect(between).toEqual([{ modelId: 1, matched: 0, unmatched: 1 }]);
  expect(countResponsesByModel(db)).toEqual([{ modelId: 1, matched: 1, unmatched: 0 }]);
});

test('a full disk stops the import with a word, and what was read before is kept', async () => {
  const dir = makeFolder();
  const dataset = join(dir, 'dataset');
  const content = 'long '.repeat(2_000);
  for (let file = 0; file < 20; file++) {
    const records = [instanceRecord(String(file), { input: { content } })];
    writeRecords(join(dataset, `${String(file).padStart(2, '0')}.jsonl`), records);
  }
  const { db, run } = openProject(dir);
  const pages = db.pragma('page_count', { simple: true }) as number; // SQLite gives an integer
  db.pragma(`max_page_count = ${pages + 10}`);

  const full = await run({ dataset });
  const kept = countProject(db).instances;
  db.pragma('max_page_count = 1000000');
  const again = await run({ dataset });

  expect(full).toMatchObject({ phase: 'failed', error: { code: 'disk-full' } });
  expect(full.error?.message).toMatch(/^Cannot import into the project: the disk is full\. Free/);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(20);
  expect(again).toMatchObject({ phase: 'done', instances: 20 });
});

test('progress comes at most ten times a second and ends with the last word', async () => {
  const dir = makeFolder();
  for (let file = 0; file < 200; file++) {
    writeRecords(join(dir, 'dataset', `${file}.jsonl`), [instanceRecord(String(file))]);
  }
  const { run } = openProject(dir);
  const seen: ImportProgress[] = [];

  await run({ dataset: join(dir, 'dataset') }, (progress) => seen.push(progress));

  const { seconds } = seen.at(-1) ?? { seconds: 0 };
  expect(seen.length).toBeLessThanOrEqual(seconds * 10 + 4); // one a phase besides
  expect(seen.at(-1)).toMatchObject({ phase: 'done', filesDone: 200, instances: 200 });
  const order = ['reading', 'structure', 'done'];
  const phases = seen.map(({ phase }) => order.indexOf(phase));
  expect(phases).toEqual(phases.toSorted((a, b) => a - b));
});

type Hear = (progress: ImportProgress, flag: ReturnType<typeof createCancelFlag>) => unknown;

/** A project whose import runs in the test's own thread. */
function openProject(dir: string) {
  mkdirSync(join(dir, 'project'), { recursive: true });
  const db = openWritable(join(dir, 'project', 'loupe.sqlite'));
  const run = async (
    request: { [K in keyof ImportRequest]?: ImportRequest[K] },
    hear: Hear = () => undefined,
  ) => {
    const flag = createCancelFlag(new SharedArrayBuffer(4));
    let last: ImportProgress | undefined;
    const bug = await importInto(db, 'x', ImportRequest.parse(request), flag, (progress) => {
      last = progress;
      hear(progress, flag);
    });
    if (bug instanceof Error) throw bug;
    if (last === undefined) throw new Error('the import reported nothing');
    return last;
  };
  return { db, run };
}
