import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { build } from 'vite';
import type { CardSpec, Harness } from '../../../viewers/harness.tsx';
import { installInstruments, type Alive } from './instruments.ts';
import { startHarnessServer, type HarnessServer } from './server.ts';
import { onceInRun } from '../../support/once-in-run.ts';
import { writeBadModels } from './bad-models.ts';
import { writeBrokenMeshes } from './broken-meshes.ts';
import { writeDocuments } from './documents.ts';
import { writeLargeFiles } from './large-files.ts';
import { writePictures } from './pictures.ts';
import { writeTimedMedia } from './timed-media.ts';

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

/** What no fixture holds: too large, or known by what made it. */
async function writeFiles(dir: string): Promise<void> {
  const writers = [
    ...[writeDocuments, writeLargeFiles, writeBrokenMeshes],
    ...[writePictures, writeBadModels, writeTimedMedia],
  ];
  for (const write of writers) await write(dir);
}

interface WorkerFixtures {
  readonly server: HarnessServer;
}

export const test = base.extend<{ viewers: Viewers }, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const page = await onceInRun('harness', (outDir) =>
        build({
          configFile: inRoot('tests/viewers/vite.config.ts'),
          build: { outDir, emptyOutDir: false },
        }),
      );
      const made = await onceInRun('viewed-files', writeFiles);
      const server = await startHarnessServer(page, [inRoot('tests/fixtures/media'), made]);
      await use(server);
      await server.close();
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
