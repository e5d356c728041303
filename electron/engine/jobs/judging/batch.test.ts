import { expect, test } from 'vitest';
import { startEngine } from '../../../../tests/builders/engine.ts';
import { listCalls, runStopped, startJudged } from '../../../../tests/builders/judging.ts';

// Questions are gathered for some seconds before a batch is sent, so this takes a while.
test('a run by batches goes on after a restart, and asks nothing twice', async () => {
  const project = await startJudged([{ model: 'Alpha', ids: ['1', '2'] }]);
  await project.set({ endpoint: { useBatch: true } });
  const { server, projectDir } = project;
  server.batches.hold();
  const { runId } = await project.api.call('runs.start', { metrics: ['SC'] });
  while (server.batches.statuses().length === 0) await new Promise((next) => setTimeout(next, 50));

  await project.close(); // does not wait for an answer that takes hours
  server.batches.release();
  const engine = startEngine(project.dir);
  await engine.api.call('project.open', { dir: projectDir });
  const found = (await engine.api.call('runs.get', { runId })).run;
  await engine.api.call('runs.resume', { runId });
  const run = await runStopped(engine, runId);

  expect(found).toMatchObject({ state: 'paused', totals: { done: 0 } });
  expect(run).toMatchObject({ state: 'done', totals: { scored: 2, unscored: {} } });
  // six pictures and two judgements; the first question of a kind goes alone, to see what is taken
  expect(listCalls(projectDir)).toHaveLength(8);
  expect(server.counts()).toMatchObject({ requests: 8, paid: 8, batches: 2 });
}, 120_000);
