import type { Locator, Page } from '@playwright/test';
import type { CardSpec } from '../../viewers/harness.tsx';
import { expect, test } from './support/fixtures.ts';

const pictures = (...files: readonly string[]): CardSpec[] =>
  files.map((file, index) => ({ tag: `image${index + 1}`, modality: 'image', file }));

/** How large a picture is drawn, seen from the size that it would be fitted at, and what lies in its middle. */
const shown = (pane: Locator) =>
  pane.evaluate((element) => {
    const image = element.querySelector('img')!;
    const [box, room] = [image.getBoundingClientRect(), element.getBoundingClientRect()];
    const { naturalWidth: width, naturalHeight: height } = image;
    const fitted = Math.min(room.width / width, room.height / height) * width;
    return {
      scale: box.width / fitted,
      x: (room.left + room.width / 2 - box.left) / box.width,
      y: (room.top + room.height / 2 - box.top) / box.height,
    };
  });

/** Colour in the middle of an element's part, as it is on the screen. */
async function colorAt(page: Page, x: number, y: number): Promise<readonly number[]> {
  const clip = { x: Math.round(x) - 1, y: Math.round(y) - 1, width: 2, height: 2 };
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }, png);
}

test('linked pictures of any size show the same part at the same relative scale, in the same frame', async ({
  viewers,
}) => {
  const { page, linked } = viewers;
  await linked(pictures('plain.png', 'large.png', 'square.png'));
  const panes = [0, 1, 2].map((index) => page.locator(`[data-linked="${index}"] [data-own-keys]`));
  for (const pane of panes) await expect(pane.locator('img')).toBeVisible();
  const told = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0;
        window.link?.hear('zoom', {}, () => count++);
        setTimeout(() => resolve(count), 1500);
      }),
  );

  // what is drawn in the first frame after the wheel has turned
  const sameFrame = await page.evaluate(async () => {
    const all = [...document.querySelectorAll('[data-linked] [data-own-keys]')];
    const drawn = () => all.map((pane) => pane.querySelector('img')!.style.transform);
    const before = drawn();
    const { left, top } = all[0]!.getBoundingClientRect();
    const turn = { deltaY: -500, clientX: left + 80, clientY: top + 200, cancelable: true };
    const began = performance.now();
    all[0]!.dispatchEvent(new WheelEvent('wheel', { ...turn, bubbles: true }));
    while (drawn()[0] === before[0]) await new Promise((next) => requestAnimationFrame(next));
    return {
      followed: drawn().map((now, index) => now !== before[index]),
      tookMs: performance.now() - began,
    };
  });

  expect(sameFrame.followed).toEqual([true, true, true]);
  test.info().annotations.push({ type: 'linked zoom, ms', description: `${sameFrame.tookMs}` });
  const [first, second] = [await shown(panes[0]!), await shown(panes[1]!)];
  expect(first.scale).toBeCloseTo(Math.exp(500 * 0.0022), 2); // 3.004
  expect(second.scale).toBeCloseTo(first.scale, 3);
  expect(second.x).toBeCloseTo(first.x, 3);
  expect((await shown(panes[2]!)).scale).toBeCloseTo(first.scale, 3);
  expect(await told).toBe(1); // nobody told on what was heard

  await panes[1]!.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await shown(panes[0]!)).x).toBeGreaterThan(first.x + 0.005);
  await page.keyboard.press('0');
  for (const pane of panes) {
    await expect.poll(async () => (await shown(pane)).scale).toBeCloseTo(1, 5);
  }
  expect(viewers.errors).toEqual([]);
});

test('keys change the way of comparing, and the zoom is kept', async ({ viewers }) => {
  const { page, compare } = viewers;
  await compare(pictures('plain.png', 'quarter.png'));
  const pane = page.locator('[data-own-keys]').first();
  await expect(pane.locator('img')).toBeVisible();
  await pane.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(async () => (await shown(pane)).scale).toBeGreaterThan(1.2);
  const before = await shown(pane);

  for (const [key, name] of [
    ['2', 'Swipe'],
    ['3', 'Onion skin'],
    ['4', 'Difference'],
    ['1', 'Side by side'],
  ] as const) {
    await page.keyboard.press(key);
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('[data-own-keys]:focus')).toHaveCount(1); // the keys go on working
  }
  await expect.poll(async () => (await shown(pane)).scale).toBeCloseTo(before.scale, 3);
  expect(viewers.errors).toEqual([]);
});

test('the swipe line parts the pictures, moves by arrows and by the pointer', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  await compare(pictures('plain.png', 'halves.png'));
  await page.locator('[data-own-keys]').first().focus();
  await page.keyboard.press('2');
  const line = page.getByRole('slider');
  const pane = page.getByRole('group', { name: 'Reference and A' });
  await expect(pane.locator('img')).toHaveCount(2);
  await expect(line).toHaveAttribute('aria-valuenow', '50');
  const box = (await pane.boundingBox())!;
  const at = (share: number) => colorAt(page, box.x + box.width * share, box.y + box.height / 2);
  await expect.poll(() => at(0.3)).toEqual([100, 100, 100]);
  await expect.poll(() => at(0.7)).toEqual([30, 30, 200]);

  for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowLeft');

  await expect(line).toHaveAttribute('aria-valuenow', '10');
  await expect.poll(() => at(0.3)).toEqual([200, 30, 30]);
  await page.mouse.move(box.x + box.width * 0.2, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 300, { steps: 4 });
  await page.mouse.up();
  await expect(line).toHaveAttribute('aria-valuenow', '90');
  await expect.poll(() => at(0.7)).toEqual([100, 100, 100]);
});

