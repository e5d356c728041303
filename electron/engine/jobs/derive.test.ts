import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { startEngine, startProject, type TestEngine } from '../../../tests/builders/engine.ts';
import { makeFolder } from '../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../../../tests/builders/records.ts';
import { writeResults } from '../../../tests/builders/results.ts';
import { StructureEvidence } from '../../../shared/model/structure.ts';
import { saveFact } from '../db/facts.ts';
import { openWritable } from '../db/open.ts';
import { projectFile } from '../project/layout.ts';

/** The reference has one picture. The answer names its own three times and has one without a tag. */
const answer = () =>
  answerRecord('1', {
    output: {
      content: '<image2>, again <image2> and <image2>; <image1> was given.',
      modal: { image2: 'a.png', image3: 'b.png' },
    },
  });
/** As items: image2 and image3 = 2 for 1 → F1 = 2·1/(1 + 2). */
const BY_ITEMS = { StS: 2 / 3, expected: 1, found: 2 };
/** As occurrences: image2 three times; image3 has no tag, image1 is the input's. F1 = 2·1/(1 + 3). */
const BY_OCCURRENCES = { StS: 2 / 4, expected: 1, found: 3 };

describe('what counts as an item', () => {
  test('is counted and scored again when it is set, and when it is set back', async () => {
    const { engine, set } = await startJudged(4);
    expect(await structureOf(engine)).toEqual(BY_ITEMS);

    await set({ structureCount: 'tagOccurrences' });
    await becomes(engine, structureOf, BY_OCCURRENCES);

    await set({ structureCount: 'items' });
    await becomes(engine, structureOf, BY_ITEMS);
  });

  test('holds for what is imported later, too', async () => {
    const { engine, set, dir } = await startJudged(4);
    await set({ structureCount: 'tagOccurrences' });

    const path = writePredictions(dir, 'Beta', [answer()]);
    await engine.importAll({ predictions: [{ model: 'Beta', path }] });

    await becomes(engine, (one) => structureOf(one, 'Beta'), BY_OCCURRENCES);
  });
});

describe('the scale of 1 to 5', () => {
  test('turns judged figures into others without asking anybody, and back', async () => {
    const { engine, set } = await startJudged(4);
    const asFifths = { SC: [0.8, 's/5'], HC: [0.2, 's/5'], SH: [1, 's/5'], GQ: [0.5, 's/100'] };
    expect(await judgedOf(engine)).toEqual(asFifths);

    await set({ scale: 'linear' });
    await becomes(engine, judgedOf, {
      SC: [0.75, '(s − 1)/4'],
      HC: [0, '(s − 1)/4'],
      SH: [1, '(s − 1)/4'],
      GQ: [0.5, 's/100'],
    });

    await set({ scale: 'fifths' });
    await becomes(engine, judgedOf, asFifths);
  });

  test('leaves an empty response at 0', async () => {
    const { engine, set } = await startJudged(0);

    await set({ scale: 'linear' });

    await becomes(engine, async (one) => (await judgedOf(one))['SC'], [0, '(s − 1)/4']);
  });
});

test('a derivation that was cut off is made up for when the project is opened', async () => {
  const { engine, dir } = await startJudged(4);
  await engine.close();
  const db = openWritable(projectFile(engine.projectDir));
  const settings = JSON.stringify({ structureCount: 'tagOccurrences' });
  db.prepare("INSERT INTO settings (name, value) VALUES ('scoring', ?)").run(settings);
  saveFact(db, 'derivedBy', '');
  db.close();

  const again = startEngine(dir);
  await again.api.call('project.open', { dir: engine.projectDir });

  await becomes(again, structureOf, BY_OCCURRENCES);
});

async function startJudged(sc: number) {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const path = writePredictions(dir, 'Alpha', [answer()]);
  const judged = [{ id: '1', sc, hc: 1, sh: 5, gq: { image2: 50 } }];
  const engine = await startProject(dir);
  await engine.importAll({
    dataset,
    predictions: [
      { model: 'Alpha', path },
      { model: 'Alpha', path: writeResults(dir, 'Alpha', judged) },
    ],
  });
  const set = (scoring: object) => engine.api.call('settings.save', { settings: { scoring } });
  return { engine, dir, set };
}

/** Waits until it is so, looking again whenever data changed. */
async function becomes<T>(
  engine: TestEngine,
  read: (engine: TestEngine) => Promise<T>,
  expected: T,
): Promise<void> {
  for (;;) {
    const changed = engine.waitFor('data.changed', () => true);
    if (isDeepStrictEqual(await read(engine), expected)) return;
    await changed;
  }
}

async function scoresOf({ api }: TestEngine, model: string) {
  const key = 'natural_science/chemistry/1';
  const { instance } = await api.call('instances.get', { key, models: [model] });
  return instance.responses[0]?.scores ?? [];
}

async function structureOf(engine: TestEngine, model = 'Alpha') {
  const sts = (await scoresOf(engine, model)).find(({ metric }) => metric === 'StS');
  const [line] = StructureEvidence.parse(sts?.evidence).modalities;
  return { StS: sts?.value, expected: line?.expected, found: line?.found };
}

async function judgedOf(engine: TestEngine): Promise<Record<string, unknown>> {
  const scores = await scoresOf(engine, 'Alpha');
  const imported = scores.filter(({ source }) => source.kind === 'imported');
  return Object.fromEntries(
    imported.map(({ metric, value, source }) => [metric, [value, source.scale]]),
  );
}
