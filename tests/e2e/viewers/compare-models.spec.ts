import type { Locator, Page } from '@playwright/test';
import type { CardSpec } from '../../viewers/harness.tsx';
import { expect, test } from './support/fixtures.ts';

const models = (...files: readonly string[]): CardSpec[] =>
  files.map((file, index) => ({ tag: `threeD${index + 1}`, modality: 'threeD', file }));

const tilesOf = (page: Page) => page.locator('canvas');

interface Look {
  /** Share of pixels on which anything is drawn. */
  readonly drawn: number;
  /** One character a pixel: is anything drawn there. */
  readonly mask: string;
  /** Mean colour of what is drawn. */
  readonly color: readonly [number, number, number];
}

const look = (canvas: Locator): Promise<Look> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    if (width === 0) return { drawn: 0, mask: '', color: [0, 0, 0] as const };
    const { data } = element.getContext('2d')!.getImageData(0, 0, width, height);
    const sums = [0, 0, 0];
    const mask: string[] = [];
    for (let at = 0; at < data.length; at += 4) {
      const isDrawn = (data[at + 3] ?? 0) > 127;
      mask.push(isDrawn ? '1' : '0');
      if (isDrawn) for (let k = 0; k < 3; k++) sums[k] = (sums[k] ?? 0) + (data[at + k] ?? 0);
    }
    const drawn = mask.filter((pixel) => pixel === '1').length;
    const mean = (k: number) => Math.round((sums[k] ?? 0) / Math.max(1, drawn));
    return { drawn: drawn / mask.length, mask: mask.join(''), color: [mean(0), mean(1), mean(2)] };
  });

const differing = (one: string, other: string): number =>
  [...one].filter((pixel, i) => pixel !== other[i]).length / one.length;

async function expectDrawn(canvases: Locator, count: number): Promise<void> {
  await expect(canvases).toHaveCount(count);
  for (let index = 0; index < count; index++) {
    await expect.poll(async () => (await look(canvases.nth(index))).drawn).toBeGreaterThan(0.02);
  }
}

test('linked models turn together, whatever their size, and are drawn in the same frame', async ({
  viewers,
}) => {
  const { page, linked } = viewers;
  await linked(models('cube.off', 'ball-3.obj', 'broken.obj'));
  await expectDrawn(tilesOf(page), 3);

  const turned = await page.evaluate(async () => {
    let told = 0;
    window.link?.hear('camera', {}, () => told++);
    const all = [...document.querySelectorAll('canvas')];
    const pictures = () => all.map((canvas) => canvas.toDataURL());
    const before = pictures();
    const began = performance.now();
    const event = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true });
    all[0]!.dispatchEvent(event);
    // ours comes behind the frame that was asked for by the turn
    await new Promise((next) => requestAnimationFrame(next));
    const tookMs = performance.now() - began;
    const after = pictures();
    return { told, tookMs, changed: after.map((now, index) => now !== before[index]) };
  });

  expect(turned.told).toBe(1); // nobody told on what was heard
  expect(turned.changed[0]).toBe(true);
  expect(turned.changed[2]).toBe(true);
  test.info().annotations.push({ type: 'linked turn, ms', description: `${turned.tookMs}` });
  expect(viewers.errors).toEqual([]);
});

