// One case a method, run over every link. tsc fails when the contract has a method without a case.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import type { MethodName } from '../../shared/api/contract.ts';
import { AGENT_CASES } from './agent-cases.ts';
import { ALIGNMENT_CASES } from './alignment-cases.ts';
import { ANALYSIS_CASES } from './analysis-cases.ts';
import { ANNOTATION_CASES } from './annotation-cases.ts';
import { INSTANCE_CASES } from './instance-cases.ts';
import { JUDGE_CASES } from './judge-cases.ts';
import { MEDIA_CASES } from './media-cases.ts';
import { NATIVE_CASES } from './native-cases.ts';
import { PROJECT_CASES } from './project-cases.ts';
import { QC_CASES } from './qc-cases.ts';
import { RATING_CASES } from './rating-cases.ts';
import { RUN_CASES } from './run-cases.ts';
import { SETTINGS_CASES } from './settings-cases.ts';
import { VIEW_CASES } from './view-cases.ts';
import type { Case } from './world.ts';

export const CASES = {
  'host.info': async ({ api }) => {
    const info = await api.call('host.info', {});

    expect(info.name).toBe('test');
    expect(info.capabilities.revealFile).toBe(true);
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

  'report.rows': async ({ api }) => {
    const { rows } = await api.call('report.rows', { groupBy: 'field' });

    const row = rows.find(
      ({ model, group, metric, mode }) =>
        model === 'Alpha' && group === 'social_science' && metric === 'StS' && mode === 'abs',
    );
    // expected 1 audio, found none: F1 = 0
    expect(row).toMatchObject({ mean: 0, n: 1, nUnscored: 0, tau: 1 });
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

  'export.place': async ({ api }) => {
    const place = await api.call('export.place', { name: 'gq.jsonl' });

    expect(basename(place.path)).toBe('gq.jsonl');
    await api.call('export.official', { as: 'gq', model: 'Alpha', path: place.path });
    expect(existsSync(place.path)).toBe(true);
    for (const name of ['../gq.jsonl', 'a/b', 'a\\b', '.hidden', '..', '', 'a\nb', 'c:d']) {
      await expect(api.call('export.place', { name }), name).rejects.toMatchObject({
        code: 'bad-input',
      });
    }
  },

  'export.drop': async ({ api }) => {
    const { token, path } = await api.call('export.place', { name: 'gq.jsonl' });
    await api.call('export.official', { as: 'gq', model: 'Alpha', path });

    expect(await api.call('export.drop', { token })).toEqual({});

    expect(existsSync(path)).toBe(false);
    expect(await api.call('export.drop', { token })).toEqual({});
  },

  'export.bundle': async ({ api, dir }) => {
    const path = join(dir, 'bundle');

    const written = await api.call('export.bundle', { models: ['Alpha'], title: 'For Ada', path });

    expect(written).toMatchObject({ instances: 3, models: 1 });
    const manifest = readFileSync(join(path, 'bundle.json'), 'utf8');
    expect(JSON.parse(manifest)).toMatchObject({ format: 'unim-loupe-bundle', title: 'For Ada' });
    const elsewhere = { title: 'For Ada', path: dir };
    await expect(api.call('export.bundle', elsewhere)).rejects.toMatchObject({
      code: 'bad-input',
    });
  },

  'export.report': async ({ api, dir }) => {
    const path = join(dir, 'report.html');

    const written = await api.call('export.report', { as: 'html', title: 'For Ada', path });

    expect(written).toMatchObject({ instances: 3, examples: 0 });
    expect(readFileSync(path, 'utf8')).toContain('<h1>For Ada</h1>');
    await expect(
      api.call('export.report', { as: 'html', title: 'For Ada', path: dir }),
    ).rejects.toMatchObject({ code: 'bad-input' });
  },

  ...PROJECT_CASES,
  ...NATIVE_CASES,
  ...MEDIA_CASES,
  ...INSTANCE_CASES,
  ...RUN_CASES,
  ...JUDGE_CASES,
  ...SETTINGS_CASES,
  ...AGENT_CASES,
  ...ALIGNMENT_CASES,
  ...ANNOTATION_CASES,
  ...VIEW_CASES,
  ...ANALYSIS_CASES,
  ...RATING_CASES,
  ...QC_CASES,
} satisfies Record<MethodName, Case>;
