import type { Locator } from '@playwright/test';
import { INSIDE_OUT_FILES } from './support/broken-meshes.ts';
import { expect, test } from './support/fixtures.ts';

interface Pixels {
  /** Pixels on which anything is drawn. */
  readonly drawn: number;
  /** Of these, how many are nearly grey, and how many are red. */
  readonly grey: number;
  readonly red: number;
  readonly blue: number;
  /** One character a pixel: is anything drawn there. */
  readonly mask: string;
}

/** What a canvas shows. */
const look = (canvas: Locator): Promise<Pixels> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const empty = { drawn: 0, grey: 0, red: 0, blue: 0, mask: '' };
    if (width === 0) return empty;
    const { data } = element.getContext('2d')!.getImageData(0, 0, width, height);
    const found = { ...empty };
    const mask: string[] = [];
    for (let at = 0; at < data.length; at += 4) {
      const [r = 0, g = 0, b = 0, alpha = 0] = data.subarray(at, at + 4);
      mask.push(alpha > 127 ? '1' : '0');
      if (alpha <= 127) continue;
      found.drawn++;
      if (Math.max(r, g, b) - Math.min(r, g, b) < 24) found.grey++;
      else if (r > 2.2 * b && r > 2.2 * g) found.red++;
      else if (b > 1.6 * r) found.blue++;
    }
    return { ...found, mask: mask.join('') };
  });
/** Share of pixels that are drawn in one picture and not in the other. */
const differing = (one: string, other: string): number =>
  [...one].filter((pixel, i) => pixel !== other[i]).length / one.length;

for (const file of INSIDE_OUT_FILES) {
  test(`what is drawn over ${file} covers it exactly`, async ({ viewers }) => {
    const { page, show } = viewers;
    await show([{ tag: 'threeD1', modality: 'threeD', file }]);
    const card = page.getByRole('article');
    const canvas = card.locator('canvas');
    await expect(card).toContainText(/faces/);
    await expect.poll(async () => (await look(canvas)).drawn).toBeGreaterThan(1000);
    const before = await look(canvas);

    await card.getByRole('button', { name: 'Defects' }).click();
    await expect(card.getByRole('button', { name: /^Inside-out pieces 1$/ })).toBeVisible();

    await expect.poll(async () => (await look(canvas)).grey).toBeLessThan(before.drawn * 0.01);
    const after = await look(canvas);
    expect(differing(before.mask, after.mask)).toBeLessThan(0.003);
    expect(viewers.errors).toEqual([]);
  });
}

test('each kind of defect is listed with its count, can be hidden, and gone to by key', async ({
  viewers,
}) => {
  const { page, show } = viewers;
  await show([{ tag: 'threeD1', modality: 'threeD', file: 'broken.obj' }]);
  const card = page.getByRole('article');
  const canvas = card.locator('canvas');
  await expect.poll(async () => (await look(canvas)).drawn).toBeGreaterThan(1000);
  await card.getByRole('button', { name: 'Defects' }).click();
  const panel = card.getByRole('region', { name: 'Defects' });

  await expect(panel.getByRole('listitem')).toHaveText([
    'Boundary edges3',
    'Flipped faces1',
    'Degenerate faces1',
    'Duplicate faces1',
    'Components2',
  ]);
  const edges = panel.getByRole('button', { name: 'Boundary edges 3' });
  await expect(edges).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await look(canvas)).red).toBeGreaterThan(20);
  await edges.click();
  await expect.poll(async () => (await look(canvas)).red).toBeLessThan(5);

  // from the last kind's toggle to its button, and there by key
  await panel.getByRole('button', { name: 'Go to boundary edges' }).focus();
  const far = await look(canvas);
  await page.keyboard.press('Enter');
  await expect(edges).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await look(canvas)).red).toBeGreaterThan(60);
  const near = await look(canvas);
  expect(differing(far.mask, near.mask)).toBeGreaterThan(0.02);
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => differing((await look(canvas)).mask, near.mask))
    .toBeGreaterThan(0.001);

  await card.getByRole('button', { name: 'Defects' }).click();
  await card.getByRole('button', { name: 'Reset the view' }).click();
  await expect(panel).toHaveCount(0);
  await expect.poll(async () => (await look(canvas)).red).toBe(0);
  expect(viewers.errors).toEqual([]);
});

test('fronts are blue and backs are red', async ({ viewers }) => {
  const { page, show } = viewers;
  await show([
    { tag: 'threeD1', modality: 'threeD', file: 'cube.off' },
    { tag: 'threeD2', modality: 'threeD', file: 'inside-out.off' },
  ]);
  const [sound, turned] = [0, 1].map((index) => page.getByRole('article').nth(index));
  for (const card of [sound!, turned!]) {
    await expect.poll(async () => (await look(card.locator('canvas'))).drawn).toBeGreaterThan(1000);
    await card.getByRole('button', { name: 'Colour fronts and backs' }).click();
  }

  const share = async (card: Locator, color: 'red' | 'blue') => {
    const pixels = await look(card.locator('canvas'));
    return pixels[color] / pixels.drawn;
  };
  await expect.poll(() => share(sound!, 'blue')).toBeGreaterThan(0.9);
  await expect.poll(() => share(turned!, 'red')).toBeGreaterThan(0.9);
  await expect(sound!).toContainText('front');
});

test('a sound model says so; a file that cannot be looked at says why', async ({ viewers }) => {
  const { page, show, alive, clear } = viewers;
  await show([{ tag: 'threeD1', modality: 'threeD', file: 'cube.glb' }]);
  const card = page.getByRole('article');
  await card.getByRole('button', { name: 'Defects' }).click();
  await expect(card.getByRole('region', { name: 'Defects' })).toContainText('No defects found.');

  await clear();
  await show([{ tag: 'threeD1', modality: 'threeD', file: 'broken.obj' }]);
  await card.getByRole('button', { name: 'Defects' }).click();
  await expect(card.getByRole('region', { name: 'Defects' })).toContainText('Components');
  await clear();
  await expect
    .poll(() => page.evaluate(() => window.harness.gpuMemory()))
    .toEqual({ geometries: 0, textures: 1 }); // the renderer's lighting table
  expect((await alive()).webglContexts).toBeLessThanOrEqual(1);
});
