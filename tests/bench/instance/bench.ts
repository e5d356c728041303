import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../e2e/support/server.ts';
import { launchChromium } from '../app/browser.ts';
import { openBenchEngine } from '../engine/bench-engine.ts';
import type { Bench } from '../figures.ts';
import { FORTY_KEYS, writeForty } from './forty.ts';
import { measureLinkedScroll, measureLinkedZoom } from './linked.ts';
import { measureWalk, type Walk } from './measure.ts';

const DEMO: Walk = {
  name: 'Demo',
  total: 34,
  steps: 16,
  soakSteps: 300,
};
const FORTY: Walk = {
  name: 'Forty items',
  total: FORTY_KEYS.length,
  steps: 16,
  soakSteps: 40,
};

export const bench: Bench = {
  title: 'One instance after another in Chromium: the demo, and forty items each',
  async run() {
    const built = new URL('../../../out/renderer/index.html', import.meta.url);
    if (!existsSync(built)) throw new Error('Cannot measure the page: run "npm run build" first.');
    const dir = mkdtempSync(join(tmpdir(), 'unim-loupe-bench-instance-'));
    const browser = await launchChromium();
    try {
      const project = join(dir, 'project');
      await importForty(dir, project);
      const figures = [];
      for (const [walk, options] of [
        [DEMO, { demo: true }],
        [FORTY, { project }],
      ] as const) {
        const server = await startServer(options);
        try {
          figures.push(...(await measureWalk(browser, server.url, walk)));
          figures.push(
            walk === DEMO
              ? await measureLinkedZoom(browser, server.url)
              : await measureLinkedScroll(browser, server.url, FORTY_KEYS[0] ?? ''),
          );
        } finally {
          await server.stop();
        }
      }
      return figures;
    } finally {
      await browser.close();
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

async function importForty(dir: string, project: string): Promise<void> {
  const data = writeForty(dir);
  const { api, close, waitFor } = openBenchEngine(project);
  await api.call('project.create', { dir: project, name: 'Forty items' });
  const indexed = waitFor('search.progress', ({ pending }) => pending === 0);
  await api.call('import.start', data);
  await indexed;
  await close();
}
