import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

const STEPS = 200;
const MOST_GROWTH_BYTES = 60 * 1024 * 1024;

interface Counters {
  objectUrls: number;
  contexts: number;
}

/** Counts what a page must give back: object URLs and WebGL contexts that were not lost. */
function instrument(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const live: Counters = { objectUrls: 0, contexts: 0 };
    Object.assign(window, { live });
    const create = URL.createObjectURL.bind(URL);
    const revoke = URL.revokeObjectURL.bind(URL);
    const urls = new Set<string>();
    URL.createObjectURL = (source: Blob | MediaSource) => {
      const url = create(source);
      urls.add(url);
      live.objectUrls = urls.size;
      return url;
    };
    URL.revokeObjectURL = (url: string) => {
      urls.delete(url);
      live.objectUrls = urls.size;
      revoke(url);
    };
    const known = new WeakSet<object>();
    const count = (context: RenderingContext | OffscreenRenderingContext | null, kind: string) => {
      if (context === null || !kind.startsWith('webgl') || known.has(context)) return;
      known.add(context);
      live.contexts += 1;
      context.canvas.addEventListener('webglcontextlost', () => (live.contexts -= 1), {
        once: true,
      });
    };
    for (const type of [HTMLCanvasElement, OffscreenCanvas]) {
      const original = Object.getOwnPropertyDescriptor(type.prototype, 'getContext')?.value as (
        this: unknown,
        kind: string,
        options?: unknown,
      ) => RenderingContext | null;
      type.prototype.getContext = function (this: unknown, kind: string, options?: unknown) {
        const context = original.call(this, kind, options);
        count(context, kind);
        return context;
      } as never;
    }
  });
}

async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

test('two hundred instances leave no context, player or object URL behind', async ({
  page,
  app,
  welcome,
  instances,
  instance,
}) => {
  test.setTimeout(300_000);
  await instrument(page);
  await page.goto(app.url);
  await welcome.openDemo();
  const total = await instances.total();
  await instances.openFirst();
  let after20 = 0;
  for (let step = 1; step <= STEPS; step++) {
    const forward = Math.floor((step - 1) / (total - 1)) % 2 === 0;
    await instance.step(forward ? 'j' : 'k');
    if (step === 20) after20 = await heapBytes(page);
  }

  expect((await heapBytes(page)) - after20).toBeLessThan(MOST_GROWTH_BYTES);
  await instances.open();
  const live = await page.evaluate(() => (window as unknown as { live: Counters }).live);
  expect(live.contexts).toBeLessThanOrEqual(2);
  expect(live.objectUrls).toBe(0);
  await expect(page.locator('audio, video')).toHaveCount(0);
});
