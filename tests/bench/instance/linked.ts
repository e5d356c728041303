// How soon what is linked follows: the zoom of a picture in the columns beside, and their scrolling.
import type { Browser, Page } from '@playwright/test';
import { paintedMs } from '../app/browser.ts';
import { percentile95, type Figure } from '../figures.ts';

const KEY = 'natural_science/chemistry/301';
const STEPS = 40;
const PICTURES = `[...document.querySelectorAll('main article[data-modality="image"] img')]`;
/** The columns of the responses that can be scrolled. */
const SCROLLERS = `[...document.querySelectorAll('main *')].filter((each) =>
  each.scrollHeight > each.clientHeight + 80 && getComputedStyle(each).overflowY === 'auto' &&
  each.querySelector('article') !== null && each.clientWidth > 100)`;

/** In the demo. */
export async function measureLinkedZoom(browser: Browser, url: string): Promise<Figure> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${url}#/instance/${KEY}`);
  await page.locator('main article[data-modality="image"] img').nth(3).waitFor();
  await page.waitForTimeout(2000);
  const value = percentile95(await measureEach(page, zoomStep));
  await page.close();
  return { name: `Linked zoom followed and painted, p95 of ${STEPS}`, value, unit: 'ms', bar: 50 };
}

/** @param key  of an instance whose columns are longer than the screen */
export async function measureLinkedScroll(
  browser: Browser,
  url: string,
  key: string,
): Promise<Figure> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${url}#/instance/${key}?link=1`);
  await page.locator('main article').nth(3).waitFor();
  await page.waitForTimeout(5000); // all viewers near are built
  // looking for them lays the page out; the one under the pointer leads
  const at = await page.evaluate<{ x: number; y: number }>(`(() => {
    window.__columns = ${SCROLLERS};
    const { x, y } = window.__columns.at(-1).getBoundingClientRect();
    return { x, y };
  })()`);
  await page.mouse.move(at.x + 40, at.y + 40);
  const samples = await measureEach(page, scrollStep);
  await page.close();
  const median = samples.toSorted((a, b) => a - b)[STEPS / 2] ?? Number.NaN;
  return {
    name: `Linked scroll followed and painted, p95 of ${STEPS}`,
    value: percentile95(samples),
    unit: 'ms',
    bar: 50,
    note: `median ${median.toFixed(0)} ms`,
  };
}

async function measureEach(
  page: Page,
  stepAt: (index: number) => { act: string; done: string },
): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < STEPS; index++) {
    samples.push(await paintedMs(page, stepAt(index)));
    await page.waitForTimeout(120);
  }
  return samples;
}

/** The wheel turns over the reference’s picture, and those of the models follow. */
const zoomStep = (index: number) => ({
  act: `
    window.__pictures = ${PICTURES};
    window.__before = window.__pictures.map((image) => image.style.transform);
    const pane = window.__pictures[1].parentElement;
    const { left, top } = pane.getBoundingClientRect();
    pane.dispatchEvent(new WheelEvent('wheel', { deltaY: ${index % 2 === 0 ? -12 : 9}, ctrlKey: true,
      clientX: left + 60, clientY: top + 40, cancelable: true, bubbles: true }));`,
  done: `window.__pictures.filter((image, at) => image.style.transform !== window.__before[at]).length > 1`,
});

const scrollStep = (index: number) => ({
  act: `
    window.__before = window.__columns.map((each) => each.scrollTop);
    window.__columns.at(-1).scrollTop += ${Math.floor(index / 4) % 2 === 0 ? 24 : -24};`,
  done: `window.__columns.filter((each, at) => each.scrollTop !== window.__before[at]).length > 1`,
});
