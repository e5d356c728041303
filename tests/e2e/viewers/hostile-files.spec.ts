import type { Locator } from '@playwright/test';
import type { CardSpec } from '../../viewers/harness.tsx';
import { HIDDEN_TRICKS, HOSTILE_MARKUP, HOSTILE_TEXT } from '../../builders/hostile/payloads.ts';
import { guardPage } from '../support/guard.ts';
import { expect, test } from './support/fixtures.ts';

const hostile = (modality: CardSpec['modality'], ...files: readonly string[]): CardSpec[] =>
  files.map((file, index) => ({ tag: `${modality}${index + 1}`, modality, file }));

/** Beside each other in one page, each attacks the others' as well. */
const PAGES: Readonly<Record<string, readonly CardSpec[]>> = {
  'prose and tables': hostile(
    'document',
    ...['hostile.md', 'hostile.html', 'hostile.txt', 'hostile.csv'],
  ),
  'office files, PDF and SVG': hostile(
    'document',
    ...['hostile.docx', 'hostile.xlsx', 'hostile.pdf', 'hostile.svg'],
  ),
  pictures: hostile(
    'image',
    ...['hostile.svg', 'entities.svg', 'hostile.html'],
    `x"'><img src=x onerror=window.__hacked='name'>.png`,
  ),
  'text and code': [
    ...hostile('text', 'hostile.html'),
    ...hostile('code', 'hostile.html', 'hostile.js'),
  ],
  'playlists and models': [
    ...hostile('video', 'playlist.m3u8', 'playlist.mp4'),
    ...hostile('audio', 'playlist.m3u8'),
    { tag: 'threeD1', modality: 'threeD', file: 'hostile.obj', siblings: ['hostile.mtl'] },
    { tag: 'threeD2', modality: 'threeD', file: 'hostile.glb' },
  ],
};

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

for (const [name, cards] of Object.entries(PAGES)) {
  test(`hostile ${name} neither run nor ask anything, small, large and clicked on`, async ({
    viewers,
  }) => {
    const { page, show } = viewers;
    const guard = await guardPage(page);
    const attack = { caption: HOSTILE_TEXT, badge: HOSTILE_MARKUP[2] ?? '' };
    await show(
      cards.map((card) => ({ ...card, ...attack })),
      480,
    );
    for (const { tag, file = '' } of cards) {
      await test.step(file, async () => {
        const article = page.getByRole('article', { name: tag });
        await article.scrollIntoViewIfNeeded();
        await expect(article).not.toHaveAttribute('data-state', 'loading');
        await attackWith(article);
        await guard.check();
      });
    }
  });
}

const LINKS = ['script link', 'outside', 'click me', 'outside link', 'field link', 'link 0'];

/** Opens everything that a card has, and clicks on what leads away. */
async function attackWith(article: Locator): Promise<void> {
  const page = article.page();
  await article.getByText('Caption', { exact: true }).click();
  await expect(article.getByText('<script>').first()).toBeAttached();
  const anyway = article.getByRole('button', { name: 'Show what can be read' });
  if (await anyway.isVisible()) await anyway.click();
  await article.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  for (const name of LINKS) {
    const link = dialog.getByText(name, { exact: true }).first();
    if (await link.isVisible()) await link.click();
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
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
