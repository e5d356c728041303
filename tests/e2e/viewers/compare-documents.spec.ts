import type { Locator } from '@playwright/test';
import { countBlankJumps } from './support/blank-jumps.ts';
import { expect, test } from './support/fixtures.ts';

const doc = (file: string) => ({ tag: 'document1', modality: 'document' as const, file });

test('pages that belong together stand beside each other, with the words that differ marked', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  await compare([doc('six.pdf'), doc('seven.pdf')]);
  await expect(page.getByText('text of 2 pages differs')).toBeVisible();
  const area = page.getByRole('region', { name: 'Pages' });
  await area.focus();

  await page.keyboard.press('n');
  await expect(page.getByRole('group', { name: 'no page beside page 2' })).toBeVisible();
  await page.keyboard.press('n');
  const pair = page.getByRole('group', { name: 'page 4 beside page 5' });
  await expect(pair.locator('mark[data-kind="out"]')).toHaveText('weighed');
  await expect(pair.locator('mark[data-kind="in"]')).toHaveText('burned slowly');
  await expect(pair).toContainText('−1 +2 words');
  const marked = await pair.locator('mark[data-kind="in"]').boundingBox();
  const drawn = await pair.locator('canvas').nth(1).boundingBox();
  expect(marked?.x).toBeGreaterThan(drawn?.x ?? Infinity);
  expect((marked?.x ?? 0) + (marked?.width ?? 0)).toBeLessThan(
    (drawn?.x ?? 0) + (drawn?.width ?? 0),
  );
  expect(await page.locator('canvas').count()).toBeLessThanOrEqual(8);

  await page.getByLabel('How pages find each other').selectOption('pages by number');
  await expect(page.getByText('text of 6 pages differs')).toBeVisible();
  await page.getByRole('button', { name: 'Compare as text' }).click();
  await expect(page.getByRole('region', { name: 'Differences' })).toContainText('An appendix');
  expect(viewers.errors).toEqual([]);
});

