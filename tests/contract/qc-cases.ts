// Cases of quality control; part of `cases.ts`.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import type { Api } from '../../shared/api/client.ts';
import { KEYS } from './dataset.ts';
import type { Cases } from './world.ts';

const key = KEYS.physics;
let nth = 0;

/** Everything looked through, and somebody new at work. */
async function begin(api: Api): Promise<string> {
  if ((await api.call('qc.overview', {})).overview.scan.status !== 'done') await scan(api);
  const { name } = await api.call('qc.join', { name: `Reviewer ${(nth += 1)}` });
  return name;
}

async function scan(api: Api): Promise<void> {
  const isDone = async () => (await api.call('qc.overview', {})).overview.scan.status === 'done';
  const done = Promise.withResolvers<undefined>();
  const off = api.on('qc.changed', () => {
    void isDone().then((is) => {
      if (is) done.resolve(undefined);
    });
  });
  await api.call('qc.scan', {});
  await done.promise;
  off();
}

async function look(api: Api, name: string, phase: 'review' | 'check' = 'review') {
  return (await api.call('qc.record', { key, name, phase })).record;
}

/** Reviewed by one name and checked by another, as often as it is asked for. */
async function accept(api: Api) {
  const [ann, bob] = [await begin(api), await begin(api)];
  const before = await look(api, ann);
  if (before.state !== 'open') {
    const again = { verdict: 'reopen', reason: 'Once more.', hash: before.hash } as const;
    await api.call('qc.say', { key, name: ann, phase: 'review', ...again });
  }
  const { hash } = await look(api, ann);
  await api.call('qc.say', { key, name: ann, phase: 'review', verdict: 'accept', hash });
  const shown = await look(api, bob, 'check');
  return {
    ...{ ann, bob, shown },
    said: await api.call('qc.say', {
      ...{ key, name: bob, phase: 'check', verdict: 'accept', hash: shown.hash },
    }),
  };
}

export const QC_CASES = {
  'qc.scan': async ({ api }) => {
    await scan(api);

    const { overview } = await api.call('qc.overview', {});
    expect(overview.scan).toMatchObject({ status: 'done', isOutdated: false, changedFiles: [] });
  },
  'qc.overview': async ({ api }) => {
    const name = await begin(api);

    const { overview } = await api.call('qc.overview', {});

    expect(overview.records).toBe(3);
    expect(overview.people).toContainEqual(
      expect.objectContaining({ name, reviewed: 0, checked: 0, decided: 0 }),
    );
  },
  'qc.join': async ({ api }) => {
    const name = await begin(api);

    await expect(api.call('qc.join', { name: name.toUpperCase() })).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(await api.call('qc.join', { name: name.toUpperCase(), isReturning: true })).toEqual({
      name,
    });
  },
  'qc.list': async ({ api }) => {
    const name = await begin(api);

    const all = await api.call('qc.list', { name, offset: 0, limit: 2 });

    expect(all.total).toBe(3);
    expect(all.rows).toHaveLength(2);
    const physics = { filter: { subdomain: 'physics' }, offset: 0, limit: 9 };
    expect((await api.call('qc.list', physics)).rows.map((row) => row.key)).toEqual([key]);
  },
  'qc.step': async ({ api }) => {
    await scan(api);
    const { rows } = await api.call('qc.list', { offset: 0, limit: 3 });
    const [first, second] = rows.map((row) => row.key);

    expect(await api.call('qc.step', { by: 'next' })).toEqual({ key: first, position: 0 });
    expect(await api.call('qc.step', { from: second, by: 'previous' })).toEqual({
      key: first,
      position: 0,
    });
    expect(await api.call('qc.step', { from: first, by: 'previous' })).toEqual({});
  },
  'qc.record': async ({ api, dataset }) => {
    const record = await look(api, await begin(api));

    expect(record.file.startsWith(dataset)).toBe(true);
    expect(readFileSync(record.file, 'utf8')).toContain(record.original);
    expect(record.preview.task.segments.length).toBeGreaterThan(0);
  },
  'qc.preview': async ({ api }) => {
    const { original } = await look(api, await begin(api));

    const broken = await api.call('qc.preview', { key, text: original.slice(0, -2) });
    const stray = await api.call('qc.preview', {
      ...{ key, text: original.replace(/"content": ?"/, (start) => `${start}<audio9> `) },
    });

    expect(broken.preview.problem).toContain('no JSON');
    expect(stray.preview.findings).toContainEqual(expect.objectContaining({ kind: 'quirk-19' }));
  },
  'qc.say': async ({ api }) => {
    const { ann, shown, said } = await accept(api);

    // who checks does not see what the reviewer said
    expect(shown).toMatchObject({ isTrailHidden: true });
    expect(shown.trail.filter((event) => event.name === ann && !event.isUndone)).not.toContainEqual(
      expect.objectContaining({ verdict: 'accept' }),
    );
    expect(said).toEqual({ state: 'accepted' });
  },
  'qc.undo': async ({ api }) => {
    const { ann, bob } = await accept(api);

    await expect(api.call('qc.undo', { name: ann })).rejects.toMatchObject({ code: 'bad-input' });
    expect(await api.call('qc.undo', { name: bob })).toEqual({ key });
    expect(await api.call('qc.undo', { name: ann })).toEqual({ key });
  },
  'qc.export': async ({ api, dir, dataset }) => {
    const { ann } = await accept(api);
    const path = join(dir, 'accepted');

    const written = await api.call('qc.export', { path });

    expect(written).toMatchObject({ files: 1, records: 1, revised: 0 });
    const { file, original } = await look(api, ann);
    expect(readFileSync(join(path, relative(dataset, file)), 'utf8')).toContain(original);
    const zip = join(dir, 'accepted.zip');
    await api.call('qc.export', { path: zip });
    const first = readFileSync(zip);
    expect(first.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
    await api.call('qc.export', { path: zip });
    expect(readFileSync(zip).equals(first)).toBe(true);
    await expect(api.call('qc.export', { path: dataset })).rejects.toMatchObject({
      code: 'bad-input',
    });
  },
} satisfies Cases;
