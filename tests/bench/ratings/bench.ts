// Somebody at a spot-check of the demo, by keys alone: from the last rating of a response to the next.
import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { SpotCheckPage } from '../../e2e/pages/spot-check-page.ts';
import { startServer } from '../../e2e/support/server.ts';
import { launchChromium, paintedMs } from '../app/browser.ts';
import { percentile95, timeEach, type Bench } from '../figures.ts';

const UNITS = 34;
/** Somebody looks at what came before they rate it. */
const REST_MS = 500;
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
      const samples = await rateAll(page);
      return [
        {
          name: `Last rating to the next response painted, p95 of ${samples.length}`,
          value: percentile95(samples),
          unit: 'ms',
          bar: 120,
        },
        { name: 'The same, median', value: median(samples), unit: 'ms' },
      ];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

const median = (samples: readonly number[]) =>
  samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN;

/** Two ratings before the clock starts, the third and the step to the next with it. */
async function rateAll(page: Page): Promise<number[]> {
  const samples: number[] = [];
  for (let unit = 1; unit < UNITS; unit++) {
    await page.waitForTimeout(REST_MS);
    await timeEach(['4', '3'], async (key) => {
      const given = `document.querySelectorAll('main aside ol > li [class*="value"]').length`;
      await paintedMs(page, {
        act: `window.__given = ${given}; ${press(key)}`,
        done: `${given} > window.__given`,
      });
    });
    samples.push(
      await paintedMs(page, {
        act: `window.__place = ${PLACE}; ${press('5', 'j')}`,
        done: `${PLACE} !== undefined && ${PLACE} !== window.__place`,
      }),
    );
  }
  return samples;
}
