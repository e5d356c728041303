import type { Page } from '@playwright/test';
import type { CardSpec } from '../../viewers/harness.tsx';
import { expect, test } from './support/fixtures.ts';

const card = (page: Page, tag: string) => page.getByRole('article', { name: tag, exact: false });

test('every state of an item that cannot be shown is said in a sentence', async ({ viewers }) => {
  const { page, show } = viewers;
  const cards: CardSpec[] = [
    {
      tag: 'image1',
      modality: 'image',
      media: { kind: 'missing', value: 'image/img_1.png', tried: ['/a/img_1.png', '/b/img_1.png'] },
    },
    {
      tag: 'video1',
      modality: 'video',
      media: { kind: 'url', url: 'http://evil.test/v.mp4', host: 'evil.test' },
    },
    {
      tag: 'image3',
      modality: 'image',
      role: 'orphan',
      media: {
        kind: 'refused',
        value: '../../etc/passwd',
        reason: 'It leaves the opened folders.',
      },
    },
    { tag: 'audio1', modality: 'audio', media: { kind: 'inline', text: 'A calm voice.' } },
  ];

  await show(cards);

  await expect(card(page, 'image1')).toContainText('image missing');
  await expect(card(page, 'image1')).not.toContainText('/b/img_1.png', { useInnerText: true });
  await card(page, 'image1').getByText('Where it was looked for (2)').click();
  await expect(card(page, 'image1')).toContainText('/b/img_1.png', { useInnerText: true });
  await expect(card(page, 'video1')).toContainText('On host “evil.test”, never fetched.');
  await expect(card(page, 'image3')).toContainText('It leaves the opened folders.');
  await expect(card(page, 'image3')).toContainText('orphan');
  await expect(card(page, 'audio1')).toContainText('A calm voice.');
  await expect(page.getByRole('button', { name: /large/ })).toHaveCount(0);
  expect(viewers.foreignRequests).toEqual([]);
});

test('broken files say why, keep their facts, and show what can be read when asked', async ({
  viewers,
}) => {
  const { page, show } = viewers;

  await show([
    { tag: 'image1', modality: 'image', file: 'cut.jpg' },
    { tag: 'image2', modality: 'image', file: 'empty.png' },
    { tag: 'audio1', modality: 'audio', file: 'cut.wav' },
    { tag: 'video1', modality: 'video', file: 'no-moov.mp4' },
    { tag: 'document1', modality: 'document', file: 'cut.pdf' },
    { tag: 'threeD1', modality: 'threeD', file: 'cut.glb' },
    { tag: 'image3', modality: 'image', file: 'web-page.png' },
  ]);

  await expect(card(page, 'image1')).toContainText('the header is JPEG but the data ends after');
  await expect(card(page, 'image1')).toContainText('320×200');
  await expect(card(page, 'image2')).toContainText('The file is empty (0 bytes).');
  await expect(card(page, 'audio1')).toContainText('9,000 of 24,078 bytes');
  await expect(card(page, 'video1')).toContainText('Cut off: the header is MP4');
  await expect(card(page, 'document1')).toContainText('Cut off: the header is PDF');
  await expect(card(page, 'threeD1')).toContainText('500 of 764 bytes');
  await expect(card(page, 'image3')).toContainText('The file is a web page, not PNG');

  await card(page, 'image1').getByRole('button', { name: 'Show what can be read' }).click();
  await expect(card(page, 'image1').locator('img')).toBeVisible();
  await card(page, 'threeD1').getByRole('button', { name: 'Show what can be read' }).click();
  await expect(card(page, 'threeD1')).toContainText('model cannot be shown');
  await card(page, 'video1').getByRole('button', { name: 'Show what can be read' }).click();
  await expect(card(page, 'video1')).toContainText('video1 cannot be played');
  expect(viewers.errors).toEqual([]);
});

test('a file that has gone is a state of its card, and the cards beside it work', async ({
  viewers,
}) => {
  const { page, show } = viewers;
  const gone = { id: `m0~${Buffer.from('gone.png').toString('base64url')}`, name: 'gone.png' };

  await show([
    {
      tag: 'image1',
      modality: 'image',
      media: {
        kind: 'file',
        path: '/gone.png',
        ref: { ...gone, extension: 'png', mimeType: 'image/png' },
      },
    },
    { tag: 'image2', modality: 'image', file: 'drawing.png' },
  ]);

  await expect(card(page, 'image1')).toContainText('image cannot be read');
  await expect(card(page, 'image1')).toContainText('it is no longer there');
  await expect(card(page, 'image2').locator('img')).toBeVisible();
});

test('a wrong extension is shown by the real type, with a warning', async ({ viewers }) => {
  const { page, show } = viewers;

  await show([{ tag: 'image1', modality: 'image', file: 'jpeg-inside.png' }]);

  await expect(card(page, 'image1').locator('img')).toBeVisible();
  await expect(
    page.getByRole('img', { name: 'The extension says PNG, the bytes are JPEG' }),
  ).toBeVisible();
});

test('nothing moves when a viewer takes the place that was kept for it', async ({ viewers }) => {
  const { page, show } = viewers;
  const files = [
    ['audio', 'speech.mp3'],
    ['video', 'clip.mp4'],
    ['threeD', 'cube.off'],
    ['document', 'pages.pdf'],
  ] as const;

  await show(files.map(([modality, file]) => ({ tag: `${modality}1`, modality, file })));
  const before = await page
    .getByRole('article')
    .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().height));
  await expect(page.getByText('8 vertices')).toBeVisible();
  await expect(page.getByText('12 pages')).toBeVisible();
  const after = await page
    .getByRole('article')
    .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().height));

  // a picture's shape is known a moment later than its place; nothing else may differ at all
  expect(Math.abs((after[0] ?? 0) - (before[0] ?? 0))).toBeLessThanOrEqual(1);
  expect(Math.abs((after[2] ?? 0) - (before[2] ?? 0))).toBeLessThanOrEqual(1);
  expect(Math.abs((after[3] ?? 0) - (before[3] ?? 0))).toBeLessThanOrEqual(1);
});
