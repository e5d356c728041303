import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, CHROMIUM_PATH } from '../../e2e/support/chromium.ts';

const MARK = '__loupeDrawnAt';

/** Chromium as the tests use it: the system's, with the software renderer. */
export async function launchChromium(): Promise<Browser> {
  if (!existsSync(CHROMIUM_PATH))
    throw new Error(
      `Cannot measure the page: no Chromium is here. Install one. "${CHROMIUM_PATH}"`,
    );
  return chromium.launch({ executablePath: CHROMIUM_PATH, args: CHROMIUM_ARGS });
}

/** What the page is told to do, and how it is known to be done; both run in the page. */
export interface PaintedStep {
  /** Starts what is measured; the clock starts right before. */
  readonly act: string;
  /** Expression that is true once the page shows the result. */
  readonly done: string;
}

/**
 * Milliseconds from an act in the page until its result has been painted: the condition is looked at
 * on every frame, and the frame after the one that fulfils it has then been presented.
 *
 * @throws Error when the condition is not met within 20 s
 */
export async function paintedMs(page: Page, { act, done }: PaintedStep): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const start = performance.now();
    ${act}
    while (!(${done})) {
      if (performance.now() - start > 20_000) throw new Error('never came true: ' + ${JSON.stringify(done)});
      await new Promise((next) => requestAnimationFrame(next));
    }
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    return performance.now() - start;
  })()`);
}

/** Milliseconds from the navigation's start until `condition` first held on a frame that was drawn. */
export async function navigationMs(page: Page, url: string, condition: string): Promise<number> {
  await page.addInitScript({
    content: `{
      const look = () => {
        if (document.body !== null && (${condition}))
          requestAnimationFrame(() => setTimeout(() => (window.${MARK} = performance.now())));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }`,
  });
  await page.goto(url);
  for (;;) {
    const at = await page.evaluate<number | undefined>(`window.${MARK}`);
    if (at !== undefined) return at;
    await page.waitForTimeout(50);
  }
}

/** JavaScript heap after a collection, in MB of 2^20 bytes. */
export async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 2 ** 20;
}

export async function countElements(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}
