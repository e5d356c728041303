// Opening and leaving instances: text and layout, pictures near the view, and what is held meanwhile.
import type { Browser, Page } from '@playwright/test';
import { countLive, liveCounts } from '../../e2e/support/live-counts.ts';
import { heapMb, paintedMs } from '../app/browser.ts';
import { percentile95, type Figure } from '../figures.ts';

/** Somebody looks at what came; the software renderer has drawn it by then. */
const REST_MS = 1000;
const HEADING = `document.querySelector('main h1')?.textContent`;
const DRAWN = `${HEADING} !== window.__before && location.hash.includes(${HEADING})`;
/** All pictures and films of what can be seen show something. */
const POSTERS = `${DRAWN} && [...document.querySelectorAll('main article')].filter((card) => {
  const { top, bottom } = card.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && ['image', 'video'].includes(card.dataset.modality);
}).every((card) => {
  const shown = card.querySelector('img, video');
  return card.dataset.state !== 'file' || card.querySelector('[data-kind="bad"]') !== null ||
    (shown !== null && (shown instanceof HTMLImageElement ? shown.complete : shown.readyState >= 2));
})`;
const press = (key: 'j' | 'k') => `
  window.__before = ${HEADING};
  window.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', code: 'Key${key.toUpperCase()}', bubbles: true, cancelable: true }));`;

/** How many instances are stepped through, and how many of them are there. */
export interface Walk {
  readonly name: string;
  readonly total: number;
  readonly steps: number;
  /** Until heap, contexts and players are counted; the rest of the walk is quick. */
  readonly soakSteps: number;
}

export async function measureWalk(
  browser: Browser,
  url: string,
  { name, total, steps, soakSteps }: Walk,
): Promise<readonly Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await countLive(page);
  await page.goto(`${url}#/instances`);
  await page.locator('[role="row"][data-index="0"]').click();
  await page.waitForSelector('[data-column="task"]');
  await page.waitForTimeout(2000);
  const first = await walk(page, total, 0, steps);
  const again = await walk(page, total, steps * 2, steps);
  const soaked = await soak(page, total, steps * 4, soakSteps);
  await page.close();
  return [
    {
      name: `${name}: next one painted, p95 of ${steps}`,
      value: percentile95(again.painted),
      unit: 'ms',
      bar: 100,
    },
    {
      name: `${name}: its pictures and films in view, p95 of ${steps}`,
      value: percentile95(again.posters),
      unit: 'ms',
      bar: 500,
    },
    {
      name: `${name}: the same two on the first walk`,
      value: percentile95(first.painted),
      unit: 'ms',
      note: `${percentile95(first.posters).toFixed(0)} ms; the software renderer compiles its shaders`,
    },
    ...soaked.map((figure) => ({ ...figure, name: `${name}: ${figure.name}` })),
  ];
}

/** Every second step waits for the pictures too, so that looking for them does not slow the text. */
async function walk(page: Page, total: number, from: number, steps: number) {
  const painted: number[] = [];
  const posters: number[] = [];
  for (let step = from; step < from + steps * 2; step++) {
    const isPosterStep = step % 2 === 1;
    const done = isPosterStep ? POSTERS : DRAWN;
    const ms = await paintedMs(page, { act: press(keyAt(step, total)), done });
    (isPosterStep ? posters : painted).push(ms);
    await page.waitForTimeout(REST_MS);
  }
  return { painted, posters };
}

const keyAt = (step: number, total: number) =>
  Math.floor(step / (total - 1)) % 2 === 0 ? 'j' : 'k';

async function soak(page: Page, total: number, from: number, steps: number): Promise<Figure[]> {
  const before = await heapMb(page);
  let mostMedia = 0;
  for (let step = from; step < from + steps; step++) {
    await paintedMs(page, { act: press(keyAt(step, total)), done: DRAWN });
    if (step % 10 !== 0) continue;
    await page.waitForTimeout(REST_MS); // viewers are built
    mostMedia = Math.max(mostMedia, (await liveCounts(page)).media);
  }
  const growth = Math.max(0, (await heapMb(page)) - before);
  await page.evaluate(() => (location.hash = '#/instances'));
  await page.waitForSelector('[role="grid"]');
  await page.waitForTimeout(1000);
  const { contexts, media, objectUrls } = await liveCounts(page);
  return [
    { name: `heap grown over ${steps}`, value: growth, unit: 'MB', bar: 60 },
    { name: 'players at once, most', value: mostMedia, unit: 'count', bar: 12 },
    { name: 'players left behind', value: media, unit: 'count', bar: 0 },
    { name: 'object URLs left behind', value: objectUrls, unit: 'count', bar: 0 },
    { name: 'WebGL contexts', value: contexts, unit: 'count', bar: 2 },
  ];
}