test('an onion skin mixes the pictures by its opacity', async ({ viewers }) => {
  const { page, compare } = viewers;
  await compare(pictures('plain.png', 'halves.png'));
  await page.locator('[data-own-keys]').first().focus();
  await page.keyboard.press('3');
  const pane = page.getByRole('group', { name: 'Reference and A' });
  await expect(pane.locator('img')).toHaveCount(2);
  const box = (await pane.boundingBox())!;
  const right = () => colorAt(page, box.x + box.width * 0.7, box.y + box.height / 2);

  await expect.poll(right).toEqual([65, 65, 150]); // half of 100 and of 30, 30, 200
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('slider', { name: 'Opacity of A' })).toHaveValue('1');
  await expect.poll(right).toEqual([30, 30, 200]);
});

test('differences are counted by hand, amplified by arrows, and said to be for display', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  await compare(pictures('plain.png', 'quarter.png'));
  await page.locator('[data-own-keys]').first().focus();
  await page.keyboard.press('4');
  const line = page.getByRole('status');
  await expect(line).toContainText('Differs in 25.0 % of pixels (25.0 % by more than 16 of 255)');
  await expect(line).toContainText('mean Δ 3.17 of 255');
  await expect(line).toContainText('Computed for display at 400×200');
  const canvas = page.getByRole('img', { name: /Difference/ });
  const pixel = (x: number) =>
    canvas.evaluate(
      (element: HTMLCanvasElement, at) => [
        ...element.getContext('2d')!.getImageData(at, 100, 1, 1).data,
      ],
      x,
    );

  await expect.poll(() => pixel(350)).toEqual([16, 16, 120, 255]); // four times 4, 4, 30
  expect(await pixel(100)).toEqual([0, 0, 0, 255]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByLabel('Amplification')).toHaveValue('16');
  await expect.poll(() => pixel(350)).toEqual([64, 64, 255, 255]); // 480 is white

  await page.keyboard.press('1');
  await expect(canvas).toHaveCount(0);
});

test('a picture of another shape lies in the reference’s frame, or is stretched over it', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  await compare(pictures('plain.png', 'square.png', 'large.png'));
  await page.getByRole('button', { name: 'Difference' }).click();
  const line = page.getByRole('status');
  await expect(line).toContainText('No pixel differs. Compared where both lie: 50.0 % of it.');
  await expect(line).toContainText('300×300 fitted into it');

  await page.getByLabel('How A lies in the frame of Reference').selectOption('stretch');
  await expect(line).toContainText('300×300 stretched into it');
  await expect(line).not.toContainText('where both lie');

  await page.getByLabel('Above').selectOption({ label: 'B' });
  await expect(line).toContainText('1600×800 stretched into it');
  await expect(page.getByLabel('How B lies in the frame of Reference')).toHaveCount(0);
});

test('transparency shows on a checkerboard, and an item without a file says so', async ({
  viewers,
}) => {
  const { page, compare, clear, alive } = viewers;
  await compare([
    { tag: 'image1', modality: 'image', file: 'alpha.png' },
    { tag: 'image2', modality: 'image', file: 'drawing.svg' },
    {
      tag: 'image3',
      modality: 'image',
      media: { kind: 'missing', value: 'x.png', tried: [] },
    },
  ]);
  await expect(page.getByText('image3 has no file to show.')).toBeVisible();
  await page.getByRole('button', { name: 'Onion skin' }).click();
  const pane = page.getByRole('group', { name: 'Reference and A' });
  await expect(pane.locator('img')).toHaveCount(2);
  const ground = await pane
    .locator('img')
    .first()
    .evaluate((image) => getComputedStyle(image.closest('[style*="translate"]')!).backgroundImage);
  expect(ground).toContain('conic-gradient');
  await page.getByRole('button', { name: 'Difference' }).click();
  await expect(page.getByRole('status')).toContainText('mean Δ');

  await clear();
  await expect
    .poll(alive)
    .toMatchObject({ objectUrls: 0, webglContexts: 0, mediaElements: 0, followedSizes: 0 });
  expect(viewers.errors).toEqual([]);
  expect(viewers.foreignRequests).toEqual([]);
});

test('size and EXIF are shown in the full view, and a turned picture is measured as it is seen', async ({
  viewers,
}) => {
  const { page, show } = viewers;
  await show([{ tag: 'image1', modality: 'image', file: 'exif.jpg' }]);
  await page.getByRole('article').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-own-keys]')).toBeFocused();
  await page.keyboard.press('i');

  const facts = dialog.getByLabel('Facts of the picture');
  await expect(facts).toContainText('200 × 400 px, stored 400 × 200');
  await expect(facts).toContainText('Maker Camera 7');
  await expect(facts).toContainText('1/250 s');
  await expect(facts).toContainText('turned by 90° clockwise');
  await page.keyboard.press('i');
  await expect(facts).toHaveCount(0);
});
