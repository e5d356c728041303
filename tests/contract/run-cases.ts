// Cases of runs and of what a judge said in them; part of `cases.ts`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Run } from '../../shared/model/run.ts';
import { startModelServer } from '../builders/model-server/model-server.ts';
import { writePicture } from '../builders/pictures.ts';
import { KEYS } from './dataset.ts';
import type { Cases, World } from './world.ts';

export const RUN_CASES = {
  'runs.plan': async ({ api }) => {
    const { plan } = await api.call('runs.plan', { models: ['Alpha'], metrics: ['GQ'] });

    // three texts, which a judge would rate, and the picture of physics
    expect(plan).toMatchObject({ items: 4, toScore: 1, cached: 0 });
    expect(plan.examples).toMatchObject([{ key: KEYS.physics, tag: 'image2', metric: 'GQ' }]);
    expect(plan.why.join('\n')).toContain('Text is rated by a judge');
  },
  'runs.start': async (world) => {
    const run = await runToEnd(world, await startGq(world));

    expect(run.state).toBe('done');
    expect(run.totals).toMatchObject({ planned: 4, done: 4 });
    const input = { key: KEYS.physics, models: ['Alpha'] };
    const { instance } = await world.api.call('instances.get', input);
    const score = instance.responses[0]?.scores.find(({ metric }) => metric === 'GQ');
    expect(score).toMatchObject({ tag: 'image2', source: { kind: 'computed' } });
  },
  'runs.pause': async (world) => {
    const runId = await startGq(world);

    expect(await world.api.call('runs.pause', { runId })).toEqual({});

    await world.api.call('runs.resume', { runId });
    await runToEnd(world, runId);
  },
  'runs.resume': async (world) => {
    const runId = await startGq(world);
    await world.api.call('runs.cancel', { runId });

    await world.api.call('runs.resume', { runId });

    const { totals } = await runToEnd(world, runId);
    expect(totals.done).toBe(totals.planned);
  },
  'runs.cancel': async (world) => {
    writePicture(answeredPicture(world), 1); // new bytes: they take a worker longer than the call
    const runId = await startGq(world);

    await world.api.call('runs.cancel', { runId });

    const { run } = await world.api.call('runs.get', { runId });
    expect(run.state).toBe('cancelled');
  },
  'runs.list': async (world) => {
    const runId = await startGq(world);
    await runToEnd(world, runId);

    const { runs } = await world.api.call('runs.list', {});

    expect(runs[0]?.id).toBe(runId);
    expect(runs).toEqual(runs.toSorted((a, b) => b.id - a.id));
  },
  'runs.get': async (world) => {
    writeFileSync(answeredPicture(world), '');
    const runId = await startGq(world);
    await runToEnd(world, runId);

    const { run, failures } = await world.api.call('runs.get', { runId });

    expect(run).toMatchObject({ metrics: ['GQ'], models: ['Alpha'], state: 'done' });
    expect(failures).toMatchObject([
      { code: 'media-broken', count: 1, canRetry: true, example: { key: KEYS.physics } },
    ]);
    await expect(world.api.call('runs.get', { runId: 999 })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  'runs.retry': async (world) => {
    writeFileSync(answeredPicture(world), '');
    const runId = await startGq(world);
    await runToEnd(world, runId);
    writePicture(answeredPicture(world), 2);

    const { retried } = await world.api.call('runs.retry', { runId, code: 'media-broken' });

    expect(retried).toBe(1);
    const { totals } = await runToEnd(world, runId);
    expect(totals).toMatchObject({ scored: 1, unscored: { 'not-run': 3 } });
  },

  'judgements.get': async (world) => {
    await judgeAlpha(world);

    const { judgements } = await world.api.call('judgements.get', ofAlpha);

    expect(judgements).toMatchObject([
      {
        metric: 'SC',
        captions: [{ side: 'task', tag: 'image1', source: 'captioner' }],
        calls: [{ role: 'judge', promptId: 'judge-sc' }],
        isStale: false,
        labels: [],
      },
    ]);
    expect(judgements[0]?.values['SC']).toBe((judgements[0]?.raws['score']?.[0] ?? 0) / 5);
    const other = { ...ofAlpha, model: 'Nobody' };
    await expect(world.api.call('judgements.get', other)).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  'judgements.label': async (world) => {
    const { api } = world;
    await judgeAlpha(world);
    const { judgements } = await api.call('judgements.get', ofAlpha);
    const id = judgements[0]?.id ?? '';

    const { labels } = await api.call('judgements.label', { id, verdict: 'agree', note: 'so' });

    expect(labels).toMatchObject([{ verdict: 'agree', note: 'so' }]);
    expect(await api.call('judgements.label', { id })).toEqual({ labels: [] });
  },
} satisfies Cases;

const answeredPicture = ({ dir }: World) =>
  join(dir, 'predictions', 'alpha', 'image', 'img_0001_02.png');

const ofAlpha = { key: KEYS.travel, model: 'Alpha' };

/** SC of one answer, by a model that is there as long as it takes. */
async function judgeAlpha(world: World): Promise<void> {
  const server = await startModelServer();
  try {
    const { runId } = await world.api.call('runs.start', {
      metrics: ['SC'],
      models: ['Alpha'],
      keys: [ofAlpha.key],
      endpoints: { '*': { baseUrl: server.baseUrl, model: 'model' } },
    });
    const { totals } = await runToEnd(world, runId);
    expect(totals).toMatchObject({ planned: 1, done: 1, unscored: {} });
  } finally {
    await server.close();
  }
}

/** GQ of the model whose one item is a picture. */
async function startGq({ api }: World): Promise<number> {
  const { runId } = await api.call('runs.start', { models: ['Alpha'], metrics: ['GQ'] });
  return runId;
}

/** Asks until it is over: a link's events may open later than the run ends. */
async function runToEnd({ api }: World, runId: number): Promise<Run> {
  for (;;) {
    const { run } = await api.call('runs.get', { runId });
    if (run.state !== 'planned' && run.state !== 'running' && run.state !== 'paused') return run;
    const heard = Promise.withResolvers<unknown>();
    const off = api.on('run.progress', heard.resolve);
    const soon = setTimeout(heard.resolve, 100);
    await heard.promise;
    clearTimeout(soon);
    off();
  }
}
