import { prepareScoreWriter } from '../../electron/engine/db/scores.ts';
import { openWritable } from '../../electron/engine/db/open.ts';
import { createRandom } from '../../shared/stats/random.ts';
import { startProject } from '../builders/engine.ts';
import { makeFolder } from '../builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../builders/records.ts';
import { writeResults, type JudgedAnswer } from '../builders/results.ts';

/** 60 instances and two models; every part is imported, computed, both, null or absent, by chance. */
export async function startMixed() {
  const random = createRandom(7);
  const oneOf = <T>(...choices: readonly T[]) => choices[Math.floor(random() * choices.length)];
  const dir = makeFolder();
  const ids = Array.from({ length: 60 }, (_, index) => String(index + 1));
  const dataset = writeDataset(
    dir,
    ids.map((id) =>
      instanceRecord(id, {
        ...(random() < 0.5 ? {} : { input: { content: 'Draw.' } }),
        ...(Number(id) % 4 === 0 ? {} : { difficulty_level: Number(id) % 4 }),
      }),
    ),
  );
  const level = () => oneOf(undefined, null, 1, 2, 3, 4, 5, 5, 4);
  const percent = () => oneOf(null, Math.round(random() * 10_000) / 100, random() * 100);
  const items = (): JudgedAnswer['gq'] =>
    oneOf({ image2: percent() ?? null }, { image2: percent() ?? null, text: 12.5 });
  const judged = (): JudgedAnswer[] =>
    ids.map((id) => ({
      id,
      sc: oneOf(level(), 0),
      hc: level(),
      sh: level(),
      gq: oneOf(undefined, items(), items()),
    }));
  const answered = ids.filter(() => random() < 0.9).map((id) => answerRecord(id));
  const engine = await startProject(dir);
  await engine.importAll({
    dataset,
    predictions: ['Alpha', 'Beta'].flatMap((model) => [
      { model, path: writePredictions(dir, model, answered) },
      { model, path: writeResults(dir, model, judged()) },
    ]),
  });
  const db = openWritable(`${engine.projectDir}/loupe.sqlite`);
  const writer = prepareScoreWriter(db);
  for (const instanceId of ids.keys()) {
    for (const modelId of [1, 2]) {
      const metric = oneOf('SC', 'HC', 'SH', 'GQ') ?? 'SC';
      const value = oneOf(undefined, random(), 0, 1);
      writer.save({
        modelId,
        instanceId: instanceId + 1,
        metric,
        metricVersion: 1,
        ...(metric === 'GQ' ? { tag: 'image2' } : {}),
        ...(value === undefined
          ? { unscored: { code: 'judge-failed', reason: 'no reply' } }
          : { value }),
      });
    }
  }
  db.close();
  const settings = { scoring: { sqcsEta: 0.35, icsEta: 0.6 } };
  return { engine, settings };
}
