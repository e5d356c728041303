// Cases of the agent; part of `cases.ts`. A model server is there as long as a run takes.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { AgentRun } from '../../shared/model/agent.ts';
import { makePicture } from '../builders/pictures.ts';
import { startModelServer } from '../builders/model-server/model-server.ts';
import { KEYS } from './dataset.ts';
import type { Cases, World } from './world.ts';

export const AGENT_CASES = {
  'agent.plan': async ({ api }) => {
    const endpoints = { judge: { baseUrl: 'http://127.0.0.1:9/v1', model: 'model' } };

    const { plan } = await api.call('agent.plan', { keys: [KEYS.law], endpoints });

    expect(plan).toMatchObject({ instances: 1, obstacles: [] });
    expect(plan.makers).toMatchObject([{ modality: 'audio', instances: 1, state: 'partly' }]);
    expect(plan.estimates.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['reasoner', 'checker']),
    );
  },
  'agent.start': async (world) => {
    const run = await runAgent(world);

    expect(run).toMatchObject({ state: 'done', model: 'UniMA', totals: { planned: 1, done: 1 } });
    expect(existsSync(run.file)).toBe(true);
    const { models } = await world.api.call('models.list', {});
    expect(models.map(({ name }) => name)).toContain('UniMA');
    await expect(
      world.api.call('agent.start', { endpoints: {}, keys: [KEYS.travel] }),
    ).rejects.toMatchObject({ code: 'unsupported' });
  },
  'agent.testCommand': async ({ api }) => {
    const png = JSON.stringify(makePicture(1, 8).toString('base64'));
    const writes = `require('fs').writeFileSync(process.argv[1], Buffer.from(${png}, 'base64'))`;
    const argv = [process.execPath, '-e', writes, '{out}', '{prompt}'];

    const { check } = await api.call('agent.testCommand', {
      ...{ kind: 'image', command: { argv, extension: 'png' } },
    });

    expect(check).toMatchObject({ what: 'make_image', result: 'works' });
  },
  'agent.pause': async (world) => {
    const run = await runAgent(world);

    expect(await world.api.call('agent.pause', { runId: run.id })).toEqual({});
    await expect(world.api.call('agent.pause', { runId: 999 })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  'agent.resume': async (world) => {
    await withServer(async (baseUrl) => {
      const runId = await startAgent(world, baseUrl);
      await world.api.call('agent.cancel', { runId });

      await world.api.call('agent.resume', { runId });

      expect((await agentEnded(world, runId)).totals.done).toBe(1);
    });
  },
  'agent.cancel': async (world) => {
    await withServer(async (baseUrl) => {
      const runId = await startAgent(world, baseUrl);

      await world.api.call('agent.cancel', { runId });

      const { run } = await world.api.call('agent.get', { runId });
      expect(run.state).toBe('cancelled');
    }, 1000);
  },
  'agent.list': async (world) => {
    const run = await runAgent(world);

    const { runs } = await world.api.call('agent.list', {});

    expect(runs[0]).toEqual(run);
  },
  'agent.get': async (world) => {
    const { id } = await runAgent(world);

    const { run, spending } = await world.api.call('agent.get', { runId: id });

    expect(run.spending.calls).toBe(spending.reduce((sum, one) => sum + one.calls, 0));
  },
  'agent.items': async (world) => {
    const { id } = await runAgent(world);

    const { items, total } = await world.api.call('agent.items', { runId: id });

    expect(total).toBe(1);
    expect(items).toMatchObject([{ key: KEYS.travel, state: 'done', attempts: 1, rounds: 1 }]);
  },
  'agent.trace': async (world) => {
    const { id } = await runAgent(world);
    const asked = { runId: id, key: KEYS.travel };

    const whole = await world.api.call('agent.trace', asked);
    const rest = await world.api.call('agent.trace', { ...asked, after: 2 });

    expect(whole).toMatchObject({ attempt: 1, attempts: 1, isLive: false, unreadable: 0 });
    expect(whole.records.at(0)).toMatchObject({ kind: 'start', key: KEYS.travel });
    expect(whole.records.at(-1)).toMatchObject({ kind: 'finish' });
    expect(rest.records).toEqual(whole.records.slice(3));
    await expect(world.api.call('agent.trace', { runId: id, key: KEYS.law })).rejects.toMatchObject(
      { code: 'not-found' },
    );
  },
  'agent.tracesOf': async (world) => {
    const { id } = await runAgent(world);

    const { traces } = await world.api.call('agent.tracesOf', { key: KEYS.travel });

    expect(traces[0]).toMatchObject({ runId: id, model: 'UniMA', item: { key: KEYS.travel } });
    expect(await world.api.call('agent.tracesOf', { key: 'a/b/c' })).toEqual({ traces: [] });
  },
  'agent.rerunFrom': async (world) => {
    await withServer(async (baseUrl) => {
      const runId = await startAgent(world, baseUrl);
      await agentEnded(world, runId);
      const asked = { runId, key: KEYS.travel };

      await expect(
        world.api.call('agent.rerunFrom', { ...asked, node: 'r9/report' }),
      ).rejects.toMatchObject({ code: 'not-found' });
      const { attempt } = await world.api.call('agent.rerunFrom', { ...asked, node: 'r1/report' });

      expect(attempt).toBe(2);
      expect(await agentEnded(world, runId)).toMatchObject({ totals: { done: 1 } });
      const { attempts } = await world.api.call('agent.trace', asked);
      expect(attempts).toBe(2);
    });
  },
} satisfies Cases;

async function withServer(act: (baseUrl: string) => Promise<void>, latencyMs = 0): Promise<void> {
  const server = await startModelServer({ latencyMs });
  try {
    await act(server.baseUrl);
  } finally {
    await server.close();
  }
}

/** Answers into the same file each time, so that it stays one model. */
async function startAgent({ api, dir }: World, baseUrl: string): Promise<number> {
  const { runId } = await api.call('agent.start', {
    keys: [KEYS.travel],
    model: 'UniMA',
    out: join(dir, 'agent', 'predictions.jsonl'),
    endpoints: { '*': { baseUrl, model: 'model' } },
  });
  return runId;
}

async function runAgent(world: World): Promise<AgentRun> {
  let run: AgentRun | undefined;
  await withServer(async (baseUrl) => {
    run = await agentEnded(world, await startAgent(world, baseUrl));
  });
  if (run === undefined) throw new Error('the run was not waited for');
  return run;
}

/** Asks until it is over: a link's events may open later than the run ends. */
async function agentEnded({ api }: World, runId: number): Promise<AgentRun> {
  for (;;) {
    const { run } = await api.call('agent.get', { runId });
    if (run.state !== 'running' && run.state !== 'paused') return run;
    const heard = Promise.withResolvers<unknown>();
    const off = api.on('agent.progress', heard.resolve);
    const soon = setTimeout(heard.resolve, 50);
    await heard.promise;
    clearTimeout(soon);
    off();
  }
}
