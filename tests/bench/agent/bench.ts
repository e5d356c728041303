// How fast the agent answers: the server is a process of its own that takes 100 ms for a reply or a
// picture, the engine another one.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawTasks, writeAgentDataset } from '../../builders/agent.ts';
import type { Bench } from '../figures.ts';
import type { AgentTask, AgentTimes } from './agent-process.ts';

const LATENCY_MS = 100;
const CONCURRENCY = 8;
const INSTANCES = 100;
/** A caption, four steps, a check and a picture, one after another. */
const STEPS = 7;
const IDEAL = (CONCURRENCY * 1000) / (STEPS * LATENCY_MS);

export const bench: Bench = {
  title: `UniMA, ${INSTANCES} instances, ${LATENCY_MS} ms a reply, ${CONCURRENCY} at a time`,
  async run() {
    const dir = mkdtempSync(join(tmpdir(), 'unim-loupe-bench-agent-'));
    const server = await startServer();
    try {
      const dataset = writeAgentDataset(dir, drawTasks(INSTANCES));
      const task = { project: join(dir, 'project'), dataset, baseUrl: server.baseUrl };
      const times = await ask({ ...task, concurrency: CONCURRENCY });
      const { seconds, peakMb, passed, meanSts, cpuSeconds } = times;
      const rate = INSTANCES / seconds;
      return [
        {
          name: `${INSTANCES} chains, share of the ideal rate`,
          value: rate / IDEAL,
          unit: 'x',
          atLeast: 0.85,
          note: `${rate.toFixed(2)} a second of ${IDEAL.toFixed(2)}`,
        },
        { name: 'Reports that passed', value: passed, unit: 'count', atLeast: INSTANCES },
        { name: 'StS, mean', value: meanSts, unit: 'x', atLeast: 1 },
        {
          name: 'Processor time of the run, all threads, the import of its answers among it',
          value: cpuSeconds,
          unit: 's',
        },
        { name: 'Memory of the process, at most', value: peakMb, unit: 'MB', bar: 500 },
      ];
    } finally {
      server.close();
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

/** Does it in a process of its own. */
async function ask(task: AgentTask): Promise<AgentTimes> {
  const child = fork(new URL('./agent-process.ts', import.meta.url), { stdio: 'inherit' });
  const result = new Promise<AgentTimes>((resolve, reject) => {
    child.once('message', (message) => resolve(message as AgentTimes)); // sent by agent-process.ts
    child.once('exit', (code) => reject(new Error(`the agent's process ended with ${code}`)));
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
