import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  agentStopped,
  drawTasks,
  readPredictionFile,
  startAgentProject,
  traceOf,
} from '../../../../tests/builders/agent.ts';
import { startEngine } from '../../../../tests/builders/engine.ts';
import { listCalls } from '../../../../tests/builders/judging.ts';
import { AgentRun } from '../../../../shared/model/agent.ts';

const agentProcess = new URL('../../../../tests/builders/agent-process.ts', import.meta.url);
const INSTANCES = 24;
/** A caption, four steps and a check each. */
const CALLS = 6 * INSTANCES;

test('killed in the middle, a run loses no answer, pays none twice, and ends as if nothing had been', async () => {
  const project = await startAgentProject(drawTasks(INSTANCES), { latencyMs: 10 });
  const { dir, projectDir, server } = project;
  await project.close();
  const endpoint = { baseUrl: server.baseUrl, model: 'model' };
  const request = JSON.stringify({ concurrency: 4, endpoints: { '*': endpoint } });
  const child = fork(agentProcess, [projectDir, join(dir, 'other-app'), request]);
  for (;;) {
    const [message] = (await once(child, 'message')) as [unknown];
    const { state, totals } = AgentRun.parse(message);
    expect(state).toBe('running');
    if (totals.done >= 5) break;
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
  while (server.counts().inFlight > 0) await new Promise((next) => setImmediate(next));
  const before = listCalls(projectDir);
  const paidBefore = server.counts().paid;

  const engine = startEngine(dir);
  await engine.api.call('project.open', { dir: projectDir });
  const [found] = (await engine.api.call('agent.list', {})).runs;
  const runId = found?.id ?? 0;
  const { items } = await engine.api.call('agent.items', { runId });
  const cut = items.find(({ state }) => state === 'waiting')?.key ?? '';
  const cutTrace = join(dirname(found?.file ?? ''), `predictions.traces/run-1/${traceName(cut)}`);
  // the last line is what a crash leaves half written
  appendFileSync(cutTrace, '{"kind":"end","node":"r1/que');
  await engine.api.call('agent.resume', { runId });
  const ended = await agentStopped(engine, runId);

  expect(found?.state).toBe('paused');
  expect(ended).toMatchObject({
    state: 'done',
    totals: { planned: INSTANCES, done: INSTANCES, passed: INSTANCES },
    spending: { failed: 0 },
  });
  expect(readPredictionFile(ended.file).size).toBe(INSTANCES);
  const after = listCalls(projectDir);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after).toHaveLength(CALLS);
  const { paid, replayed } = server.counts();
  expect(paid).toBe(CALLS);
  expect(replayed).toBe(paidBefore - before.length);
  // an item whose file was not yet written down is made again, at most one a chain
  expect(server.files.length).toBeGreaterThanOrEqual(INSTANCES);
  expect(server.files.length).toBeLessThanOrEqual(INSTANCES + 4);
  const records = await traceOf(engine, runId, cut.split('/').at(-1) ?? '');
  expect(readFileSync(cutTrace, 'utf8')).not.toContain('r1/que{');
  expect(records.at(-1)).toMatchObject({ kind: 'finish', verdict: 'passed' });
  const nodes = records.flatMap((one) => (one.kind === 'end' ? [one.node] : []));
  expect(new Set(nodes).size).toBe(nodes.length);
}, 120_000);

function traceName(key: string): string {
  const [field, subdomain, id = ''] = key.split('/');
  return `${field}/${subdomain}/${id.padStart(4, '0')}.jsonl`;
}
