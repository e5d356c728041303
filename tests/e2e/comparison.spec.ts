// A whole comparison with the keyboard alone, and what is taken out of the app from it.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

const KEY = 'natural_science/chemistry/301';
const MODELS = 'models=Aria-7B,Echo-Base';
const PNG = [0x89, 0x50, 0x4e, 0x47];

/** Goes on with Tab, as somebody without a mouse does, until the element has the focus. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let press = 0; press < 150; press++) {
    await page.keyboard.press('Tab');
    if (await element.evaluate((each) => each === document.activeElement)) return;
  }
  throw new Error('Tab does not come to it.');
}

test('from the table to the next instance, without a mouse', async ({
  page,
  app,
  welcome,
  instance,
  instances,
  eye,
}) => {
  test.setTimeout(180_000);
  await welcome.openDemo();
  expect(app.url).toContain('127.0.0.1');
  await instances.grid.waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await instance.drawn();
  while (instance.key() !== KEY) await instance.step('j');

  await page.keyboard.press('a');
  await expect(page.getByRole('group', { name: 'Aligned rows' })).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.locator('ins, del').first()).toBeVisible();
  await page.keyboard.press('a');
  await expect(instance.column('Aria-7B')).toBeVisible();

  const picture = instance.card('Aria-7B', 'image2');
  await tabTo(page, picture);
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(picture).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' }).first()).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0);

  await page.keyboard.press('f');
  await page.keyboard.press('t');
  await page.keyboard.type('artef');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.type('The half-equivalence point is right.');
  await page.keyboard.press('Control+Enter');
  const said = page.getByRole('region', { name: 'Annotations' });
  await expect(said).toContainText('Artefacts');
  await expect(said).toContainText('The half-equivalence point is right.');

  const figure = instance.scores().getByRole('button', { name: 'SQCS' });
  await tabTo(page, figure);
  const arithmetic = instance.scores().getByText(/· \(0\.7 \+ 0\.3 ·/);
  await expect(arithmetic.first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(arithmetic).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(arithmetic.first()).toBeVisible();
  await expect(
    instance.scores().getByRole('img', { name: /^Higher than .+ StS figures of Aria-7B$/ }),
  ).toBeVisible();

  await page.keyboard.press('e');
  await expect(eye.view()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(eye.view()).toBeHidden();
  expect(await instance.step('j')).not.toBe(KEY);
  await page.keyboard.press('Escape');
  await expect(instances.grid).toBeVisible();
});

test('the palette offers all that the sheet of keys names', async ({
  page,
  app,
  welcome,
  instance,
}) => {
  await welcome.openDemo();
  expect(app.url).toContain('127.0.0.1');
  await instance.open(KEY, MODELS);
  await instance.drawn();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Copy the comparison as a picture');
  // keys of viewers are about the item in focus, which the palette knows nothing of
  const named = await page
    .getByRole('dialog')
    .locator('section:not([data-viewer-keys]) dt')
    .allTextContents();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  const offered = await page.getByRole('option').allTextContents();

  const missing = named.filter(
    (label) => label !== 'Command palette' && !offered.some((text) => text.includes(label)),
  );
  expect(missing).toEqual([]);
});

test('the comparison is copied as a picture, in full, and nothing else is asked', async ({
  page,
  app,
  welcome,
  instance,
}) => {
  test.setTimeout(120_000);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await welcome.openDemo();
  await instance.open('general_area/architecture/1', MODELS);
  await instance.drawn();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await page.keyboard.press('y');
  await expect(page.getByText('Copied as a picture')).toBeVisible({ timeout: 60_000 });

  const { width, height, colours } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const blob = await item?.getType('image/png');
    if (blob === undefined) throw new Error('no picture on the clipboard');
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 4 * 17)
      seen.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
    return { width: bitmap.width, height: bitmap.height, colours: seen.size };
  });
  expect(width).toBeGreaterThan(2000); // two pixels a pixel
  expect(height).toBeGreaterThan(2000); // more than the window's 800 × 2
  expect(colours).toBeGreaterThan(1000); // models and textures; text alone has some hundred
  expect(new Set(asked)).toEqual(new Set([new URL(app.url).origin]));
  await expect(page.locator('[data-whole="frame"]')).toHaveCSS('overflow', 'visible');
  await expect(instance.card('Reference', 'threeD1').getByRole('toolbar')).toHaveCount(1);
});

test('where the clipboard refuses it, the picture is a file', async ({
  page,
  app,
  welcome,
  instance,
}) => {
  test.setTimeout(120_000);
  await welcome.openDemo();
  expect(app.url).toContain('127.0.0.1');
  await instance.open(KEY, MODELS);
  await instance.drawn();
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.keyboard.press('y');
  const file = await download;

  expect(file.suggestedFilename()).toBe('natural_science-chemistry-301.png');
  const bytes = await readFile(await file.path());
  expect([...bytes.subarray(0, 4)]).toEqual(PNG);
  await expect(page.getByText('saved as a file')).toBeVisible();
});

test('on paper there are the columns in full and the scores, and nothing of the frame', async ({
  page,
  app,
  welcome,
  instance,
}) => {
  await welcome.openDemo();
  expect(app.url).toContain('127.0.0.1');
  await instance.open('general_area/architecture/1', MODELS);
  await instance.drawn();
  const body = page.getByRole('group', { name: 'Reference, content' });
  const cut = () => body.evaluate((each) => each.scrollHeight - each.clientHeight);
  await expect.poll(cut).toBeGreaterThan(100);

  await page.emulateMedia({ media: 'print' });

  await expect.poll(cut).toBeLessThanOrEqual(0);
  await expect(page.locator('#root header').first()).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(instance.scores()).toBeVisible();
});
