import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api } from '../../shared/api/client.ts';
import type { MethodName } from '../../shared/api/contract.ts';
import type { ImportProgress, ImportReport } from '../../shared/model/import.ts';
import { createTestKeys } from '../builders/keys.ts';
import { createEngine, createLog, type Engine } from '../../electron/engine/index.ts';
import { SAMPLES_DIR } from '../../electron/serving/surroundings.ts';
import { writeDataset, type DatasetPaths } from './dataset.ts';
import type { Link } from './links.ts';

/** A connected page, an engine with an imported project, and where everything lies. */
export interface World extends DatasetPaths {
  readonly api: Api;
  readonly link: Link;
  readonly dir: string;
  readonly projectDir: string;
  /** Files that the host was asked to show. */
  readonly shown: string[];
  /** Makes the imported project the open one again. */
  readonly reopen: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Sees that one method does what the contract says. */
export type Case = (world: World) => Promise<void>;
export type Cases = Partial<Record<MethodName, Case>>;

type Connect = (engine: Engine, pages: string) => Promise<Link>;

export async function createWorld(connect: Connect): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), 'contract-'));
  const paths = writeDataset(dir);
  const pages = join(dir, 'pages');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  const shown: string[] = [];
  const engine = createEngine({
    dataDir: join(dir, 'data'),
    samplesDir: SAMPLES_DIR,
    log: createLog('error'),
    clock: Date.now,
    checkOutput: true,
    keys: createTestKeys({ CONTRACT_API_KEY: 'a-key-of-the-contract' }, { 'In the store': 'k' }),
    shell: { reveal: (path) => void shown.push(path), open: (path) => void shown.push(path) },
    host: {
      name: 'test',
      version: '0.0.0',
      platform: process.platform,
      capabilities: {
        nativeDialogs: false,
        revealFile: true,
        openExternally: true,
        downloads: true,
      },
    },
  });
  const link = await connect(engine, pages);
  const { api } = link;
  const projectDir = join(dir, 'project');
  await api.call('project.create', { dir: projectDir, name: 'Contract' });
  await importAll(api, paths);
  return {
    ...paths,
    api,
    link,
    dir,
    projectDir,
    shown,
    reopen: async () => void (await api.call('project.open', { dir: projectDir })),
    close: async () => {
      await link.close();
      await engine.close();
      rmSync(dir, { recursive: true });
    },
  };
}

/** Imports the dataset and both models; resolves when the search index is complete too. */
export async function importAll(api: Api, paths: DatasetPaths): Promise<ImportReport> {
  const ended = Promise.withResolvers<ImportProgress>();
  const off = api.on('import.progress', (progress) => {
    if (['done', 'failed', 'cancelled'].includes(progress.phase)) ended.resolve(progress);
  });
  await api.call('import.start', { dataset: paths.dataset, predictions: paths.predictions });
  const progress = await ended.promise;
  off();
  if (progress.phase !== 'done') throw new Error(progress.error?.message ?? progress.phase);
  await searchComplete(api);
  const { report } = await api.call('import.report', {});
  if (report === undefined) throw new Error('there is no report');
  return report;
}

async function searchComplete(api: Api): Promise<void> {
  const complete = Promise.withResolvers<undefined>();
  const off = api.on('search.progress', ({ pending }) => {
    if (pending === 0) complete.resolve(undefined);
  });
  const { project } = await api.call('project.current', {});
  if (project?.searchPending === 0) complete.resolve(undefined);
  await complete.promise;
  off();
}
