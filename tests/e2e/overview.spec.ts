import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

const board = (page: Page) => page.getByRole('region', { name: 'Leaderboard' });

test('the overview goes from the whole to what is behind each figure, by pointer and by keys', async ({
  page,
  app,
  welcome,
}) => {
  expect(app.url).toContain('127.0.0.1');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await welcome.openDemo();
  await page.getByRole('link', { name: 'Overview' }).click();

  await test.step('published results stand beside measured ones of their field, marked', async () => {
    await board(page).getByLabel('Group by').selectOption('field');
    const row = board(page)
      .getByRole('row', { name: /^UniMA published/ })
      .first();
    await expect(row.getByRole('cell').nth(1)).toHaveText('50.8');
    await expect(
      board(page).getByText(/shown as printed, never recomputed: Li et al/),
    ).toBeVisible();
    await board(page).getByLabel('Published results').uncheck();
    await expect(row).toHaveCount(0);
  });

  await test.step('a sort and the scale stand in the address', async () => {
    await board(page).getByLabel('Group by').selectOption('');
    await board(page).getByRole('button', { name: /^SQCS/ }).click();
    await board(page).getByRole('button', { name: /^SQCS/ }).click();
    await page.getByRole('button', { name: 'rel', exact: true }).click();
    await expect(board(page).getByRole('row').nth(1)).toHaveAccessibleName(/^Echo-Base/);
    expect(new URL(page.url()).hash).toContain('scale=rel');
    expect(new URL(page.url()).hash).toContain('order=SQCS');
  });

  await test.step('the arrow keys walk through a chart, Enter opens what is behind a point', async () => {
    const heat = page.getByRole('application', { name: /model by subdomain/ });
    await heat.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(/^Aria-7B · Chemistry, SQCS rel [\d.]+, n 2/)).toBeAttached();
    await page.keyboard.press('t');
    const table = page.getByRole('group', { name: /model by subdomain, table/ });
    await expect(table.getByRole('row', { name: /^Chemistry/ })).toBeVisible();
    await page.keyboard.press('t');
    await heat.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await expect(page).toHaveURL(/#\/instances\?.*subdomain=chemistry/);
    await expect(page.getByRole('row', { name: /chemistry/ })).toHaveCount(2);
    await page.goBack();
  });

  await test.step('a chart is saved as a picture of its own', async () => {
    const chart = page.getByRole('figure', { name: 'Instances by difficulty' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByRole('button', { name: 'Save as SVG' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('instances-by-difficulty.svg');
    const picture = await readFile(await download.path(), 'utf8');
    expect(picture).toContain('<svg');
    expect(picture).toContain('Instances by difficulty');
  });
});
