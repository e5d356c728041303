// One case a method, run over every link. tsc fails when the contract has a method without a case.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { MethodName } from '../../shared/api/contract.ts';
import type { MediaRef } from '../../shared/model/media.ts';
import type { Run } from '../../shared/model/run.ts';
import { startModelServer } from '../builders/model-server/model-server.ts';
import { writePicture } from '../builders/pictures.ts';
import { ALIGNMENT_CASES } from './alignment-cases.ts';
import { ANNOTATION_CASES } from './annotation-cases.ts';
import { KEYS } from './dataset.ts';
import { INSTANCE_CASES } from './instance-cases.ts';
import { JUDGE_CASES } from './judge-cases.ts';
import { importAll, type World } from './world.ts';

type Case = (world: World) => Promise<void>;

/** The file behind the first item of an instance's reference. */
export async function referenceMedia({ api }: World, key: string): Promise<MediaRef> {
  const { instance } = await api.call('instances.get', { key, models: [] });
  const media = instance.reference.items[0]?.media;
  if (media?.kind !== 'file') throw new Error(`the reference of ${key} has no file`);
  return media.ref;
}

export const CASES = {
  'host.info': async ({ api }) => {
    const info = await api.call('host.info', {});

    expect(info.name).toBe('test');
    expect(info.capabilities.revealFile).toBe(true);
  },

  'project.current': async ({ api, projectDir }) => {
    const { project } = await api.call('project.current', {});

    expect(project).toMatchObject({
      dir: projectDir,
      name: 'Contract',
      isDemo: false,
      isReadOnly: false,
      instances: 3,
      responses: 4,
      models: ['Alpha', 'Beta'],
      searchPending: 0,
    });
  },
  'project.recent': async ({ api, projectDir }) => {
    const { projects } = await api.call('project.recent', {});

    expect(projects).toContainEqual(
      expect.objectContaining({ dir: projectDir, name: 'Contract', exists: true }),
    );
  },
  'project.open': async ({ api, projectDir }) => {
    const { project } = await api.call('project.open', { dir: projectDir });

    expect(project.instances).toBe(3);
    await expect(api.call('project.open', { dir: join(projectDir, 'none') })).rejects.toMatchObject(
      {
        code: 'not-found',
      },
    );
  },
  'project.create': async ({ api, dir, reopen }) => {
    const { project } = await api.call('project.create', { dir: join(dir, 'new'), name: 'New' });

    expect(project).toMatchObject({ name: 'New', instances: 0, models: [] });
    await reopen();
  },
  'project.openDemo': async ({ api, reopen }) => {
    const { project } = await api.call('project.openDemo', {});

    expect(project.isDemo).toBe(true);
    await reopen();
  },
  'project.close': async ({ api, reopen }) => {
    await api.call('project.close', {});

    expect((await api.call('project.current', {})).project).toBeUndefined();
    await expect(api.call('models.list', {})).rejects.toMatchObject({ code: 'no-project' });
    await reopen();
  },

  'files.list': async ({ api, dir, projectDir }) => {
    const listing = await api.call('files.list', { dir });

    expect(listing.entries).toContainEqual({
      name: 'project',
      path: projectDir,
      kind: 'folder',
      isProject: true,
    });
    await expect(api.call('files.list', { dir: join(dir, 'none') })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  'files.reveal': async (world) => {
    const { id, name } = await referenceMedia(world, KEYS.physics);

    await world.api.call('files.reveal', { mediaId: id });

    expect(world.shown.at(-1)).toMatch(new RegExp(`${name}$`));
  },
  'files.openExternally': async (world) => {
    const { id, name } = await referenceMedia(world, KEYS.law);

    await world.api.call('files.openExternally', { mediaId: id });

    expect(world.shown.at(-1)).toMatch(new RegExp(`${name}$`));
  },

  'import.inspect': async ({ api, dataset }) => {
    const report = await api.call('import.inspect', { path: dataset });

    expect(report).toMatchObject({ kind: 'dataset', files: 3, records: 3 });
    expect(report.counts.byField).toEqual({
      general_area: 1,
      natural_science: 1,
      social_science: 1,
    });
  },
  'import.start': async (world) => {
    const report = await importAll(world.api, world);

    expect(report.instances).toBe(3);
    expect(report.progress.filesUnchanged).toBe(report.progress.filesTotal);
  },
  'import.progress': async ({ api }) => {
    const { progress } = await api.call('import.progress', {});

    expect(progress?.phase).toBe('done');
  },
  'import.cancel': async ({ api }) => {
    expect(await api.call('import.cancel', {})).toEqual({});
  },
  'import.report': async ({ api }) => {
    const { report } = await api.call('import.report', {});

    expect(report?.responses).toEqual({
      Alpha: { matched: 3, unmatched: 0 },
      Beta: { matched: 1, unmatched: 1 },
    });
  },

  'problems.page': async ({ api }) => {
    const { problems, total } = await api.call('problems.page', { offset: 0, limit: 100 });

    expect(total).toBe(problems.length);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'unmatched-response' }));
  },
  'models.list': async ({ api }) => {
    const { models } = await api.call('models.list', {});

    expect(models.map(({ name, responses }) => [name, responses])).toEqual([
      ['Alpha', 3],
      ['Beta', 1],
    ]);
  },
  'metrics.list': async ({ api }) => {
    const { metrics } = await api.call('metrics.list', {});

    expect(metrics.map(({ id }) => id)).toEqual(expect.arrayContaining(['StS', 'LeS']));
  },

  ...INSTANCE_CASES,

  'media.facts': async (world) => {
    const { id } = await referenceMedia(world, KEYS.physics);

    const facts = await world.api.call('media.facts', { mediaId: id });

    expect(facts).toMatchObject({ widthPx: 2, heightPx: 2 });
    await expect(world.api.call('media.facts', { mediaId: 'no~such' })).rejects.toThrow();
  },
  'media.defects': async (world) => {
    const { id } = await referenceMedia(world, KEYS.physics);
    // another file of the same opened folder: three sides of a tetrahedron
    const [root = '', place = ''] = id.split('~');
    const path = join(dirname(Buffer.from(place, 'base64url').toString()), 'open.obj');
    const text = 'v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\nf 1 3 2\nf 1 2 4\nf 1 4 3\n';
    writeFileSync(join(world.dataset, path), text);
    const mediaId = `${root}~${Buffer.from(path).toString('base64url')}`;

    const { kinds } = await world.api.call('media.defects', { mediaId });

    expect(kinds).toMatchObject([{ id: 'boundary-edges', total: 3, shown: 3 }]);
    // 3 lines × 6 numbers × 4 bytes, in base64
    expect(kinds[0]?.segments).toHaveLength(96);
    await expect(world.api.call('media.defects', { mediaId: id })).rejects.toMatchObject({
      code: 'unsupported',
    });
  },
  'media.peaks': async (world) => {
    const { id } = await referenceMedia(world, KEYS.law);

    const { peaks, durationMs } = await world.api.call('media.peaks', { mediaId: id, bins: 16 });

    expect(durationMs).toBeCloseTo(100, 0);
    expect(peaks).toHaveLength(16);
    expect(Math.max(...peaks)).toBeCloseTo(0.5, 1); // the tone's amplitude is 16,384 of 32,768
  },
  'media.spectrogram': async (world) => {
    const { id } = await referenceMedia(world, KEYS.law);

    const picture = await world.api.call('media.spectrogram', {
      mediaId: id,
      columns: 16,
      rows: 32,
    });

    expect(picture).toMatchObject({ columns: 16, rows: 32, scale: 'mel', coverage: 1 });
    expect(picture.durationMs).toBeCloseTo(100, 0);
    expect(Buffer.from(picture.levels, 'base64')).toHaveLength(512);
    expect(Math.max(...picture.peaks)).toBeCloseTo(0.5, 1);
  },

  'report.rows': async ({ api }) => {
    const { rows } = await api.call('report.rows', { groupBy: 'field' });

    const row = rows.find(
      ({ model, group, metric, mode }) =>
        model === 'Alpha' && group === 'social_science' && metric === 'StS' && mode === 'abs',
    );
    // expected 1 audio, found none: F1 = 0
    expect(row).toMatchObject({ mean: 0, n: 1, nUnscored: 0, tau: 1 });
  },

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

  'settings.get': async ({ api }) => {
    const endpoint = {
      baseUrl: 'http://127.0.0.1:9/v1',
      model: 'm',
      apiKeyEnv: 'CONTRACT_API_KEY',
    };
    await api.call('settings.save', {
      settings: { scoring: { sqcsEta: 0.5 }, endpoints: { judge: endpoint } },
    });

    const { settings, keys } = await api.call('settings.get', {});

    expect(settings.scoring).toMatchObject({ sqcsEta: 0.5, icsEta: 0.8, scale: 'fifths' });
    expect(settings.endpoints.judge).toMatchObject({ ...endpoint, concurrency: 8 });
    expect(keys).toEqual({ judge: { from: 'env', isThere: true } });
  },
  'settings.save': async ({ api }) => {
    const heard = Promise.withResolvers<undefined>();
    const off = api.on('settings.changed', () => heard.resolve(undefined));
    const save = (settings: object) => api.call('settings.save', { settings });

    // the stream of the HTTP link opens a little after it was asked for
    do await save({ scoring: { repeats: 3 } });
    while (!(await Promise.race([heard.promise.then(() => true), soon()])));

    off();
    expect((await api.call('settings.get', {})).settings).toMatchObject({
      scoring: { repeats: 3, sqcsEta: 0.7 },
      endpoints: {},
    });
    const withKey = { baseUrl: 'https://user:secret@example.org/v1', model: 'm' };
    await expect(save({ endpoints: { judge: withKey } })).rejects.toMatchObject({
      code: 'bad-input',
    });
  },
  'endpoints.test': async ({ api }) => {
    const server = await startModelServer();
    const settings = { baseUrl: server.baseUrl, model: 'm', apiKeyEnv: 'CONTRACT_API_KEY' };

    const { test } = await api.call('endpoints.test', { role: 'judge', settings });
    await server.close();

    expect(test.checks[0]).toMatchObject({ what: 'text', result: 'works' });
    expect(test.tokensIn).toBeGreaterThan(0);
  },
  'export.official': async ({ api, dir, dataset }) => {
    const path = join(dir, 'gq.jsonl');

    const exported = await api.call('export.official', { as: 'gq', model: 'Alpha', path });

    // answers of text alone have a record without scores
    expect(exported.records + exported.withoutFigures).toBe(3);
    expect(readFileSync(path, 'utf8').match(/"scores"/g)).toHaveLength(exported.records);
    const elsewhere = { as: 'gq', model: 'Alpha', path: dataset } as const;
    await expect(api.call('export.official', elsewhere)).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(
      api.call('export.official', { as: 'sc', model: 'Gamma', path }),
    ).rejects.toMatchObject({ code: 'not-found' });
  },
  'keys.list': async ({ api }) => {
    expect(await api.call('keys.list', {})).toEqual({
      environment: ['CONTRACT_API_KEY'],
      stored: ['In the store'],
      canStore: true,
    });
  },
  'keys.saveFromClipboard': async ({ api }) => {
    await api.call('keys.saveFromClipboard', { name: 'Of a colleague' });

    expect((await api.call('keys.list', {})).stored).toEqual(['In the store', 'Of a colleague']);
    await api.call('keys.remove', { name: 'Of a colleague' });
  },
  'keys.remove': async ({ api }) => {
    await api.call('keys.saveFromClipboard', { name: 'Another' });

    await api.call('keys.remove', { name: 'Another' });

    expect((await api.call('keys.list', {})).stored).toEqual(['In the store']);
    await expect(api.call('keys.remove', { name: 'Another' })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  ...JUDGE_CASES,
  ...ALIGNMENT_CASES,
  ...ANNOTATION_CASES,
} satisfies Record<MethodName, Case>;

/** @returns false after a while in which an event may have come */
const soon = () => new Promise<false>((resolve) => void setTimeout(() => resolve(false), 50));

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
