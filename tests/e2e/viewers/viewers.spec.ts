import type { Locator } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

test('a picture fits, zooms to its own pixels and back, and moves by drag', async ({ viewers }) => {
  const { page, show } = viewers;
  await show([{ tag: 'image1', modality: 'image', file: 'drawing.png' }]);
  await page.getByRole('article').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const width = () => dialog.locator('img').evaluate((img) => img.getBoundingClientRect().width);
  await expect(dialog.locator('[data-own-keys]')).toBeFocused();
  await expect(dialog.getByText(/^\d+ %$/)).not.toHaveText('100 %'); // fitted, so enlarged

  await page.keyboard.press('1');
  await expect(dialog.getByText('100 %')).toBeVisible();
  expect(await width()).toBe(320);
  await page.keyboard.press('+');
  expect(await width()).toBe(480);

  for (let step = 0; step < 6; step++) await page.keyboard.press('+');
  const left = () => dialog.locator('img').evaluate((img) => img.getBoundingClientRect().left);
  const before = await left();
  const box = await dialog.locator('img').locator('..').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 380, (box?.y ?? 0) + 200);
  await page.mouse.up();
  expect((await left()) - before).toBeCloseTo(80, 0);

  await page.keyboard.press('0');
  await expect(dialog.getByRole('button', { name: 'Fit' })).toHaveAttribute('aria-pressed', 'true');
});

