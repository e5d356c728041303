// Brushing the scatter in Chromium with the software renderer: from a move of the pointer until the points
// that are brushed stand out, with their number, and that has been painted.
import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { startServer } from '../../e2e/support/server.ts';
import { launchChromium, paintedMs } from '../app/browser.ts';
import { percentile95, type Figure } from '../figures.ts';

const MOVES = 40;
/** Continuous figures of nearly all instances. */
const METRIC = 'SC-lexical';
const PLOT = `document.querySelector('[aria-roledescription="scatter chart"]')`;
const BRUSHED = `${PLOT}.dataset.brushed`;

/** @param dir  the project; one that nobody else has open */
export async function measureBrush(dir: string): Promise<readonly Figure[]> {
  const built = new URL('../../../out/renderer/index.html', import.meta.url);
  if (!existsSync(built)) throw new Error('Cannot measure the brush: run "npm run build" first.');
  const server = await startServer({ project: dir });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.url}#/compare?models=Alpha,Beta&metric=${METRIC}`);
    const note = page.getByText(/instances with both figures/);
    await note.waitFor({ timeout: 60_000 });
    const points = /^[\d,]+/.exec((await note.textContent()) ?? '')?.[0] ?? '?';
    const cpu = await watchCpu(page);
    const samples = await drag(page);
    const cpuMs = await cpu();
    const total = await brushed(page);
    return [
      {
        name: `Brush over ${points} points painted, p95 of ${MOVES}`,
        value: percentile95(samples),
        unit: 'ms',
        bar: 100,
        note: `${total} brushed at the end`,
      },
      { name: 'The same, the slowest', value: Math.max(...samples), unit: 'ms' },
      { name: 'The same, CPU time of the page a move', value: cpuMs / MOVES, unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** From the lower left to the upper right of the square, so that in the end nearly all are brushed. */
async function drag(page: Page): Promise<number[]> {
  const plot = page.getByRole('application', { name: /from left to right/ });
  // all of it in view: what is out of view costs nothing to paint
  await plot.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await plot.boundingBox();
  if (box === null) throw new Error('Cannot measure the brush: the scatter is not drawn.');
  const at = (share: number) => ({
    x: box.x + 60 + share * (box.width - 130),
    y: box.y + box.height - 50 - share * (box.height - 120),
  });
  await page.mouse.move(at(0).x, at(0).y);
  await page.mouse.down();
  const samples: number[] = [];
  for (let move = 1; move <= MOVES; move++) {
    const { x, y } = at(move / MOVES);
    const event = `new PointerEvent('pointermove', { bubbles: true, clientX: ${x}, clientY: ${y}, pointerId: 1 })`;
    samples.push(
      await paintedMs(page, {
        act: `window.__before = ${BRUSHED}; ${PLOT}.dispatchEvent(${event});`,
        done: `${BRUSHED} !== window.__before`,
      }),
    );
  }
  await page.mouse.move(at(1).x, at(1).y);
  await page.mouse.up();
  return samples;
}

/** Starts the clock of the page's main thread. @returns milliseconds that it was busy since */
async function watchCpu(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busyMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const start = await busyMs();
  return async () => (await busyMs()) - start;
}

async function brushed(page: Page): Promise<string> {
  const heading = await page.getByRole('heading', { name: /brushed$/ }).textContent();
  return heading?.split(' ')[0] ?? '?';
}
