import { DatasetQcPage } from './pages/dataset-qc-page.ts';
import { expect, test } from './support/fixtures.ts';
import { violations } from './support/violations.ts';

test.beforeEach(async ({ app, welcome }) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
});

test('a record is revised, checked by another name and exported, by keys alone', async ({
  page,
}) => {
  const qc = new DatasetQcPage(page);
  await qc.look();
  await qc.begin('Ann');
  const first = await qc.shown();
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Reference, content' }).press('Control+End');
  await page.keyboard.type(' Also <audio7>.');
  await expect(page.getByText('audio7: no audio behind this tag')).toBeVisible();
  await expect(qc.panel()).toContainText('<audio7> has no entry in the output.');
  await page.keyboard.press('Control+Enter');
  const second = await qc.after(first);
  await page.keyboard.press('x');
  await page.keyboard.type('It is said twice.');
  await page.keyboard.press('Enter');
  await qc.after(second);
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { name: second })).toBeVisible();
  await expect(qc.panel()).toContainText('taken back');

  // the same name does not check
  await qc.phase('Check');
  await expect(page.getByText('Nothing is left')).toBeVisible();
  await page.getByLabel('Which records').selectOption('To check');
  await expect(qc.panel()).toContainText('Ann cannot check it: "Ann" reviewed it');

  await page.keyboard.press('Escape');
  await qc.begin('Bob');
  await qc.phase('Check');
  await expect(page.getByRole('heading', { name: first })).toBeVisible();
  await expect(qc.panel()).toContainText('shown when you have given your own verdict');
  await page.keyboard.press('d');
  await expect(page.getByRole('group', { name: 'Changes against the original' })).toContainText(
    'Also <audio7>.',
  );
  await page.keyboard.press('a');
  await expect(page.getByText('Nothing is left')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export 1 record' }).click();
  await expect(page.getByText(/1 record in 1 file written, 1 of them revised/)).toBeVisible();
  await qc.lookedWhole();
  await expect(page.getByRole('row', { name: /Pictures that look alike 2/ })).toBeVisible();
});

test('a name is gone on with where it was left, and a third decides where two disagree', async ({
  page,
}) => {
  const qc = new DatasetQcPage(page);
  await qc.look();
  await qc.begin('Ann');
  const first = await qc.shown();
  await page.keyboard.press('a');
  const second = await qc.after(first);
  await qc.open();
  await page.getByLabel('Your name').fill(' ann');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('"Ann" is at work here already');
  await page.getByRole('button', { name: 'I am the same person' }).click();
  await expect(page.getByRole('heading', { name: second })).toBeVisible();

  await qc.begin('Bob');
  await qc.phase('Check');
  await expect(page.getByRole('heading', { name: first })).toBeVisible();
  await page.keyboard.press('x');
  await page.keyboard.type('The answer is wrong.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing is left')).toBeVisible();
  await qc.begin('Cem');
  await qc.phase('Decide');
  await expect(qc.panel()).toContainText('The answer is wrong.');
  await page.keyboard.press('a');
  await expect(page.getByText('Nothing is left')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'States' })).toContainText('Accepted1');
});

test('no part has a serious accessibility violation in either theme', async ({ page }) => {
  const qc = new DatasetQcPage(page);
  await qc.look();
  await qc.begin('Ann');
  await page.keyboard.press('r');
  await qc.editor().waitFor();
  await page.keyboard.type('A');
  expect(await violations(page), 'editor').toEqual([]);
  await page.keyboard.press('Control+Enter');
  await qc.phase('Check');
  await page.getByLabel('Which records').selectOption('To check');
  await expect(qc.panel()).toContainText('Ann cannot check it');
  expect(await violations(page), 'a trail').toEqual([]);
  await qc.open();
  expect(await violations(page), 'start').toEqual([]);
});
