import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../e2e/support/server.ts';
import { openBenchEngine } from '../engine/bench-engine.ts';
import { makeSyntheticData, type SyntheticData } from '../engine/synthetic.ts';
import type { Bench, Figure } from '../figures.ts';
import { launchChromium } from './browser.ts';
import { measureDemo } from './demo.ts';
import { measureLarge } from './large.ts';

export const bench: Bench = {
  title: 'Page in Chromium, 31,026 instances × 4 models and the demo',
  async run() {
    const built = new URL('../../../out/renderer/index.html', import.meta.url);
    if (!existsSync(built)) throw new Error('Cannot measure the page: run "npm run build" first.');
    const dir = mkdtempSync(join(tmpdir(), 'unim-loupe-bench-app-'));
    const browser = await launchChromium();
    try {
      const project = join(dir, 'project');
      await importAll(makeSyntheticData(), project);
      const served = async (
        options: { project?: string; demo?: boolean },
        measure: (url: string) => Promise<readonly Figure[]>,
      ) => {
        const server = await startServer(options);
        try {
          return await measure(server.url);
        } finally {
          await server.stop();
        }
      };
      return [
        ...(await served({ project }, (url) => measureLarge(browser, url))),
        ...(await served({ demo: true }, (url) => measureDemo(browser, url))),
      ];
    } finally {
      await browser.close();
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

/** A project with everything in it, its search index complete. */
async function importAll(data: SyntheticData, dir: string): Promise<void> {
  const { api, close, waitFor } = openBenchEngine(dir);
  await api.call('project.create', { dir, name: 'Bench' });
  const indexed = waitFor('search.progress', ({ pending }) => pending === 0);
  await api.call('import.start', {
    dataset: data.dataset,
    predictions: data.predictions.map((each) => ({ ...each })),
  });
  await indexed;
  await close();
}
