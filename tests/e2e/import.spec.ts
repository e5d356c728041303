import { fileURLToPath } from 'node:url';
import { expect, test } from './support/fixtures.ts';

const samples = (path: string) =>
  fileURLToPath(new URL(`../../assets/samples/${path}`, import.meta.url));
const fixtures = (path: string) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));

test('a dataset and a model are imported, reported and opened', async ({
  page,
  app,
  importing,
  instances,
}) => {
  expect(app.url).toContain('127.0.0.1');
  await importing.open();
  await importing.add(samples('dataset'));
  await expect(importing.source(samples('dataset'))).toContainText(/instances|records/);
  await importing.add(samples('predictions/Aria-7B'));
  await importing.start();

  await expect(importing.report()).toBeVisible({ timeout: 30_000 });
  await expect(importing.report().getByRole('row', { name: /Aria-7B/ })).toBeVisible();
  await page.getByRole('button', { name: 'Open the instances' }).click();
  await expect.poll(() => instances.total()).toBeGreaterThanOrEqual(24);
});

test('damaged files are read as far as they can be, and every problem can be looked at', async ({
  app,
  importing,
  problems,
}) => {
  expect(app.url).toContain('127.0.0.1');
  await importing.open();
  await importing.add(fixtures('quirks'));
  await importing.start();
  await expect(importing.report()).toBeVisible({ timeout: 30_000 });

  await problems.open();

  await expect(problems.lines().first()).toBeVisible();
  await expect(problems.lines().first()).toContainText(/\.jsonl/);
});

test('a path that is not there is said beside it, and the rest stays', async ({
  app,
  importing,
}) => {
  expect(app.url).toContain('127.0.0.1');
  await importing.open();
  await importing.add(samples('dataset'));

  await importing.add('/nowhere/at/all');

  await expect(importing.source('/nowhere/at/all')).toContainText(/Cannot/);
  await expect(importing.source(samples('dataset'))).toBeVisible();
});
