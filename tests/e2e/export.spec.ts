import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { violations } from './support/violations.ts';

/** Opens the screen by the rail, on the demo. */
async function openExport(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: 'Export' })
    .click();
  await expect(page.getByRole('heading', { name: 'Export', level: 1 })).toBeVisible();
}

async function write(page: Page, path: string): Promise<void> {
  await page.getByLabel('Where').selectOption({ label: 'Save to a path on this machine' });
  await page.getByRole('textbox', { name: /^(File|Folder)$/ }).fill(path);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
}

test.beforeEach(async ({ app, welcome }) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
});

test('a set that was filtered in the table goes out as a report and as a bundle', async ({
  page,
  app,
}) => {
  await page.evaluate(() => (location.hash = '#/instances?subdomain=chemistry'));
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', /^[1-9]/);
  await openExport(page);
  await expect(page.getByLabel('Of which instances')).toHaveValue('filter');

  await page.getByRole('button', { name: /^Report/ }).click();
  await page.getByLabel('Examples', { exact: true }).fill('1');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('report.html');
  expect(await readFile(await download.path(), 'utf8')).toContain('natural_science/chemistry/');
  expect((await page.request.get(download.url())).status()).toBe(404);
  await write(page, join(app.dir, 'report.html'));
  await expect(page.getByRole('status')).toContainText('1 of them shown');
  await page.getByRole('button', { name: /^Review bundle/ }).click();
  await write(page, join(app.dir, 'review.zip'));
  await expect(page.getByRole('status')).toContainText(/Written: \d+ instances/, {
    timeout: 30_000,
  });

  const report = await readFile(join(app.dir, 'report.html'), 'utf8');
  expect(report).toContain('natural_science/chemistry/');
  expect((await stat(join(app.dir, 'review.zip'))).size).toBeGreaterThan(1000);
  await page.evaluate(() => (location.hash = '#/welcome'));
  await page.getByRole('button', { name: /^Open a project or dataset/ }).click();
  await page.getByRole('textbox', { name: 'Path' }).fill(app.dir);
  await page.getByRole('button', { name: 'Go' }).click();
  await page.getByRole('button', { name: /^review\.zip/ }).click();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', /^[1-9]/, {
    timeout: 30_000,
  });
});

test('a place that must not be written to is told, and what is missing holds the button', async ({
  page,
  app,
}) => {
  await openExport(page);
  await page.getByRole('button', { name: /^Official result file/ }).click();
  await expect(page.getByRole('button', { name: 'Download', exact: true })).toBeDisabled();
  await page.getByLabel('Of the model').selectOption('Aria-7B');
  await write(page, app.dir);
  await expect(page.getByRole('alert')).toContainText('this is a folder');
  await page.getByLabel('By whom').selectOption('people');
  await write(page, join(app.dir, 'sc.jsonl'));
  await expect(page.getByRole('status')).toContainText(/Written: \d+ records/);
  expect(await readFile(join(app.dir, 'sc.jsonl'), 'utf8')).toContain('"source": "human"');
});

test('no kind of export has a serious accessibility violation in either theme', async ({
  page,
}) => {
  await openExport(page);
  for (const kind of [/^Review bundle/, /^Report/, /^Official result file/]) {
    await page.getByRole('button', { name: kind }).click();
    expect(await violations(page), String(kind)).toEqual([]);
  }
});
