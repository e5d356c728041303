import { join } from 'node:path';
import Database from 'better-sqlite3';
import { projectFile } from '../../electron/engine/project/layout.ts';
import type { Api } from '../../shared/api/client.ts';
import type { Run } from '../../shared/model/run.ts';
import { startProject, type TestEngine } from './engine.ts';
import { makeFolder } from './folders.ts';
import { writePicture } from './pictures.ts';
import { answerRecord, instanceRecord, writeDataset, writePredictions } from './records.ts';

/** Where the picture of an answer lies. */
export const pictureOf = (dir: string, model: string, id: string) =>
  join(dir, 'predictions', model, 'image', `${id}.png`);

export interface Answers {
  readonly model: string;
  readonly ids: readonly string[];
}

/** Writes a dataset and answers of one picture each. @returns what to import */
export function writeAnswers(dir: string, answers: readonly Answers[]) {
  const ids = [...new Set(answers.flatMap((one) => one.ids))];
  const dataset = writeDataset(
    dir,
    ids.map((id) => instanceRecord(id)),
  );
  const predictions = answers.map(({ model, ids: own }) => ({
    model,
    path: writePredictions(
      dir,
      model,
      own.map((id) =>
        answerRecord(id, {
          output: { content: '<image2>', modal: { image2: `image/${id}.png` } },
        }),
      ),
    ),
  }));
  return { dataset, predictions };
}

/** A project whose answers have one picture each, all different. */
export async function startPictures(
  answers: readonly Answers[],
  sizePx?: number,
): Promise<TestEngine & { readonly dir: string }> {
  const dir = makeFolder();
  const request = writeAnswers(dir, answers);
  let seed = 0;
  for (const { model, ids } of answers) {
    for (const id of ids) writePicture(pictureOf(dir, model, id), ++seed, sizePx);
  }
  const engine = await startProject(dir);
  await engine.importAll(request);
  await engine.indexed();
  return { ...engine, dir };
}

const OVER: readonly Run['state'][] = ['done', 'failed', 'cancelled'];

/** Waits until a run is over. To be called before it can be. */
export async function runEnded(
  { api, waitFor }: Pick<TestEngine, 'api' | 'waitFor'>,
  runId: number,
) {
  const ended = waitFor('run.progress', ({ id, state }) => id === runId && OVER.includes(state));
  const { run } = await api.call('runs.get', { runId });
  return OVER.includes(run.state) ? run : await ended;
}

/** Starts a run of GQ and waits for its end. */
export async function score(engine: Pick<TestEngine, 'api' | 'waitFor'>): Promise<Run> {
  const { runId } = await engine.api.call('runs.start', { metrics: ['GQ'] });
  await runEnded(engine, runId);
  return (await engine.api.call('runs.get', { runId })).run;
}

/** What was ever computed, in the order in which it was. */
export function listOutcomes(projectDir: string) {
  const db = new Database(projectFile(projectDir), { readonly: true });
  try {
    return db
      .prepare(
        'SELECT id, metric, content_hash, status, value, code, components FROM outcomes ORDER BY id',
      )
      .all() as { id: number; status: string; value: number; content_hash: string; code: string }[];
  } finally {
    db.close();
  }
}

/** The GQ figures of one instance's first response, as the instance view has them. */
export async function gqScores(api: Api, id: string) {
  const { instance } = await api.call('instances.get', {
    key: `natural_science/chemistry/${id}`,
    models: [],
  });
  return instance.responses.flatMap((response) =>
    response.scores.filter(({ metric }) => metric === 'GQ'),
  );
}
