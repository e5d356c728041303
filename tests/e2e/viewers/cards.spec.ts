import type { CardSpec } from '../../viewers/harness.tsx';
import { expect, test } from './support/fixtures.ts';

const everything: readonly CardSpec[] = [
  { tag: 'image1', modality: 'image', file: 'drawing.png' },
  { tag: 'audio1', modality: 'audio', file: 'speech.mp3' },
  { tag: 'video1', modality: 'video', file: 'clip.mp4' },
  { tag: 'document1', modality: 'document', file: 'pages.pdf' },
  { tag: 'document2', modality: 'document', file: 'report.docx' },
  { tag: 'document3', modality: 'document', file: 'table.csv' },
  { tag: 'code1', modality: 'code', file: 'hello.py' },
  { tag: 'threeD1', modality: 'threeD', file: 'cube.obj', siblings: ['cube.mtl', 'cube.jpg'] },
  { tag: 'threeD2', modality: 'threeD', file: 'cube.glb' },
  { tag: 'text1', modality: 'text', file: 'notes.md' },
];

test('every view gives back what it made, however often it is shown', async ({ viewers }) => {
  const { page, show, clear, alive } = viewers;
  await page.setViewportSize({ width: 1280, height: 3200 });
  for (let round = 0; round < 3; round++) {
    await show(everything);
    await expect(page.locator('[data-waveform="ready"]')).toBeVisible();
    await expect(page.getByText('1 of 12')).toBeVisible();
    await expect(page.getByText('8 vertices · 6 faces')).toBeVisible();
    await expect(page.getByText('8 vertices · 12 faces')).toBeVisible();
    await expect
      .poll(() => page.evaluate(() => window.harness.gpuMemory()))
      .toEqual({ geometries: 2, textures: 2 }); // a picture, and the renderer's lighting table
    await expect(page.getByText('acid, acetic')).toBeVisible();
    await expect(page.locator('video')).toBeVisible();
    const busy = await alive();
    expect(busy.mediaElements).toBe(1); // the film; a sound gets its file when it is played
    expect(busy.webglContexts).toBe(1);
    expect(busy.workers).toBe(1); // pdf.js's; the table's has ended with its reading

    await clear();

    await expect.poll(alive).toEqual({
      objectUrls: 0,
      webglContexts: 1, // the shared one is kept for the next model for a while
      mediaElements: 0,
      workers: 0,
      followedSizes: 0,
    });
    expect(await page.evaluate(() => window.harness.gpuMemory())).toEqual({
      geometries: 0,
      textures: 1, // the table, made once for all models
    });
  }
  expect(viewers.errors).toEqual([]);
});

test('heavy viewers far from the view are taken down, and come back', async ({ viewers }) => {
  const { page, show, alive } = viewers;
  await page.setViewportSize({ width: 800, height: 500 });
  const spacer: CardSpec = {
    tag: 'text1',
    modality: 'text',
    media: { kind: 'inline', text: 'line\n\n'.repeat(100) },
  };
  await show([
    { tag: 'video1', modality: 'video', file: 'clip.webm' },
    ...Array.from({ length: 12 }, () => spacer),
    { tag: 'video2', modality: 'video', file: 'clip.mp4' },
  ]);
  await page.addStyleTag({ content: 'body{overflow:auto!important;height:auto!important}' });
  await expect(page.locator('video')).toHaveCount(1);
  await expect.poll(async () => (await alive()).mediaElements).toBe(1);

  await page.getByRole('article', { name: 'video2' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('article', { name: 'video2' }).locator('video')).toBeVisible();
  await expect(page.getByRole('article', { name: 'video1' }).locator('video')).toHaveCount(0);
  await expect.poll(async () => (await alive()).mediaElements).toBe(1);

  await page.getByRole('article', { name: 'video1' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('article', { name: 'video1' }).locator('video')).toBeVisible();
});

test('Enter opens a card large, Esc closes it, and the focus is on the card again', async ({
  viewers,
}) => {
  const { page, show } = viewers;
  await show([
    { tag: 'image1', modality: 'image', file: 'drawing.png', caption: 'A figure.', badge: 'GQ 91' },
    { tag: 'code1', modality: 'code', file: 'hello.py' },
  ]);
  const card = page.getByRole('article', { name: 'image1' });
  await expect(card).toContainText('320×200');
  await expect(card).toContainText('GQ 91');

  await page.keyboard.press('Tab');
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'image1' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(card).toBeFocused();

  await page.getByRole('button', { name: 'Open image1 large' }).click();
  await expect(page.getByRole('dialog').getByText('drawing.png')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(card).toBeFocused();

  await expect(card.getByText('A figure.')).toBeHidden();
  await card.getByText('Caption').click();
  await expect(card.getByText('A figure.')).toBeVisible();
});

test('a viewer that crashes says so, and the others go on', async ({ viewers }) => {
  const { page, show } = viewers;
  await page.evaluate(() => {
    Object.defineProperty(Element.prototype, 'setAttribute', {
      value(this: Element, name: string, value: string) {
        if (this instanceof HTMLImageElement) throw new Error('no pictures today');
        const attribute = document.createAttribute(name);
        attribute.value = value;
        this.setAttributeNode(attribute);
      },
    });
  });

  await show([
    { tag: 'image1', modality: 'image', file: 'drawing.png' },
    { tag: 'code1', modality: 'code', file: 'hello.py' },
  ]);

  await expect(page.getByRole('article', { name: 'image1' })).toContainText(
    'The viewer of image1 stopped',
  );
  await expect(page.getByRole('article', { name: 'image1' })).toContainText('no pictures today');
  await expect(page.getByRole('article', { name: 'code1' })).toContainText('def area');
});
