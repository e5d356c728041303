// How fast judgements are made and how quick the app is meanwhile, in a project of UniM's size: the
// server is a process of its own that takes 100 ms for a reply, the engine another one.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSyntheticData } from '../engine/synthetic.ts';
import { percentile95, type Bench, type Figure } from '../figures.ts';
import { writeJudgedData } from './data.ts';
import type { JudgedTimes, JudgingTask } from './judging-process.ts';

const LATENCY_MS = 100;
const CONCURRENCY = 16;
/** Responses; each is asked about twice. */
const RESPONSES = 1000;
/** Of these with a picture each, all different. */
const PICTURES = 250;

export const bench: Bench = {
  title: `Judging, ${LATENCY_MS} ms a reply, ${CONCURRENCY} at a time, 31,026 instances × 4 models beside it`,
  async run() {
    const dir = mkdtempSync(join(tmpdir(), 'unim-loupe-bench-judging-'));
    const server = await startServer();
    try {
      const data = makeSyntheticData();
      const judged = writeJudgedData(dir, { texts: RESPONSES, pictures: PICTURES });
      const project = join(dir, 'project');
      await ask({
        kind: 'import',
        project,
        datasets: [data.dataset, judged.dataset],
        predictions: [...data.predictions, ...judged.predictions],
      });
      const judging = {
        kind: 'judge',
        project,
        baseUrl: server.baseUrl,
        concurrency: CONCURRENCY,
      } as const;
      const texts = await ask({ ...judging, model: judged.textModel });
      const again = await ask({ ...judging, model: judged.textModel });
      const pictures = await ask({ ...judging, model: judged.pictureModel });
      return [...figuresOf(texts), ...againOf(again), ...captionsOf(pictures)];
    } finally {
      server.close();
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

/** A server that never waits for anything else would make so many a second. */
const IDEAL = (CONCURRENCY * 1000) / LATENCY_MS;

function figuresOf({ calls, seconds, samples, peakMb }: JudgedTimes): Figure[] {
  return [
    {
      name: `${calls} judgements, share of the ideal rate`,
      value: calls / seconds / IDEAL,
      unit: 'x',
      atLeast: 0.9,
      note: `${(calls / seconds).toFixed(1)} a second of ${IDEAL}`,
    },
    {
      name: `API meanwhile, p95 of ${samples.length}`,
      value: percentile95(samples),
      unit: 'ms',
      bar: 100,
    },
    { name: 'Memory of the process, at most', value: peakMb, unit: 'MB', bar: 500 },
  ];
}

const againOf = ({ calls, seconds }: JudgedTimes): Figure[] => [
  { name: `The same again, ${calls} calls`, value: seconds, unit: 's' },
];

/** Pictures are prepared by the workers, so how many a second depends on the cores. */
function captionsOf({ calls, seconds, samples, peakMb }: JudgedTimes): Figure[] {
  return [
    {
      name: `${calls} calls, captions of pictures among them, a second`,
      value: calls / seconds,
      unit: 'count',
    },
    { name: 'API meanwhile, p95', value: percentile95(samples), unit: 'ms', bar: 100 },
    { name: 'Memory of the process, workers included, at most', value: peakMb, unit: 'MB' },
  ];
}

/** Does one thing in a process of its own. */
async function ask(task: JudgingTask): Promise<JudgedTimes> {
  const child = fork(new URL('./judging-process.ts', import.meta.url), { stdio: 'inherit' });
  const result = new Promise<JudgedTimes>((resolve, reject) => {
    child.once('message', (message) => resolve(message as JudgedTimes)); // sent by judging-process.ts
    child.once('exit', (code) => reject(new Error(`the judging process ended with ${code}`)));
  });
  child.send(task);
  return await result;
}

async function startServer(): Promise<{ readonly baseUrl: string; readonly close: () => void }> {
  const script = fileURLToPath(new URL('../../builders/model-server/main.ts', import.meta.url));
  const child = spawn(process.execPath, [script, '--latency', String(LATENCY_MS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { baseUrl: line.toString().trim(), close: () => child.kill() };
}
