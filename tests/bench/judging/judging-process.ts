// Runs as a process of its own, so that its memory is that of what it does: imports, or judges one
// model's answers while it is asked what the app asks.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../../../shared/api/client.ts';
import { openBenchEngine } from '../engine/bench-engine.ts';
import { MODELS } from '../engine/synthetic.ts';
import { watchMemory } from '../watch-memory.ts';

export type JudgingTask =
  | {
      readonly kind: 'import';
      readonly project: string;
      readonly datasets: readonly string[];
      readonly predictions: readonly { readonly model: string; readonly path: string }[];
    }
  | {
      readonly kind: 'judge';
      readonly project: string;
      readonly model: string;
      readonly baseUrl: string;
      readonly concurrency: number;
    };

/** What was measured; an import measures nothing. */
export interface JudgedTimes {
  readonly calls: number;
  /** As the run counts them. */
  readonly seconds: number;
  /** Milliseconds of each question of the app. */
  readonly samples: readonly number[];
  readonly peakMb: number;
}

/** A person who never stops clicking: about five questions a second. */
const PAUSE_MS = 200;

process.once('message', (message) => {
  const task = message as JudgingTask; // sent by bench.ts
  void perform(task).then((times) => process.send?.(times, () => process.disconnect()));
});

async function perform(task: JudgingTask): Promise<JudgedTimes> {
  const peak = watchMemory();
  const engine = openBenchEngine(task.project);
  try {
    if (task.kind === 'judge') return { ...(await judge(engine, task)), peakMb: peak() };
    await engine.api.call('project.create', { dir: task.project, name: 'Bench' });
    for (const dataset of task.datasets) {
      const done = engine.waitFor('import.progress', ({ phase }) => phase === 'done');
      const indexed = engine.waitFor('search.progress', ({ pending }) => pending === 0);
      await engine.api.call('import.start', { dataset, predictions: [...task.predictions] });
      await done;
      await indexed;
    }
    return { calls: 0, seconds: 0, samples: [], peakMb: peak() };
  } finally {
    await engine.close();
  }
}

async function judge(
  { api, waitFor }: ReturnType<typeof openBenchEngine>,
  { project, model, baseUrl, concurrency }: Extract<JudgingTask, { kind: 'judge' }>,
): Promise<Omit<JudgedTimes, 'peakMb'>> {
  await api.call('project.open', { dir: project });
  for (const ask of QUESTIONS) await ask(api); // the app is open before a run is started
  let isOver = false;
  const over = waitFor('run.progress', ({ state }) => state === 'done').then(() => (isOver = true));
  const { runId } = await api.call('runs.start', {
    metrics: ['SC', 'coherence'],
    models: [model],
    endpoints: { '*': { baseUrl, model: 'model', concurrency } },
  });
  const samples: number[] = [];
  for (let at = 0; !isOver; at++) {
    const start = performance.now();
    await QUESTIONS[at % QUESTIONS.length]?.(api);
    samples.push(performance.now() - start);
    await sleep(PAUSE_MS);
  }
  await over;
  const { run } = await api.call('runs.get', { runId });
  return { calls: run.spending.calls, seconds: run.seconds, samples };
}

const models = [...MODELS];
const sort = { by: 'score', metric: 'StS', model: 'Alpha', descending: true } as const;
const filter = { facets: { field: ['natural_science'] } };
/** What the app asks while somebody looks at a table, an instance and the run. */
const QUESTIONS: readonly ((api: Api) => Promise<unknown>)[] = [
  (api) => api.call('instances.page', { filter, sort, models, offset: 0, limit: 100 }),
  (api) => api.call('instances.get', { key: 'natural_science/math/7', models }),
  (api) => api.call('instances.facets', { filter, models }),
  (api) => api.call('runs.list', {}),
  (api) => api.call('judgements.get', { key: 'natural_science/judged/j1', model: 'Writer' }),
];
