// Somebody at a spot-check of the demo, by keys alone: from the last rating of a response to the next.
import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { SpotCheckPage } from '../../e2e/pages/spot-check-page.ts';
import { startServer } from '../../e2e/support/server.ts';
import { launchChromium, paintedMs } from '../app/browser.ts';
import { percentile95, timeEach, type Bench } from '../figures.ts';

const UNITS = 34;
/** Somebody looks at what came before they rate it. */
const REST_MS = 1500;
const PLACE = `document.querySelector('main [data-position]')?.dataset.position`;
const press = (...keys: readonly string[]) =>
  keys
    .map(
      (key) =>
        `window.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', code: '${code(key)}', bubbles: true, cancelable: true }));`,
    )
    .join('\n');
const code = (key: string) => (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`);

export const bench: Bench = {
  title: `Rating ${UNITS} responses of the demo in Chromium, by keys`,
  async run() {
    const built = new URL('../../../out/renderer/index.html', import.meta.url);
    if (!existsSync(built)) throw new Error('Cannot measure the page: run "npm run build" first.');
    const server = await startServer({ demo: true });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(server.url);
      await page.waitForSelector('[role="row"][data-index]');
      const spotCheck = new SpotCheckPage(page);
      await spotCheck.draw({ size: UNITS });
      await spotCheck.begin('Ann');
      await spotCheck.shown(1);
      const { samples, busy } = await rateAll(page);
      return [
        {
          name: `Last rating to the next response painted, p95 of ${samples.length}`,
          value: percentile95(samples),
          unit: 'ms',
          bar: 120,
        },
        { name: 'The same, median', value: median(samples), unit: 'ms' },
        {
          name: 'CPU time of the page’s main thread for it, p95',
          value: percentile95(busy),
          unit: 'ms',
        },
      ];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

const median = (samples: readonly number[]) =>
  samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN;

/** Milliseconds that the page's main thread was busy so far, not those that others had the processor. */
async function watchCpu(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}

/** Two ratings before the clock starts, the third and the step to the next with it. */
async function rateAll(page: Page): Promise<{ samples: number[]; busy: number[] }> {
  const samples: number[] = [];
  const busy: number[] = [];
  const cpu = await watchCpu(page);
  for (let unit = 1; unit < UNITS; unit++) {
    await page.waitForTimeout(REST_MS);
    await timeEach(['4', '3'], async (key) => {
      const given = `document.querySelectorAll('main aside ol > li [class*="value"]').length`;
      await paintedMs(page, {
        act: `window.__given = ${given}; ${press(key)}`,
        done: `${given} > window.__given`,
      });
    });
    const before = await cpu();
    samples.push(
      await paintedMs(page, {
        act: `window.__place = ${PLACE}; ${press('5', 'j')}`,
        done: `${PLACE} !== undefined && ${PLACE} !== window.__place`,
      }),
    );
    busy.push((await cpu()) - before);
  }
  return { samples, busy };
}