test('compared models of any size look alike when each is fitted, and not at the same scale', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  await compare(models('ball.obj', 'ball-3.obj'));
  const tiles = tilesOf(page);
  await expectDrawn(tiles, 2);
  await tiles.nth(0).focus();
  for (const key of ['ArrowRight', 'ArrowUp', '+']) await page.keyboard.press(key);
  await expect
    .poll(async () => {
      const [one, other] = [await look(tiles.nth(0)), await look(tiles.nth(1))];
      return differing(one.mask, other.mask);
    })
    .toBeLessThan(0.002);
  const near = await look(tiles.nth(0));
  await page.keyboard.press('0');
  await expect.poll(async () => (await look(tiles.nth(0))).drawn).toBeLessThan(near.drawn * 0.95);
  const fitted = await look(tiles.nth(0));

  await page.keyboard.press('s');

  await expect(page.getByRole('button', { name: /Same scale/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  // a third of the radius is a ninth of the area, a little less for its own perspective
  await expect.poll(async () => (await look(tiles.nth(0))).drawn / fitted.drawn).toBeLessThan(0.13);
  expect((await look(tiles.nth(0))).drawn / fitted.drawn).toBeGreaterThan(0.08);
  expect((await look(tiles.nth(1))).drawn / fitted.drawn).toBeCloseTo(1, 1);
  expect(viewers.errors).toEqual([]);
});

test('keys colour all models by their sides, normals, face shapes and defects', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  await compare(models('cube.off', 'inside-out.off', 'broken.obj'));
  const tiles = tilesOf(page);
  await expectDrawn(tiles, 3);
  const color = async (index: number) => (await look(tiles.nth(index))).color;
  await tiles.nth(0).focus();

  await page.keyboard.press('2');
  await expect.poll(async () => (await color(0))[2]).toBeGreaterThan((await color(0))[0]); // blue
  await expect.poll(async () => (await color(1))[0]).toBeGreaterThan(100); // red
  expect((await color(1))[2]).toBeLessThan(100);
  await expect(page.getByRole('toolbar', { name: 'Comparison' })).toContainText('front');

  // seen from (0.9, 0.6, 1.25): all three sides of the cube that are seen look along an axis
  await page.keyboard.press('3');
  await expect.poll(async () => Math.min(...(await color(0)))).toBeGreaterThan(130);
  const corner = await tiles.nth(0).evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
    const found = new Set<string>();
    for (let at = 0; at < data.length; at += 4) {
      const [r = 0, g = 0, b = 0, alpha = 0] = data.subarray(at, at + 4);
      if (alpha === 255) found.add([r, g, b].map((part) => Math.round(part / 16) * 16).join());
    }
    return [...found];
  });
  // (1, 0, 0) is 255, 128, 128
  expect(corner).toEqual(expect.arrayContaining(['256,128,128', '128,256,128', '128,128,256']));

  await page.keyboard.press('4');
  await expect(page.getByRole('toolbar', { name: 'Comparison' })).toContainText('0.5 equilateral');
  // halves of squares: √3/4
  await expect(page.getByRole('figure').nth(0)).toContainText('mean face shape 0.433');
  await expect(page.getByRole('figure').nth(2)).toContainText('mean face shape');

  await page.keyboard.press('5');
  await expect(page.getByRole('region', { name: 'Defects' })).toHaveCount(3);
  await expect(page.getByRole('button', { name: /^Boundary edges 3$/ })).toBeVisible();
  await expect(page.getByText('No defects found.')).toBeVisible();

  await page.keyboard.press('w');
  await page.keyboard.press('x');
  await page.keyboard.press('1');
  await expect(page.getByRole('region', { name: 'Defects' })).toHaveCount(0);
  expect(viewers.errors).toEqual([]);
});

test('32 models are drawn by one context, and give everything back', async ({ viewers }) => {
  const { page, compare, clear, alive } = viewers;
  const files = ['cube.off', 'ball.obj', 'cloud.ply', 'cube.glb'];
  await compare(models(...Array.from({ length: 32 }, (_, i) => files[i % 4] ?? '')));
  await expectDrawn(tilesOf(page), 32);
  expect((await alive()).webglContexts).toBe(1);

  const turned = await page.evaluate(async () => {
    const all = [...document.querySelectorAll('canvas')];
    const began = performance.now();
    all[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await new Promise((next) => requestAnimationFrame(next));
    return performance.now() - began;
  });
  test.info().annotations.push({ type: '32 linked tiles, ms', description: `${turned}` });

  await page.keyboard.press('Tab');
  await page.keyboard.press('4');
  await expect(page.getByRole('figure').nth(1)).toContainText('mean face shape');
  await clear();
  await expect
    .poll(() => page.evaluate(() => window.harness.gpuMemory()))
    .toEqual({ geometries: 0, textures: 1 }); // the renderer's lighting table
  await expect
    .poll(alive)
    .toMatchObject({ objectUrls: 0, webglContexts: 1, workers: 0, followedSizes: 0 });
  expect(viewers.errors).toEqual([]);
});

test('models that cannot be drawn as they are say why, beside those that can', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  await compare([
    ...models('nan.obj', 'nowhere.ply', 'no-faces.off', 'no-faces.stl', 'nothing.obj'),
    { tag: 'threeD6', modality: 'threeD', media: { kind: 'missing', value: 'x.ply', tried: [] } },
  ]);
  const tile = (index: number) => page.getByRole('figure').nth(index);

  await expect(tile(0)).toContainText(
    /vertices are NaN or infinite: they and the 1 face at them are left out/,
  );
  await expect(tile(1)).toContainText('None of its vertices is a place: all are NaN or infinite.');
  await expect(tile(2)).toContainText('It has no faces: its vertices are shown.');
  await expect(tile(3)).toContainText('It holds no faces.');
  await expect(tile(4)).toContainText('It holds no vertices.');
  await expect(tile(5)).toContainText('threeD6 has none to show.');
  await expect
    .poll(async () => (await look(tile(0).locator('canvas'))).drawn)
    .toBeGreaterThan(0.02);
  await expect
    .poll(async () => (await look(tile(2).locator('canvas'))).drawn)
    .toBeGreaterThan(0.0005);
  expect(viewers.errors).toEqual([]);
});

test('of a cloud of five million points a part is drawn, and that is said', async ({ viewers }) => {
  const { page, show } = viewers;
  await show([{ tag: 'threeD1', modality: 'threeD', file: 'five-million.ply' }]);
  const card = page.getByRole('article');
  await expect(card).toContainText('500,000 of 5,000,000 points are drawn.', { timeout: 30_000 });
  await expect(card).toContainText('5,000,000 points');
  await expect.poll(async () => (await look(card.locator('canvas'))).drawn).toBeGreaterThan(0.05);
  expect(viewers.errors).toEqual([]);
});
