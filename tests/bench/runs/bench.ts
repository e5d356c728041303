// How quick the app answers while runs go on, in a project of UniM's size: while two workers score
// pictures, and while a run goes through 200,000 items whose outcomes are known.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import type { Api } from '../../../shared/api/client.ts';
import type { MethodInput } from '../../../shared/api/contract.ts';
import type { Run } from '../../../shared/model/run.ts';
import { createRandom } from '../../../shared/stats/random.ts';
import { openBenchEngine, type BenchEngine } from '../engine/bench-engine.ts';
import { makeSyntheticData, MODELS } from '../engine/synthetic.ts';
import { percentile95, type Bench, type Figure } from '../figures.ts';

const PICTURES = 240;
/** Of each who paints alone: so many that starting a worker counts for little. */
const PICTURES_ALONE = 600;
const SIZE_PX = 700;
const PAUSE_MS = 20;
const PAINTER = 'Painter';
/** Score as many pictures each, alone: with one worker and with two. */
const SOLO = 'Solo';
const DUO = 'Duo';
const PAINTERS = [
  { model: PAINTER, pictures: PICTURES },
  { model: SOLO, pictures: PICTURES_ALONE },
  { model: DUO, pictures: PICTURES_ALONE },
] as const;

export const bench: Bench = {
  title: 'Scoring runs, 31,026 instances × 4 models and one that paints',
  async run() {
    const data = makeSyntheticData();
    const dir = mkdtempSync(join(tmpdir(), 'unim-loupe-bench-runs-'));
    const engine = openBenchEngine(join(dir, 'project'));
    try {
      const predictions = [...data.predictions];
      for (const [at, { model, pictures }] of PAINTERS.entries()) {
        predictions.push({ model, path: await writePictures(join(dir, model), pictures, at) });
      }
      await importAll(engine, join(dir, 'project'), { dataset: data.dataset, predictions });
      return await measure(engine);
    } finally {
      await engine.close();
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

async function measure(engine: BenchEngine): Promise<Figure[]> {
  const { api } = engine;
  const others = { models: [...MODELS] };
  const plan = await timed(() => api.call('runs.plan', others));
  const one = await scoring(engine, { models: [PAINTER], metrics: ['GQ'], concurrency: 2 });
  const first = await scoring(engine, others);
  const second = await scoring(engine, others);
  const items = plan.result.plan.items;
  const solo = await paint(engine, SOLO, 1);
  const duo = await paint(engine, DUO, 2);
  return [
    p95('API while two workers score pictures', one.samples, 100),
    {
      name: 'Pictures a second, two workers',
      value: one.run.totals.scored / one.seconds,
      unit: 'count',
    },
    { name: `Plan of ${items} items`, value: plan.seconds, unit: 's' },
    { name: 'Run of these, equal files computed once', value: first.seconds, unit: 's' },
    p95('API meanwhile', first.samples, 100),
    { name: 'Run again, everything known', value: second.seconds, unit: 's' },
    p95('API meanwhile, again', second.samples, 100),
    {
      name: 'Two workers against one, as many pictures each',
      value: solo.seconds / duo.seconds,
      unit: 'x',
      atLeast: 1.7,
      note: `${solo.seconds.toFixed(1)} s and ${duo.seconds.toFixed(1)} s, start of the workers included`,
    },
  ];
}

/** Scores a painter's pictures with nothing else going on; all must get a figure. */
async function paint(engine: BenchEngine, model: string, concurrency: number): Promise<Run> {
  const request = { models: [model], metrics: ['GQ' as const], concurrency };
  const { run } = await scoring(engine, request, { isAsking: false });
  if (run.totals.scored === PICTURES_ALONE) return run;
  throw new Error(`only ${run.totals.scored} of ${PICTURES_ALONE} pictures have a figure`);
}

const p95 = (name: string, samples: readonly number[], bar: number): Figure => ({
  name: `${name}, p95 of ${samples.length}`,
  value: percentile95(samples),
  unit: 'ms',
  bar,
});

async function timed<T>(run: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const start = performance.now();
  const result = await run();
  return { result, seconds: (performance.now() - start) / 1000 };
}

/** Starts a run and, unless it is told not to, asks as the app does until it is over. */
async function scoring(
  engine: BenchEngine,
  request: MethodInput<'runs.start'>,
  { isAsking } = { isAsking: true },
) {
  const { api, waitFor } = engine;
  let isOver = false;
  const samples: number[] = [];
  const over = waitFor('run.progress', ({ state }) => state === 'done').then(() => (isOver = true));
  const { result, seconds } = await timed(async () => {
    const { runId } = await api.call('runs.start', request);
    for (let at = 0; isAsking && !isOver; at++) {
      const ask = QUESTIONS[at % QUESTIONS.length];
      const start = performance.now();
      await ask?.(api);
      samples.push(performance.now() - start);
      await sleep(PAUSE_MS);
    }
    await over;
    return (await api.call('runs.get', { runId })).run;
  });
  return { run: result satisfies Run, seconds, samples };
}

const models = [...MODELS];
const sort = { by: 'score', metric: 'StS', model: 'Alpha', descending: true } as const;
const filter = { facets: { field: ['natural_science'] } };
const QUESTIONS: readonly ((api: Api) => Promise<unknown>)[] = [
  (api) => api.call('instances.page', { filter, sort, models, offset: 0, limit: 100 }),
  (api) => api.call('instances.get', { key: 'natural_science/math/7', models }),
  (api) => api.call('instances.facets', { filter, models }),
  (api) => api.call('runs.list', {}),
];

async function importAll(
  { api, waitFor }: BenchEngine,
  dir: string,
  request: MethodInput<'import.start'>,
): Promise<void> {
  await api.call('project.create', { dir, name: 'Bench' });
  const indexed = waitFor('search.progress', ({ pending }) => pending === 0);
  const imported = waitFor('import.progress', ({ phase }) => phase === 'done');
  await api.call('import.start', request);
  await imported;
  await indexed;
}

/** Answers with a picture each, all different. @returns the folder */
async function writePictures(dir: string, pictures: number, seed: number): Promise<string> {
  mkdirSync(join(dir, 'image'), { recursive: true });
  const random = createRandom(11 + seed);
  const records: string[] = [];
  for (let id = 1; id <= pictures; id++) {
    const pixels = Buffer.from(
      Uint8Array.from({ length: SIZE_PX * SIZE_PX * 3 }, (_, at) => (at % 251) + random() * 5),
    );
    const raw = { width: SIZE_PX, height: SIZE_PX, channels: 3 } as const;
    const picture = await sharp(pixels, { raw }).png({ compressionLevel: 1 }).toBuffer();
    writeFileSync(join(dir, 'image', `${id}.png`), picture);
    const output = { modal: { image9: `image/${id}.png` }, content: '<image9>' };
    const head = { domain: 'natural_science', subdomain: 'math', id: String(id) };
    records.push(JSON.stringify({ ...head, output }));
  }
  writeFileSync(join(dir, 'answers.jsonl'), records.join('\n'));
  return dir;
}
