import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

async function onlyAria(page: Page): Promise<void> {
  for (const model of ['Polyglot-Mix', 'Echo-Base'])
    await page.getByRole('checkbox', { name: model }).uncheck();
}

test('a run is planned, started, and its figures open beside the item', async ({
  page,
  app,
  welcome,
  instance,
}) => {
  test.setTimeout(120_000);
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
  await page.getByRole('link', { name: 'Runs' }).click();
  await onlyAria(page);
  const plan = page.getByRole('region', { name: 'What this run would do' });
  await expect(plan.getByRole('row', { name: /^Image/ })).toBeVisible();

  await page.getByRole('button', { name: 'Start the run' }).click();
  await expect(page.getByRole('heading', { name: /Run 1 · done/ })).toBeVisible({
    timeout: 60_000,
  });
  await instance.open('natural_science/chemistry/301', 'models=Aria-7B');

  const anatomy = instance.scores().getByRole('group').filter({ hasText: 'image2' }).first();
  await anatomy.locator('summary').click();
  await expect(anatomy.getByRole('table').first()).toBeVisible();
});

test('a second run finds everything in the cache', async ({ page, app, welcome }) => {
  test.setTimeout(120_000);
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
  await page.getByRole('link', { name: 'Runs' }).click();
  const start = async (title: RegExp) => {
    await page.getByRole('button', { name: 'Start the run' }).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible({ timeout: 60_000 });
  };
  await onlyAria(page);
  await start(/Run 1 · done/);

  await page.getByRole('button', { name: 'New' }).click();
  await onlyAria(page);
  const all = page.getByRole('row', { name: /^All/ });
  await expect(all.getByRole('cell').first()).toHaveText('0');
  await start(/Run 2 · done/);

  await expect(page.getByText('Computed', { exact: true }).locator('..')).toHaveText('Computed0');
});
