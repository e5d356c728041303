// Runs as a process of its own, so that its memory is that of an import and a run of the agent.
import { openBenchEngine } from '../engine/bench-engine.ts';
import { watchMemory } from '../watch-memory.ts';

export interface AgentTask {
  readonly project: string;
  readonly dataset: string;
  readonly baseUrl: string;
  readonly concurrency: number;
}

export interface AgentTimes {
  /** As the run counts them: from its first question to its last item. */
  readonly seconds: number;
  readonly passed: number;
  readonly meanSts: number;
  readonly peakMb: number;
  /** Seconds of processor time over the run, all threads together. */
  readonly cpuSeconds: number;
}

process.once('message', (message) => {
  const task = message as AgentTask; // sent by bench.ts
  void perform(task).then((times) => process.send?.(times, () => process.disconnect()));
});

async function perform({ project, dataset, baseUrl, concurrency }: AgentTask): Promise<AgentTimes> {
  const peak = watchMemory();
  const { api, waitFor, close } = openBenchEngine(project);
  try {
    await api.call('project.create', { dir: project, name: 'Bench' });
    const imported = waitFor('import.progress', ({ phase }) => phase === 'done');
    const indexed = waitFor('search.progress', ({ pending }) => pending === 0);
    await api.call('import.start', { dataset, predictions: [] });
    await imported;
    await indexed;
    const over = waitFor('agent.progress', ({ state }) => state === 'done');
    const before = process.cpuUsage();
    const { runId } = await api.call('agent.start', {
      concurrency,
      endpoints: { '*': { baseUrl, model: 'model', concurrency } },
    });
    await over;
    const { user, system } = process.cpuUsage(before);
    const cpuSeconds = (user + system) / 1e6;
    const { run } = await api.call('agent.get', { runId });
    const { rows } = await api.call('instances.page', {
      filter: {},
      sort: { by: 'key', descending: false },
      models: [run.model],
      offset: 0,
      limit: 500,
    });
    const scores = rows.flatMap(({ responses }) => responses[0]?.scores['StS'] ?? 0);
    const meanSts = scores.reduce((sum, one) => sum + one, 0) / scores.length;
    const { seconds, totals } = run;
    return { seconds, passed: totals.passed, meanSts, peakMb: peak(), cpuSeconds };
  } finally {
    await close();
  }
}
