// The page on the demo project: how soon it can be used, and stepping through its instances.
import type { Browser, Page } from '@playwright/test';
import { percentile95, type Figure } from '../figures.ts';
import { heapMb, navigationMs, paintedMs } from './browser.ts';

const STEPS = 200;
/** Between two presses of somebody who looks for something, and of somebody who looks at everything. */
const QUICK_MS = 60;
const REST_MS = 400;
const INTERACTIVE = `document.querySelectorAll('[role="row"][data-index] [data-column]').length > 0`;
const HEADING = `document.querySelector('main h1')?.textContent`;

export async function measureDemo(browser: Browser, url: string): Promise<readonly Figure[]> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
  });
  const load = await navigationMs(page, `${url}#/instances`, INTERACTIVE);
  const total = await page.evaluate(
    () => Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')) - 2,
  );
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('[role="row"][data-index="0"]')?.click(),
  );
  await page.waitForSelector('[data-column="task"]');
  await page.waitForTimeout(1000);
  const { samples, growth } = await stepThrough(page, total, STEPS, QUICK_MS);
  // the first walk ends near the front of the list: fewer steps than there are instances behind it
  const rested = await stepThrough(page, total, total - 6, REST_MS);
  await page.close();
  return [
    { name: 'Load of the page until it can be used', value: load, unit: 'ms', bar: 2000 },
    {
      name: `Next instance painted (text and layout), p95 of ${STEPS}`,
      value: percentile95(samples),
      unit: 'ms',
      bar: 120,
    },
    {
      name: 'The same behind a rest of 400 ms, all viewers built, median',
      value: median(rested.samples),
      unit: 'ms',
    },
    {
      name: 'The same behind a rest of 400 ms, all viewers built, p95',
      value: percentile95(rested.samples),
      unit: 'ms',
      note: 'leaving drawn media costs frames of the software renderer',
    },
    {
      name: `Heap grown over ${STEPS} instances, from the 20th on`,
      value: growth,
      unit: 'MB',
      bar: 60,
    },
  ];
}

function median(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN;
}

async function stepThrough(page: Page, total: number, steps: number, restMs: number) {
  const samples: number[] = [];
  let after20 = 0;
  for (let step = 1; step <= steps; step++) {
    const isForward = Math.floor((step - 1) / (total - 1)) % 2 === 0;
    samples.push(
      await paintedMs(page, {
        act: `
          window.__before = ${HEADING};
          window.dispatchEvent(new KeyboardEvent('keydown', { key: '${isForward ? 'j' : 'k'}', code: 'Key${isForward ? 'J' : 'K'}', bubbles: true, cancelable: true }));`,
        done: `${HEADING} !== window.__before && location.hash.includes(${HEADING})`,
      }),
    );
    await page.waitForTimeout(restMs);
    if (step === 20) after20 = await heapMb(page);
  }
  return { samples, growth: Math.max(0, (await heapMb(page)) - after20) };
}
