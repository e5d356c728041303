// Comparing without a mouse: aligned rows, pairs corrected by hand, text difference, the compare sheet.
import type { Locator } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

const KEY = 'natural_science/chemistry/301';
const MODELS = 'models=Aria-7B,Polyglot-Mix';

test.beforeEach(async ({ app, welcome }) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
});

test('aligned rows put what belongs together side by side, with a gap where something is missing', async ({
  page,
  instance,
}) => {
  await instance.open(KEY, MODELS);

  await page.keyboard.press('a');

  await expect(page).toHaveURL(/rows=aligned/);
  const pictures = page.getByRole('group', { name: 'Row 2: image' });
  await expect(pictures.getByRole('article', { name: /^image2,/ })).toHaveCount(3);
  await expect(page.getByText('Audio missing')).toBeVisible();
  await expect(page.getByText('no image here').first()).toBeVisible();
});

test('a pair is corrected by keyboard, survives a reload, and is taken back', async ({
  page,
  instance,
}) => {
  await instance.open(KEY, MODELS);
  await page.keyboard.press('a');
  const third = page.getByRole('article', { name: /^image3,/ });
  await third.focus();

  await page.keyboard.press('p');
  await page.getByRole('menuitem', { name: /Pair with image2/ }).press('Enter');

  const byHand = page.getByRole('button', { name: /^Paired by hand/ });
  await expect(byHand).toBeVisible();
  await page.reload();
  await expect(byHand).toBeVisible();
  await third.focus();
  await page.keyboard.press('p');
  await page.getByRole('menuitem', { name: /Forget all pairs/ }).press('Enter');
  await expect(byHand).toHaveCount(0);
});

test('the text difference goes round with its key, in rows and in columns', async ({
  page,
  instance,
}) => {
  await instance.open(KEY, MODELS);

  await page.keyboard.press('d');

  await expect(page.getByText('against reference').first()).toBeVisible();
  await expect(instance.column('Aria-7B').locator('ins').filter({ hasText: 'note' })).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByText('against B')).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.locator('[data-aligned] del').first()).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.locator('[data-aligned] del')).toHaveCount(0);
});

test('the compare sheet opens on the card that has the focus, and gives it back', async ({
  page,
  instance,
}) => {
  await instance.open(KEY, MODELS);
  await page.keyboard.press('a');
  const card = page
    .getByRole('group', { name: 'Row 2: image' })
    .getByRole('article', { name: /^image2,/ })
    .nth(1);
  await card.focus();

  await page.keyboard.press('c');

  const sheet = page.getByRole('dialog', { name: /^Compare Image 1/ });
  await expect(sheet).toBeVisible();
  await page.keyboard.press('j');
  const next = page.getByRole('dialog', { name: /^Compare Audio 1/ });
  await expect(next).toBeVisible();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys.getByRole('region', { name: 'Compare sheet' })).toContainText('Next items');
  // a dialog that has just come may not hear the first one
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden({ timeout: 2_000 });
  }).toPass();
  await expect(next).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(card).toBeFocused();
  expect(instance.key()).toBe(KEY);
});

test('a mark of the structure strip tells its arithmetic to the keyboard', async ({
  page,
  instance,
}) => {
  await instance.open(KEY, MODELS);

  await instance
    .column('Polyglot-Mix')
    .getByRole('img', { name: /^Audio, missing/ })
    .focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');

  await expect(
    page.getByText(/Audio: g 1 expected, p 0 found, TP = min\(g, p\) = 0/),
  ).toBeVisible();
  await expect(page.getByText(/StS = \(.+\) \/ 2 = 33\.3/)).toBeVisible();
});

test('viewers of items that belong together follow each other in plain columns, until they are parted', async ({
  page,
  instance,
}) => {
  await instance.open(KEY, MODELS);
  const reference = instance.card('Reference', 'image2');
  const answer = instance.card('Aria-7B', 'image2');
  const widthOf = (card: Locator) =>
    card.locator('img').evaluate((each) => each.getBoundingClientRect().width);
  const closer = reference.getByRole('button', { name: 'Zoom in' });
  await closer.waitFor({ state: 'attached' });
  await expect.poll(() => answer.locator('img').count()).toBe(1);
  const before = await widthOf(answer);
  await closer.press('Enter');
  await expect.poll(() => widthOf(answer)).toBeGreaterThan(before * 1.1);

  await page.keyboard.press('l');
  await expect(page).toHaveURL(/views=apart/);
  const [linked, own] = [await widthOf(answer), await widthOf(reference)];
  await closer.press('Enter');
  await expect.poll(() => widthOf(reference)).toBeGreaterThan(own * 1.1);
  expect(await widthOf(answer)).toBe(linked);
});