test('sound shows its waveform, plays, seeks by key, and one player pauses the other', async ({
  viewers,
}) => {
  const { page, show } = viewers;
  await show([
    { tag: 'audio1', modality: 'audio', file: 'speech.mp3' },
    { tag: 'audio2', modality: 'audio', file: 'tone.flac', tone: 'b' },
  ]);
  const [first, second] = [0, 1].map((index) => page.getByRole('article').nth(index));
  const slider = first!.getByRole('slider');
  await expect(slider).toHaveAttribute('data-waveform', 'ready');
  await expect(slider.locator('canvas').first()).toBeVisible();

  await slider.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuenow', '0');
  await first!.getByRole('button', { name: 'Play' }).click();
  await expect(first!.getByRole('button', { name: 'Pause' })).toBeVisible();
  await second!.getByRole('button', { name: 'Play' }).click();
  await expect(first!.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(slider).not.toHaveAttribute('aria-valuetext', /^0:00 of 0:00/);
  expect(viewers.errors).toEqual([]);
});

test('a film shows its first frame, steps by frames and loops', async ({ viewers }) => {
  const { page, show } = viewers;
  await show([{ tag: 'video1', modality: 'video', file: 'clip.webm' }]);
  const card = page.getByRole('article');
  const video = card.locator('video');
  const time = () => video.evaluate((element: HTMLVideoElement) => element.currentTime);
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
    .toBeGreaterThan(0);
  expect(await video.evaluate((element: HTMLVideoElement) => element.autoplay)).toBe(false);

  await card.getByRole('button', { name: 'Play' }).click();
  await expect.poll(time).toBeGreaterThan(0.4);
  await card.getByRole('button', { name: 'Pause' }).click();
  await card.getByRole('slider', { name: 'Position in video1' }).fill('1');
  await expect.poll(time).toBeCloseTo(1, 1);
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.seeking))
    .toBe(false);
  const before = await time();
  await card.getByRole('button', { name: 'Next frame' }).click();
  // ten frames a second: from inside frame 10 to the middle of frame 11
  await expect.poll(time).toBeGreaterThan(before + 0.04);
  expect(await time()).toBeLessThan(before + 0.2);

  await card.getByRole('button', { name: 'Loop' }).click();
  await card.getByRole('slider', { name: 'Position in video1' }).fill('1.8');
  await card.getByRole('button', { name: 'Play' }).click();
  await expect.poll(time).toBeLessThan(1);
  await expect(card.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('a PDF draws a few pages only, and its text can be selected', async ({ viewers }) => {
  const { page, show } = viewers;
  await show([{ tag: 'document1', modality: 'document', file: 'pages.pdf' }]);
  await expect(page.getByText('1 of 12')).toBeVisible();
  await page.getByRole('button', { name: 'Open document1 large' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Page 1 of the report')).toBeAttached();

  await dialog.getByRole('region', { name: 'Pages' }).evaluate((area) => area.scrollTo(0, 1e9));
  await expect(dialog.getByText('Page 12 of the report')).toBeAttached();
  await expect(dialog.getByText('page 12 of 12')).toBeVisible();
  const thumbnails = dialog.getByRole('navigation', { name: 'Thumbnails' }).locator('canvas');
  const large = (await dialog.locator('canvas').count()) - (await thumbnails.count());
  expect(large).toBeLessThanOrEqual(4);

  await dialog.getByText('Page 12 of the report').selectText();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('Page 12');
});

test('DOCX, XLSX, CSV, TSV and Markdown show their content', async ({ viewers }) => {
  const { page, show } = viewers;
  await show([
    { tag: 'document1', modality: 'document', file: 'report.docx' },
    { tag: 'document2', modality: 'document', file: 'sheet.xlsx' },
    { tag: 'document3', modality: 'document', file: 'table.csv' },
    { tag: 'document4', modality: 'document', file: 'table.tsv' },
    { tag: 'document5', modality: 'document', file: 'notes.md' },
    { tag: 'document6', modality: 'document', file: 'drawing.jpg' },
  ]);
  const card = (index: number) => page.getByRole('article').nth(index);

  await expect(card(0).getByRole('heading', { name: 'Lab report' })).toBeVisible();
  await expect(card(0).getByRole('cell', { name: '8.7' })).toBeAttached();
  await expect(card(1).getByRole('cell', { name: '2026-01-02' })).toBeVisible();
  await card(1).getByRole('tab', { name: 'Notes & more' }).click();
  await expect(card(1).getByRole('cell', { name: 'rich text' })).toBeVisible();
  await card(2).scrollIntoViewIfNeeded();
  await expect(card(2).getByRole('cell', { name: 'acid, acetic' })).toBeVisible();
  await card(4).scrollIntoViewIfNeeded();
  await expect(card(3).getByRole('columnheader', { name: 'b' })).toBeVisible();
  await expect(card(4).getByRole('heading', { name: 'Buffer region' })).toBeVisible();
  await expect(card(4).locator('.katex-display')).toBeVisible();
  await card(5).scrollIntoViewIfNeeded();
  await expect(card(5).locator('img')).toBeVisible();
});

test('100,000 rows are a few hundred elements, and the last one can be reached', async ({
  viewers,
}) => {
  const { page, show } = viewers;
  await show([{ tag: 'document1', modality: 'document', file: 'large.csv' }]);
  await expect(page.getByText('100,001 × 5')).toBeVisible();

  await page.getByRole('table').evaluate((table) => table.scrollTo(0, 1e9));

  await expect(page.getByRole('cell', { name: 'name 99999' })).toBeVisible();
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(900);
});

test('code is coloured, numbered and copied; a megabyte in one line is shown plain', async ({
  viewers,
  context,
}) => {
  const { page, show } = viewers;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await show([
    { tag: 'code1', modality: 'code', file: 'hello.py' },
    {
      tag: 'code2',
      modality: 'code',
      media: { kind: 'inline', text: 'vector<vector<int>> a;\n'.repeat(40), language: 'cpp' },
    },
    { tag: 'code3', modality: 'code', file: 'one-line.py' },
    { tag: 'code4', modality: 'code', file: 'many-lines.js' },
  ]);
  const card = (index: number) => page.getByRole('article').nth(index);

  await expect(card(0).locator('.hljs-keyword', { hasText: 'import' })).toBeVisible();
  await expect(card(0)).toContainText('Python · 10 lines');
  await card(0).hover();
  await card(0).getByRole('button', { name: 'Copy' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('def area(radius');
  await expect(card(1)).toContainText('C++ · 40 lines');
  await expect(card(1).locator('code')).toHaveCount(16);
  await card(1).getByRole('button', { name: 'Show all 40 lines' }).click();
  await expect(card(1).locator('code').nth(20)).toHaveText('vector<vector<int>> a;\n');
  await expect(card(2)).toContainText('Not coloured');
  await expect(card(2)).toContainText('995,006 more characters');
  await card(3).scrollIntoViewIfNeeded();
  await expect(card(3)).toContainText('50,000 lines');
});

test('every 3D format draws something, in one WebGL context for all of them', async ({
  viewers,
}) => {
  const { page, show, alive } = viewers;
  await show(
    [
      { tag: 'threeD1', modality: 'threeD', file: 'cube.obj', siblings: ['cube.mtl', 'cube.jpg'] },
      { tag: 'threeD2', modality: 'threeD', file: 'cloud.ply', tone: 'b' },
      { tag: 'threeD3', modality: 'threeD', file: 'cube.off' },
      { tag: 'threeD4', modality: 'threeD', file: 'colored.ply' },
      { tag: 'threeD5', modality: 'threeD', file: 'cube.glb' },
      { tag: 'threeD6', modality: 'threeD', file: 'cube.stl' },
    ],
    200,
  );
  for (const index of [0, 1, 2, 3, 4, 5]) {
    const card = page.getByRole('article').nth(index);
    await card.scrollIntoViewIfNeeded();
    await expect(card).toContainText(/vertices|points|faces/);
    await expect.poll(() => drawnShare(card.locator('canvas'))).toBeGreaterThan(0.05);
  }
  await expect(page.getByRole('article').nth(0)).toContainText('8 vertices · 6 faces · 2 × 2 × 2');
  await expect(page.getByRole('article').nth(1)).toContainText('1,200 points');
  expect((await alive()).webglContexts).toBe(1);
  expect(viewers.errors).toEqual([]);
});

/** Share of a canvas's pixels that are not transparent. */
function drawnShare(canvas: Locator): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    if (element.width === 0) return 0;
    const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
    let drawn = 0;
    for (let at = 3; at < data.length; at += 4) drawn += (data[at] ?? 0) > 0 ? 1 : 0;
    return drawn / (data.length / 4);
  });
}

test('a model is drawn again only when something changes', async ({ viewers }) => {
  const { page, show } = viewers;
  await show([{ tag: 'threeD1', modality: 'threeD', file: 'cube.off' }]);
  const canvas = page.getByRole('article').locator('canvas');
  await expect.poll(() => drawnShare(canvas)).toBeGreaterThan(0.05);
  await page.evaluate(() => {
    const counted = window as unknown as { frames: number };
    counted.frames = 0;
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      counted.frames++;
      return request(callback);
    };
  });
  const frames = () => page.evaluate(() => (window as unknown as { frames: number }).frames);
  const picture = () => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());

  const before = await picture();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await frames()).toBe(0);
  await canvas.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(picture).not.toBe(before);
  expect(await frames()).toBe(1);
});
