import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startEngine, type TestEngine } from '../../../../tests/builders/engine.ts';
import { listCalls, runStopped, startJudged } from '../../../../tests/builders/judging.ts';
import { Run } from '../../../../shared/model/run.ts';

const scoringProcess = new URL('../../../../tests/builders/scoring-process.ts', import.meta.url);
const IDS = Array.from({ length: 125 }, (_, at) => String(at + 1));
/** Two answers an instance, two questions an answer. */
const JUDGEMENTS = 500;
/** A picture of each task, each reference and each answer. */
const CAPTIONS = 500;

// Killed soon after the first answers, and in the middle of the judgements.
test.each([3, 700])(
  'killed after %i answers, a run of 500 judgements loses none and pays none twice',
  async (answers) => {
    const project = await startJudged(
      [
        { model: 'Alpha', ids: IDS },
        { model: 'Beta', ids: IDS },
      ],
      { latencyMs: 10 },
    );
    const { dir, projectDir, server } = project;
    await project.set({ endpoint: { concurrency: 16 } });
    await project.close();
    const request = JSON.stringify({ metrics: ['SC', 'coherence'] });
    const child = fork(scoringProcess, [projectDir, `${dir}/other-app`, request]);
    for (;;) {
      const [message] = (await once(child, 'message')) as [unknown];
      const { state, spending } = Run.parse(message);
      expect(state).not.toBe('done');
      if (spending.calls >= answers) break;
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    while (server.counts().inFlight > 0) await new Promise((next) => setImmediate(next));
    const before = listCalls(projectDir);
    const paidBefore = server.counts().paid;

    const engine = startEngine(dir);
    await engine.api.call('project.open', { dir: projectDir });
    const [found] = (await engine.api.call('runs.list', {})).runs;
    const runId = found?.id ?? 0;
    await engine.api.call('runs.resume', { runId });
    const ended = await runStopped(engine, runId);

    expect(found?.state).toBe('paused');
    expect(before.length).toBeGreaterThanOrEqual(answers);
    // what was on its way has been charged, and is perhaps not known here
    expect(paidBefore).toBeGreaterThanOrEqual(before.length);
    expect(ended).toMatchObject({
      state: 'done',
      totals: { planned: JUDGEMENTS, done: JUDGEMENTS, unscored: {} },
      spending: { calls: CAPTIONS + JUDGEMENTS, failed: 0 },
    });
    const after = listCalls(projectDir);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toHaveLength(CAPTIONS + JUDGEMENTS);
    expect(new Set(after.map((call) => call.call_key)).size).toBe(CAPTIONS + JUDGEMENTS);
    const { paid, replayed } = server.counts();
    expect(paid).toBe(CAPTIONS + JUDGEMENTS);
    expect(replayed).toBe(paidBefore - before.length);
    expect(await countScores(engine)).toEqual({ SC: 250, HC: 250, SH: 250 });
  },
  300_000,
);

/** How many responses have a figure, by metric. */
async function countScores({ api }: Pick<TestEngine, 'api'>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const metric of ['SC', 'HC', 'SH']) {
    const { rows } = await api.call('report.rows', {});
    counts[metric] = rows
      .filter((row) => row.metric === metric && row.mode === 'abs')
      .reduce((sum, { n }) => sum + n, 0);
  }
  return counts;
}
