// The page on UniM-size data: first rows, heap, elements, and how long a change takes to be painted.
import type { Browser, Page } from '@playwright/test';
import { percentile95, type Figure } from '../figures.ts';
import { countElements, heapMb, navigationMs, paintedMs, type PaintedStep } from './browser.ts';
import { scrollThrough } from './scroll.ts';

const GRID = `document.querySelector('[role="grid"]')`;
/** What a person sees change: the address and the rows. Two questions may have the same first rows. */
const SEEN = `location.hash + [...document.querySelectorAll('[role="row"][data-index]')].map((row) => row.textContent).join()`;
const ROWS_ARE_THERE = `${GRID} !== null && document.querySelectorAll('[role="row"][data-index] [data-column]').length > 0`;
const SETTLED = `${GRID}?.getAttribute('aria-busy') !== 'true'`;

const SEARCHES = ['analysis', 'river', 'molecule bridge', 'the', '"of the"', 'sound wave', 'a*'];

export async function measureLarge(browser: Browser, url: string): Promise<readonly Figure[]> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
  });
  const first = await navigationMs(page, `${url}#/instances`, ROWS_ARE_THERE);
  await page.waitForTimeout(1500); // facets and the rest of the first screen
  const elements = await countElements(page);
  const searches = await measureSearches(page);
  const facets = await measureEach(page, facetSteps());
  const sorts = await measureEach(page, await sortSteps(page));
  const filters = await measureEach(page, FILTERS.map(filterStep));
  const scroll = await scrollThrough(page);
  const heap = await heapMb(page);
  await page.close();
  const other = (text: string) => ({ note: text });
  return [
    {
      name: 'First rows, from the start of navigation',
      value: first,
      unit: 'ms',
      bar: 1600,
      ...other('LLM Comparator 14,300; promptfoo 5,800'),
    },
    { name: 'Search painted, p95', value: percentile95(searches), unit: 'ms', bar: 300 },
    { name: 'Facet change painted, p95', value: percentile95(facets), unit: 'ms', bar: 300 },
    {
      name: 'Range, set or expression painted, p95',
      value: percentile95(filters),
      unit: 'ms',
      bar: 300,
    },
    {
      name: 'Longest blank row, table scrolled end to end',
      value: scroll.longestBlankMs,
      unit: 'ms',
      bar: 100,
    },
    {
      name: 'Most elements while scrolling',
      value: scroll.mostElements,
      unit: 'elements',
      bar: 3000,
    },
    { name: 'Sort painted, p95', value: percentile95(sorts), unit: 'ms', bar: 200 },
    { name: 'JavaScript heap after all that', value: heap, unit: 'MB', bar: 60 },
    { name: 'Elements on the screen', value: elements, unit: 'elements', bar: 2500 },
  ];
}

/** Addresses that narrow the table by what is brushed, clicked and typed over it. */
const FILTERS = [
  'mode=aWorse',
  'r=StS:Alpha:..0.5',
  'r=StS:Alpha:0.2..0.6,LeS:Beta:0.5..',
  'r=StS:Alpha:Beta:..-0.2',
  'expr=delta(%22LeS%22,%22A%22,%22B%22)+%3C+-0.2+and+output+has+audio',
  'mode=different',
  'mode=bWorse&field=natural_science',
  '',
];

const filterStep = (query: string): PaintedStep => ({
  act: `window.__before = ${SEEN}; location.hash = ${JSON.stringify(`#/instances?${query}`)};`,
  done: changed,
});

async function measureEach(page: Page, steps: readonly PaintedStep[]): Promise<number[]> {
  const samples: number[] = [];
  for (const step of steps) {
    samples.push(await paintedMs(page, step));
    await page.waitForTimeout(250);
  }
  return samples;
}

/** A table that waits for rows says that it is busy from the change of the address on. */
const changed = `window.__before !== ${SEEN} && ${SETTLED}`;

function measureSearches(page: Page): Promise<number[]> {
  // typed as a whole, so that one change of the table is measured, the box's own delay included
  const type = (text: string): PaintedStep => ({
    act: `
      window.__before = ${SEEN};
      const box = document.querySelector('[role="search"] input');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, ${JSON.stringify(text)});
      box.dispatchEvent(new Event('input', { bubbles: true }));`,
    done: changed,
  });
  return measureEach(page, [...SEARCHES, ''].map(type));
}

function facetSteps(): PaintedStep[] {
  const click = (index: number): PaintedStep => ({
    act: `
      window.__before = ${SEEN};
      document.querySelectorAll('input[type="checkbox"], [role="checkbox"]')[${index}].click();`,
    done: changed,
  });
  // the second field on, off; the third on, off: each shows other rows than before
  return [1, 1, 2, 2, 1, 1, 2, 2].map(click);
}

async function sortSteps(page: Page): Promise<PaintedStep[]> {
  const labels = await page.evaluate(
    () => document.querySelectorAll('[role="columnheader"] button').length,
  );
  const click = (index: number): PaintedStep => ({
    act: `
      window.__before = ${SEEN};
      document.querySelectorAll('[role="columnheader"] button')[${index}].click();`,
    done: changed,
  });
  return Array.from({ length: Math.min(labels, 8) }, (_, index) => click(index));
}
