import { expect, test } from './support/fixtures.ts';

test.beforeEach(async ({ app, welcome }) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
});

test('from the table through an instance and back, without a mouse', async ({
  page,
  instances,
  instance,
}) => {
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await instance.drawn();
  const opened = instance.key();
  expect(await instance.step('j')).not.toBe(opened);
  expect(await instance.step('k')).toBe(opened);
  await page.keyboard.press('Escape');

  await expect(instances.grid).toBeVisible();
});

test('columns are hidden, swapped and their scrolling linked by keys', async ({
  page,
  instance,
}) => {
  await instance.open('natural_science/chemistry/301', 'models=Aria-7B,Echo-Base');

  await page.keyboard.press('Shift+T');
  await expect(instance.column('Task')).toBeHidden();
  await page.keyboard.press('Shift+T');
  await expect(instance.column('Task')).toBeVisible();
  await page.keyboard.press('x');
  await expect.poll(() => page.url()).toContain('models=Echo-Base,Aria-7B');
  await page.keyboard.press('s');
  await expect.poll(() => page.url()).toContain('link=1');
  await page.keyboard.press(']');
  await expect(instance.scores()).toBeHidden();
});

test('the slash goes to the search, and its letters are not taken for commands', async ({
  page,
  instances,
}) => {
  await page.keyboard.press('/');
  await page.keyboard.type('jk?x');

  await expect(instances.search).toHaveValue('jk?x');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the sheet lists the keys, the palette runs what it finds', async ({ page }) => {
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Command palette');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('show the problems');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Problems' })).toBeVisible();
});

test('a large view opens with Enter, closes with Escape, and the focus comes back', async ({
  page,
  instance,
}) => {
  await instance.open('natural_science/chemistry/301', 'models=Aria-7B');
  const card = instance.card('Reference', 'image2');

  await card.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(card).toBeFocused();
});
