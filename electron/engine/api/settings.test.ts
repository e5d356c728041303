import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEngine, startProject } from '../../../tests/builders/engine.ts';
import { makeFolder } from '../../../tests/builders/folders.ts';

const ENDPOINT = { baseUrl: 'http://127.0.0.1:8000/v1', model: 'm' };

test('scores are read again when their settings changed, not when an endpoint did', async () => {
  const { api } = await startProject(makeFolder());
  const heard: string[] = [];
  api.on('settings.changed', () => heard.push('settings'));
  api.on('data.changed', () => heard.push('data'));

  await api.call('settings.save', { settings: { scoring: { sqcsEta: 0.5 } } });
  expect(heard).toEqual(['settings', 'data']);

  await api.call('settings.save', {
    settings: { scoring: { sqcsEta: 0.5 }, endpoints: { judge: ENDPOINT } },
  });
  expect(heard).toEqual(['settings', 'data', 'settings']);
});

test('settings stay with the project', async () => {
  const dir = makeFolder();
  const first = await startProject(dir);
  await first.api.call('settings.save', { settings: { endpoints: { '*': ENDPOINT } } });
  await first.close();

  const second = startEngine(dir);
  await second.api.call('project.open', { dir: second.projectDir });
  const { settings, keys } = await second.api.call('settings.get', {});

  expect(settings.endpoints['*']).toMatchObject(ENDPOINT);
  expect(keys).toEqual({ '*': { from: 'none', isThere: false } });
});

test("the project's weights of DOVER hold for a run that names none", async () => {
  const { api } = await startProject(makeFolder());
  const of = async (settings: { doverWeights?: string }) => {
    const { runId } = await api.call('runs.start', { metrics: ['GQ'], settings });
    const { run } = await api.call('runs.get', { runId });
    await api.call('runs.cancel', { runId });
    return run.settings.doverWeights;
  };

  await api.call('settings.save', { settings: { scoring: { doverWeights: '/project.onnx' } } });

  expect(await of({})).toBe('/project.onnx');
  expect(await of({ doverWeights: '/own.onnx' })).toBe('/own.onnx');
});

const isRoot = process.getuid?.() === 0;
test.skipIf(isRoot)('a project that can only be read keeps its settings', async () => {
  const dir = makeFolder();
  const first = await startProject(dir);
  await first.close();
  chmodSync(join(first.projectDir, 'loupe.sqlite'), 0o444);
  const { api, projectDir } = startEngine(dir);
  await api.call('project.open', { dir: projectDir });

  await expect(api.call('settings.save', { settings: {} })).rejects.toMatchObject({
    code: 'read-only',
  });
});

test('a host without keys says so, and what to do', async () => {
  const { api } = startEngine(makeFolder());

  expect(await api.call('keys.list', {})).toEqual({ environment: [], stored: [], canStore: false });
  await expect(api.call('keys.saveFromClipboard', { name: 'Mine' })).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('Set an environment variable') as string,
  });
});