test('five hundred pages are paired, and the one that differs is gone to', async ({ viewers }) => {
  const { page, compare, clear, alive } = viewers;
  await compare([doc('five-hundred.pdf'), doc('five-hundred-b.pdf')]);
  await expect(page.getByText('text of 1 page differs')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('region', { name: 'Pages' }).focus();

  await page.keyboard.press('n');

  const pair = page.getByRole('group', { name: 'page 450 beside page 450' });
  await expect(pair.locator('mark[data-kind="in"]').first()).toBeVisible();
  expect(await page.locator('canvas').count()).toBeLessThanOrEqual(10);
  await clear();
  await expect.poll(async () => (await alive()).workers).toBe(0);
});

test('a document of five hundred pages is searched, with thumbnails of those in sight only', async ({
  viewers,
}) => {
  const { page, show } = viewers;
  await show([doc('five-hundred.pdf')]);
  await page.getByRole('button', { name: 'Open document1 large' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('page 1 of 500')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Go to page 2', exact: true })).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('SAMPLE444x3');
  await expect(dialog.locator('mark[data-kind="found-current"]')).toHaveText('sample444x3');
  await expect(dialog.getByText('page 444 of 500')).toBeVisible();
  await expect(dialog.getByText('1 of 1', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Go to page 444' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await dialog.getByRole('searchbox').fill('chapter');
  await expect(dialog.getByText('1 of 500', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('3 of 500', { exact: true })).toBeVisible();
  await expect(dialog.locator('mark[data-kind="found-current"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('mark')).toHaveCount(0);
  await dialog
    .getByRole('button', { name: 'Go to page 2', exact: true })
    .or(dialog.getByRole('button', { name: 'Go to page 4', exact: true }))
    .first()
    .click();
  expect(await dialog.locator('canvas').count()).toBeLessThanOrEqual(20);
});

test('what is protected by a password says so, alone and in a comparison', async ({ viewers }) => {
  const { page, show, compare } = viewers;
  await show([doc('locked.pdf'), doc('locked.docx'), doc('locked.xlsx')]);
  for (const index of [0, 1, 2]) {
    const card = page.getByRole('article').nth(index);
    await card.scrollIntoViewIfNeeded();
    await expect(card).toContainText('protected by a password');
  }

  await compare([doc('six.pdf'), doc('locked.pdf')]);
  await expect(page.getByText('A cannot be opened: It is protected by a password.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'page 1', exact: true })).toBeVisible();
  await compare([doc('small.csv'), doc('small-b.csv'), doc('locked.xlsx')]);
  await expect(page.getByText('B: It is protected by a password.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Reference: document1' })).toBeVisible();
  await compare([doc('one.docx'), doc('locked.docx')]);
  await expect(page.getByText('A (document1): It is protected by a password.')).toBeVisible();
});

test('a PDF opens with its password, after a wrong one was refused, and is then compared as well', async ({
  viewers,
}) => {
  const { page, show, compare } = viewers;
  await show([doc('locked.pdf')]);
  const card = page.getByRole('article');
  const password = card.getByLabel('Password of the document');
  await password.fill('guess');
  await password.press('Enter');
  await expect(card.getByRole('alert')).toHaveText('This is not its password.');
  await expect(password).toHaveValue('');
  await expect(password).toBeFocused();

  // in the large view: the card behind it opens as well
  await page.getByRole('button', { name: 'Open document1 large' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password of the document').fill('open sesame');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog.getByText('Chapter 1 of the lab report')).toBeAttached();
  await page.keyboard.press('Escape');

  await expect(card.getByText('Chapter 1 of the lab report')).toBeAttached();
  await compare([doc('six.pdf'), doc('locked.pdf')]);
  await expect(page.getByRole('group', { name: 'page 1 beside page 1' })).toBeVisible();
  await page.reload(); // it was kept in memory only
  await page.waitForFunction(() => 'harness' in window);
  await show([doc('locked.pdf')]);
  await expect(password).toBeVisible();
  expect(viewers.errors).toEqual([]);
});

test('DOCX and Markdown are compared as text, words marked', async ({ viewers }) => {
  const { page, compare } = viewers;
  await compare([doc('one.docx'), doc('two.docx')]);
  const area = page.getByRole('region', { name: 'Differences' });
  await expect(area.locator('mark[data-kind="out"]')).toHaveText('red');
  await expect(area.locator('mark[data-kind="in"]')).toHaveText('deep blue');

  await compare([doc('one.md'), doc('two.md')]);
  await expect(area.locator('mark[data-kind="in"]')).toHaveText('blue');
  await compare([doc('one.md'), doc('two.docx')]);
  await expect(page.getByRole('status')).toContainText('difference');
});

test('cells that differ are marked, rows put in stand beside none, the same value written otherwise does not count', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  await compare([doc('small.csv'), doc('small-b.csv')]);
  const table = page.getByRole('table', { name: 'A: document1' });
  await expect(page.getByText('1 cell in 2 rows differ')).toBeVisible();
  await expect(table.getByRole('cell', { name: '1.5' })).toHaveAttribute('data-kind', 'written');
  await table.focus();

  await page.keyboard.press('n');
  await expect(page.getByText('1 of 2 · Reference: no such row')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByText('2 of 2 · Reference C3: “g” · A C4: “kg”')).toBeVisible();
  await expect(table.locator('[data-current="true"]')).toHaveText('kg');
  await expect(table.locator('[data-current="true"]')).toHaveAttribute('title', 'Reference: “g”');
  await page.keyboard.press('e');
  await expect(table.getByRole('cell', { name: 'salt' })).toHaveCount(0);
});

test('a hundred thousand rows beside each other scroll as one, without blank rows', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  await compare([doc('rows.csv'), doc('rows-b.csv')]);
  await expect(page.getByText(/^1 cell in 2 rows differ$/)).toBeVisible({ timeout: 30_000 });
  const [left, right] = ['Reference', 'A'].map((name) =>
    page.getByRole('table', { name: `${name}: document1` }),
  );

  expect(await countBlankJumps(left!, '[role="row"]')).toBe(0);
  const top = (table: Locator) => table.evaluate((element) => element.scrollTop);
  expect(await top(right!)).toBe(await top(left!));

  await left!.focus();
  await page.keyboard.press('n');
  await expect(right!.locator('[data-absent][data-current="true"]')).toBeVisible();
  await page.keyboard.press('n');
  await expect(
    page.getByText('Reference B80002: “name 80000” · A B80001: “another name”'),
  ).toBeVisible();
  await expect(right!.locator('[data-current="true"]')).toHaveText('another name');
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(1_500);
});

test('linked tables keep the same cell in sight', async ({ viewers }) => {
  const { page, linked } = viewers;
  await linked([doc('rows.csv'), doc('rows-b.csv')], 400);
  const [first, second] = [0, 1].map((index) =>
    page.locator(`[data-linked="${index}"]`).getByRole('table'),
  );
  await expect(second!.getByRole('cell').first()).toBeVisible();

  await first!.evaluate((element) => (element.scrollTop = 24 * 70_000));

  await expect.poll(() => second!.evaluate((element) => element.scrollTop)).toBe(24 * 70_000);
});

test('linked PDFs show the same page', async ({ viewers }) => {
  const { page, linked } = viewers;
  await linked([doc('five-hundred.pdf'), doc('five-hundred-b.pdf')], 500);
  const [first, second] = [0, 1].map((index) => page.locator(`[data-linked="${index}"]`));
  await expect(first!.getByText('page 1 of 500')).toBeVisible();
  await expect(second!.getByText('page 1 of 500')).toBeVisible();

  for (let step = 0; step < 3; step++)
    await first!.getByRole('button', { name: 'Next page', exact: true }).click();

  await expect(first!.getByText('page 4 of 500')).toBeVisible();
  await expect(second!.getByText('page 4 of 500')).toBeVisible();
});
