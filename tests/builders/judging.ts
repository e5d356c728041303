import Database from 'better-sqlite3';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { projectFile } from '../../electron/engine/project/layout.ts';
import type { MethodInput } from '../../shared/api/contract.ts';
import type { EndpointSettings } from '../../shared/model/endpoint.ts';
import type { Judgement } from '../../shared/model/judge.ts';
import type { Run } from '../../shared/model/run.ts';
import type { Score } from '../../shared/model/score.ts';
import { startProject, type TestEngine } from './engine.ts';
import { makeFolder } from './folders.ts';
import { startModelServer, type ModelServer } from './model-server/model-server.ts';
import type { ModelServerOptions } from './model-server/model-server.ts';
import { writePicture } from './pictures.ts';
import { answerRecord, instanceRecord, writeDataset, writePredictions } from './records.ts';
import { pictureOf, runEnded, type Answers } from './scoring.ts';

/** A project whose every role is served by a model server. */
export interface JudgedProject extends TestEngine {
  readonly dir: string;
  readonly server: ModelServer;
  /** Changes what is set about the one endpoint, or about scoring. */
  readonly set: (change: {
    readonly endpoint?: Partial<EndpointSettings>;
    readonly scoring?: Readonly<Record<string, unknown>>;
  }) => Promise<void>;
}

/** Prices by which a test can reckon: a thousand tokens cost a dollar. */
export const PRICES = { usdPerMTokIn: 1000, usdPerMTokOut: 1000 } as const;

/** The key of an instance. */
export const keyOf = (id: string) => `natural_science/chemistry/${id}`;

/**
 * Writes a dataset and answers with one picture each, all different: the reference's, the task's and
 * each answer's. @returns what to import
 */
export function writeJudgedAnswers(dir: string, answers: readonly Answers[]) {
  const ids = [...new Set(answers.flatMap((one) => one.ids))];
  const dataset = writeDataset(
    dir,
    ids.map((id) =>
      instanceRecord(id, {
        input: {
          content: 'Look at <image1> and draw it.',
          modal: { image1: `image/in-${id}.png` },
        },
        output: { content: 'Here it is: <image2>', modal: { image2: `image/out-${id}.png` } },
      }),
    ),
  );
  let seed = 0;
  for (const id of ids) {
    for (const name of [`in-${id}`, `out-${id}`]) {
      writePicture(
        join(dataset, 'natural_science', 'chemistry', 'image', `${name}.png`),
        ++seed,
        24,
      );
    }
  }
  const predictions = answers.map(({ model, ids: own }) => {
    for (const id of own) writePicture(pictureOf(dir, model, id), ++seed, 24);
    const records = own.map((id) =>
      answerRecord(id, {
        output: { content: `${model} draws ${id}: <image2>`, modal: { image2: `image/${id}.png` } },
      }),
    );
    return { model, path: writePredictions(dir, model, records) };
  });
  return { dataset, predictions };
}

/** Starts a server and a project; see {@link writeJudgedAnswers}. */
export async function startJudged(
  answers: readonly Answers[],
  options: ModelServerOptions & { readonly own?: Parameters<typeof startProject>[1] } = {},
): Promise<JudgedProject> {
  const dir = makeFolder();
  const request = writeJudgedAnswers(dir, answers);
  const server = await startModelServer(options);
  onTestFinished(() => server.close());
  const engine = await startProject(dir, options.own);
  await engine.importAll(request);
  await engine.indexed();
  const all = {
    endpoint: { baseUrl: server.baseUrl, model: 'model', ...PRICES } as Partial<EndpointSettings>,
    scoring: {} as Readonly<Record<string, unknown>>,
  };
  const project: JudgedProject = {
    ...engine,
    dir,
    server,
    async set({ endpoint, scoring }) {
      all.endpoint = { ...all.endpoint, ...endpoint };
      all.scoring = { ...all.scoring, ...scoring };
      const settings = { endpoints: { '*': all.endpoint }, scoring: all.scoring };
      await engine.api.call('settings.save', { settings } as MethodInput<'settings.save'>);
    },
  };
  await project.set({});
  return project;
}

/** Runs metrics and waits for the end, or for the pause that the run makes by itself. */
export async function judge(
  engine: Pick<TestEngine, 'api' | 'waitFor'>,
  request: MethodInput<'runs.start'> = { metrics: ['SC', 'coherence'] },
): Promise<Run> {
  const { runId } = await engine.api.call('runs.start', request);
  return await runStopped(engine, runId);
}

/** Waits until a run is over, or has paused itself. */
export async function runStopped(
  engine: Pick<TestEngine, 'api' | 'waitFor'>,
  runId: number,
): Promise<Run> {
  const paused = engine.waitFor(
    'run.progress',
    ({ id, state, error }) => id === runId && state === 'paused' && error !== undefined,
  );
  await Promise.race([runEnded(engine, runId), paused]);
  return (await engine.api.call('runs.get', { runId })).run;
}

/** The computed figures of one response. */
export async function computedScores(
  { api }: Pick<TestEngine, 'api'>,
  id: string,
  model = 'Alpha',
): Promise<Score[]> {
  const { instance } = await api.call('instances.get', { key: keyOf(id), models: [model] });
  return (instance.responses[0]?.scores ?? []).filter(({ source }) => source.kind === 'computed');
}

/** One judgement of a response. */
export async function judgementOf(
  { api }: Pick<TestEngine, 'api'>,
  id: string,
  metric: Judgement['metric'] = 'SC',
  model = 'Alpha',
): Promise<Judgement> {
  const { judgements } = await api.call('judgements.get', { key: keyOf(id), model });
  const found = judgements.find((one) => one.metric === metric);
  if (found === undefined) throw new Error(`there is no ${metric} of ${id}`);
  return found;
}

/** What was ever asked, in the order in which it was kept. */
export function listCalls(projectDir: string) {
  const db = new Database(projectFile(projectDir), { readonly: true });
  try {
    return db
      .prepare('SELECT id, call_key, role, reply, failure, cost_usd FROM calls ORDER BY id')
      .all() as {
      id: number;
      call_key: string;
      role: string;
      reply: string | null;
      failure: string | null;
      cost_usd: number;
    }[];
  } finally {
    db.close();
  }
}
