import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { build } from 'vite';
import type { CardSpec, Harness } from '../../../viewers/harness.tsx';
import { installInstruments, type Alive } from './instruments.ts';
import { startHarnessServer, type HarnessServer } from './server.ts';
import { makeBadModels } from './bad-models.ts';
import { makeBrokenMeshes } from './broken-meshes.ts';
import { makeDocuments } from './documents.ts';
import { makeLargeFiles } from './large-files.ts';
import { makePictures } from './pictures.ts';
import { makeTimedMedia } from './timed-media.ts';

const inRoot = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

/** The harness page as a spec drives it. */
export interface Viewers {
  readonly page: Page;
  readonly show: (specs: readonly CardSpec[], width?: number) => Promise<void>;
  /** Viewers joined by one link, without their cards. */
  readonly linked: (specs: readonly CardSpec[], width?: number) => Promise<void>;
  readonly compare: (specs: readonly CardSpec[]) => Promise<void>;
  readonly prose: (text: string) => Promise<void>;
  readonly clear: () => Promise<void>;
  readonly alive: () => Promise<Alive>;
  /** Requests that were made to any other host than the harness's own. */
  readonly foreignRequests: readonly string[];
  readonly errors: readonly string[];
}

interface WorkerFixtures {
  readonly server: HarnessServer;
}

export const test = base.extend<{ viewers: Viewers }, WorkerFixtures>({
  server: [
    async ({}, use) => {
      // a folder of its own: another run beside this one builds the page, too
      const outDir = await mkdtemp(join(tmpdir(), 'loupe-harness-'));
      await build({
        configFile: inRoot('tests/viewers/vite.config.ts'),
        build: { outDir },
      });
      const large = await makeLargeFiles();
      const broken = await makeBrokenMeshes();
      const pictures = await makePictures();
      const bad = await makeBadModels();
      const timed = await makeTimedMedia();
      const documents = await makeDocuments();
      const made = [documents, large, broken, pictures, timed, bad];
      const dirs = [inRoot('tests/fixtures/media'), ...made.map(({ dir }) => dir)];
      const server = await startHarnessServer(outDir, dirs);
      await use(server);
      await server.close();
      for (const { remove } of made) await remove();
      await rm(outDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  viewers: async ({ page, server }, use) => {
    const foreignRequests: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      const isOwn = /^(blob:|data:)/.test(request.url()) || request.url().startsWith(server.url);
      if (!isOwn) foreignRequests.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(installInstruments);
    await page.goto(server.url);
    await page.waitForFunction(() => 'harness' in window);
    await use({
      page,
      foreignRequests,
      errors,
      show: (specs, width) =>
        page.evaluate(
          ([cards, wide]) => (window as unknown as { harness: Harness }).harness.show(cards, wide),
          [specs, width] as const,
        ),
      linked: (specs, width) =>
        page.evaluate(([cards, wide]) => window.harness.linked(cards, wide), [
          specs,
          width,
        ] as const),
      compare: (specs) => page.evaluate((cards) => window.harness.compare(cards), specs),
      prose: (text) =>
        page.evaluate((source) => {
          (window as unknown as { harness: Harness }).harness.prose(source);
        }, text),
      clear: () =>
        page.evaluate(() => {
          (window as unknown as { harness: Harness }).harness.clear();
        }),
      alive: () => page.evaluate(() => window.alive()),
    });
  },
});

export { expect } from '@playwright/test';
