import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPredictions } from '../builders/native/records.ts';
import { buildAnyGpt, buildMio } from '../builders/native/systems.ts';
import { NativeImportPage } from './pages/native-import-page.ts';
import { expect, test } from './support/fixtures.ts';
import { violations } from './support/violations.ts';

const SAMPLES = fileURLToPath(new URL('../../assets/samples/dataset', import.meta.url));

test('a folder of MIO is shown, written when that is confirmed, and imported as a model', async ({
  page,
  app,
  importing,
}) => {
  expect(app.url).toContain('127.0.0.1');
  const folder = buildMio();
  const out = join(mkdtempSync(join(tmpdir(), 'native-e2e-')), 'mio.jsonl');
  await importing.open();
  await importing.add(SAMPLES);
  await importing.start();
  await expect(importing.report()).toBeVisible({ timeout: 30_000 });
  const native = new NativeImportPage(page);
  await native.open();
  await native.lookAt(folder);
  await expect(native.system()).toHaveValue('mio');

  await page.getByRole('radio', { name: 'By order' }).check();
  await native.show();

  await expect(native.rows()).toHaveCount(5);
  await expect(native.rows().first()).toContainText(/[a-z_]+\/[a-z_]+\/\d+/);
  await expect(page.getByText('6 = 5 with a file + 1 without + 0 left out')).toBeVisible();
  await expect(page.getByText('8 = 5 named by a marker + 2 orphans + 1 left out')).toBeVisible();
  expect(existsSync(out)).toBe(false);
  expect(await violations(page)).toEqual([]);

  await native.confirm('MIO of ours', out);

  await expect(page.getByRole('heading', { name: '5 predictions of MIO' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('imported as “MIO of ours”')).toBeVisible();
  expect(readPredictions(out).size).toBe(5);
  await page.getByRole('button', { name: 'Report of the import' }).click();
  await expect(importing.report().getByRole('row', { name: /MIO of ours 5 0/ })).toBeVisible();
  rmSync(folder, { recursive: true });
  rmSync(join(out, '..'), { recursive: true });
});

test('a folder of another system, and of none, is told in words', async ({
  page,
  app,
  welcome,
}) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
  const folder = buildAnyGpt();
  const empty = mkdtempSync(join(tmpdir(), 'native-e2e-'));
  const native = new NativeImportPage(page);
  await native.open();
  await native.lookAt(folder);
  await native.system().selectOption('MIO');
  await native.pattern().fill('natural_science/chemistry/{sample}');
  await native.show();
  await expect(page.getByRole('alert')).toContainText('as AnyGPT does: choose that');

  await native.system().selectOption('AnyGPT');
  await native.show();
  await expect(native.rows()).toHaveCount(4);
  await expect(native.rows().first()).toContainText('the dataset has no instance');

  await native.lookAt(empty);
  await expect(page.getByRole('status').filter({ hasText: 'is empty' })).toBeVisible();
  for (const dir of [folder, empty]) rmSync(dir, { recursive: true });
});
