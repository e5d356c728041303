import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { countLive, liveCounts } from './support/live-counts.ts';

// three hundred are measured by `npm run bench -- instance`
const STEPS = 60;
const MOST_GROWTH_BYTES = 60 * 1024 * 1024;
const MOST_MEDIA = 12;

async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

test('sixty instances leave no context, player or object URL behind', async ({
  page,
  app,
  welcome,
  instances,
  instance,
}) => {
  test.setTimeout(300_000);
  await countLive(page);
  await page.goto(app.url);
  await welcome.openDemo();
  const total = await instances.total();
  await instances.openFirst();
  let after20 = 0;
  let mostMedia = 0;
  for (let step = 1; step <= STEPS; step++) {
    const forward = Math.floor((step - 1) / (total - 1)) % 2 === 0;
    await instance.step(forward ? 'j' : 'k');
    if (step === 20) after20 = await heapBytes(page);
    if (step % 10 === 0) mostMedia = Math.max(mostMedia, (await liveCounts(page)).media);
  }

  expect((await heapBytes(page)) - after20).toBeLessThan(MOST_GROWTH_BYTES);
  expect(mostMedia).toBeLessThanOrEqual(MOST_MEDIA);
  await instances.open();
  await expect
    .poll(async () => {
      const { objectUrls, media } = await liveCounts(page);
      return { objectUrls, media };
    })
    .toEqual({ objectUrls: 0, media: 0 }); // players go behind the paint
  expect((await liveCounts(page)).contexts).toBeLessThanOrEqual(2);
  await expect(page.locator('audio, video')).toHaveCount(0);
});
