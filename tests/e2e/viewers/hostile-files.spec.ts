import type { CardSpec } from '../../viewers/harness.tsx';
import { HIDDEN_TRICKS, HOSTILE_MARKUP, HOSTILE_TEXT } from '../../builders/hostile/payloads.ts';
import { guardPage } from '../support/guard.ts';
import { expect, test } from './support/fixtures.ts';

const FILES: readonly CardSpec[] = [
  { tag: 'document1', modality: 'document', file: 'hostile.md' },
  { tag: 'document2', modality: 'document', file: 'hostile.html' },
  { tag: 'document3', modality: 'document', file: 'hostile.txt' },
  { tag: 'document4', modality: 'document', file: 'hostile.csv' },
  { tag: 'document5', modality: 'document', file: 'hostile.docx' },
  { tag: 'document6', modality: 'document', file: 'hostile.xlsx' },
  { tag: 'document7', modality: 'document', file: 'hostile.pdf' },
  { tag: 'document8', modality: 'document', file: 'hostile.svg' },
  { tag: 'image1', modality: 'image', file: 'hostile.svg' },
  { tag: 'image2', modality: 'image', file: 'entities.svg' },
  { tag: 'image3', modality: 'image', file: 'hostile.html' },
  { tag: 'image4', modality: 'image', file: `x"'><img src=x onerror=window.__hacked='name'>.png` },
  { tag: 'text1', modality: 'text', file: 'hostile.html' },
  { tag: 'code1', modality: 'code', file: 'hostile.html' },
  { tag: 'code2', modality: 'code', file: 'hostile.js' },
  { tag: 'video1', modality: 'video', file: 'playlist.m3u8' },
  { tag: 'video2', modality: 'video', file: 'playlist.mp4' },
  { tag: 'audio1', modality: 'audio', file: 'playlist.m3u8' },
  { tag: 'threeD1', modality: 'threeD', file: 'hostile.obj', siblings: ['hostile.mtl'] },
  { tag: 'threeD2', modality: 'threeD', file: 'hostile.glb' },
];

test('the guard sees what it must see', async ({ viewers: { page } }) => {
  const guard = await guardPage(page);

  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="http://evil.test/x.png" onerror="window.__hacked=1"><a href="javascript:alert(1)">x</a>',
    );
  });

  await expect.poll(() => guard.noticed.join('\n')).toContain('stopped: img-src');
  await expect(guard.check()).rejects.toThrow();
});

for (const card of FILES) {
  test(`${card.modality} ${card.file} neither runs nor asks anything, small, large and clicked on`, async ({
    viewers,
  }) => {
    const { page, show } = viewers;
    const guard = await guardPage(page);
    await show([{ ...card, caption: HOSTILE_TEXT, badge: HOSTILE_MARKUP[2] ?? '' }], 480);
    const article = page.getByRole('article');
    await expect(article).not.toHaveAttribute('data-state', 'loading');
    await article.getByText('Caption', { exact: true }).click();
    await expect(article.getByText('<script>').first()).toBeAttached();
    const anyway = article.getByRole('button', { name: 'Show what can be read' });
    if (await anyway.isVisible()) await anyway.click();

    await article.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    for (const name of [
      'script link',
      'outside',
      'click me',
      'outside link',
      'field link',
      'link 0',
    ]) {
      const link = dialog.getByText(name, { exact: true }).first();
      if (await link.isVisible()) await link.click();
    }
    await guard.check();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await guard.check();
  });
}

test('a hostile PDF is drawn, its actions are not followed', async ({ viewers }) => {
  const { page, show } = viewers;
  const guard = await guardPage(page);
  await show([{ tag: 'document1', modality: 'document', file: 'hostile.pdf' }], 480);

  await expect(page.getByText('Hostile page of the report')).toBeAttached();
  const box = await page.getByRole('article').locator('canvas').boundingBox();
  for (const y of [232, 272, 312, 352])
    // where the links and the field are
    await page.mouse.click((box?.x ?? 0) + 100, (box?.y ?? 0) + (y * (box?.width ?? 0)) / 595);

  await guard.check();
});

test('hostile files are compared without harm', async ({ viewers }) => {
  const { page, compare } = viewers;
  const guard = await guardPage(page);
  const doc = (file: string) => ({ tag: 'document1', modality: 'document' as const, file });
  for (const pair of [
    ['hostile.md', 'hostile.html'],
    ['hostile.csv', 'hostile.xlsx'],
    ['hostile.docx', 'hostile.txt'],
    ['hostile.pdf', 'pages.pdf'],
  ] as const) {
    await compare(pair.map(doc));
    await expect(page.locator('[data-own-keys]').first()).toBeVisible();
    await guard.check();
  }
  const code = (file: string) => ({ tag: 'code1', modality: 'code' as const, file });
  await compare([code('hostile.html'), code('hostile.js')]);
  await expect(page.getByRole('region', { name: 'Differences' })).toContainText('<script>');
  await guard.check();
});

test('hostile prose of a model stays text, every kind of it', async ({ viewers }) => {
  const { page, prose } = viewers;
  const guard = await guardPage(page);

  for (const text of [...HOSTILE_MARKUP, HOSTILE_TEXT]) {
    await prose(text);
    await guard.check();
  }

  await expect(page.locator('#root a')).toHaveCount(0);
  await expect(page.locator('#root img')).toHaveCount(0);
  await page.getByText('script link').click();
  await guard.check();
});

test('tricks with unseen characters are told by name in raw text', async ({ viewers }) => {
  const { page, show } = viewers;
  await show([
    {
      tag: 'text1',
      modality: 'text',
      media: { kind: 'inline', text: `**bold** ${HIDDEN_TRICKS}` },
    },
    { tag: 'document1', modality: 'document', file: 'hostile.txt' },
  ]);
  const told = ['RLO', 'PDF', 'ZWSP', 'LRI', 'PDI', 'TAGS score 5'];
  const text = page.getByRole('article').nth(0);
  await text.hover();

  await text.getByRole('button', { name: 'Show as written' }).click();

  await expect(text.locator('[data-hidden]')).toHaveText(told);
  await expect(page.getByRole('article').nth(1).locator('[data-hidden]')).toHaveText(told);
});
