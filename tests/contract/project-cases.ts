// Cases of projects and of what is read into them; part of `cases.ts`.
import { join } from 'node:path';
import { expect } from 'vitest';
import { importAll, type Cases } from './world.ts';

export const PROJECT_CASES = {
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
} satisfies Cases;
