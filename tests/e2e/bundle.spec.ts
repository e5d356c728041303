// A review bundle as its reader has it: a page on a disk, opened by double click, with no program behind it.
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { writeHostileProject } from '../builders/hostile/hostile-project.ts';
import { HOSTILE_MARKUP } from '../builders/hostile/payloads.ts';
import { guardPage } from './support/guard.ts';

const CLI = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../assets/samples/', import.meta.url));

/** Runs the command line as a user would, with a home of the test's own. */
async function loupe(dir: string, ...args: readonly string[]): Promise<void> {
  await mkdir(dir, { recursive: true });
  const env = { ...process.env, LOUPE_DATA_DIR: join(dir, 'data'), HOME: dir };
  await promisify(execFile)(process.execPath, [CLI, ...args], { env, cwd: dir });
}

/** Opens the page and notes whatever it asks for outside of the disk. */
async function openBundle(page: Page, dir: string, hash = ''): Promise<readonly string[]> {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url());
  });
  await page.goto(`${pathToFileURL(join(dir, 'index.html')).href}${hash}`);
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  return asked;
}

test('the page of a bundle shows instances, media and previews from the disk and asks no network', async ({
  page,
}, { outputDir }) => {
  test.setTimeout(60_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await loupe(
    outputDir,
    ...['import', '--project', 'project', '--dataset', join(SAMPLES, 'dataset')],
    ...['--predictions', `Aria-7B=${join(SAMPLES, 'predictions', 'Aria-7B')}`],
  );
  const filter = 'subdomain in ("chemistry", "architecture", "food")';
  const bundle = ['--as', 'bundle', '--title', 'For Ada', '--out', 'review', '--filter', filter];
  await loupe(outputDir, 'export', '--project', 'project', ...bundle);

  const asked = await openBundle(page, join(outputDir, 'review'));
  const rows = page.getByRole('navigation', { name: 'Instances' }).getByRole('button');
  const count = await rows.count();
  expect(count).toBeGreaterThan(3);
  const drawn = new Set<string>();
  for (let nth = 0; nth < count; nth++) {
    await rows.nth(nth).click();
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(
      (await rows.nth(nth).locator('strong').textContent()) ?? '',
    );
    for (const figure of await page.getByRole('figure').all()) {
      const picture = figure.locator('img');
      if ((await picture.count()) === 0) continue;
      await picture.scrollIntoViewIfNeeded();
      await expect(picture).toHaveJSProperty('complete', true);
      await expect(picture).not.toHaveJSProperty('naturalWidth', 0);
      drawn.add((await figure.getAttribute('data-modality')) ?? '');
    }
  }
  expect(drawn).toContain('image');
  expect(drawn).toContain('threeD');
  expect(drawn).toContain('document');
  await page.keyboard.press('k');
  await expect(rows.nth(count - 2)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('/');
  await page.keyboard.type('chemistry');
  await expect(rows).not.toHaveCount(count);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
  expect(asked).toEqual([]);
  expect(errors).toEqual([]);
});

test('a bundle whose every string and file attacks neither runs, asks nor leads away', async ({
  page,
}, { outputDir }) => {
  test.setTimeout(60_000);
  const project = await writeHostileProject(join(outputDir, 'hostile'));
  await loupe(
    outputDir,
    ...['import', '--project', 'project', '--dataset', project.dataset],
    ...['--predictions', `"><script>alert(1)</script>=${project.predictions}`],
  ).catch((error: { code?: number }) => expect(error.code).toBe(1)); // it tells of bad records
  const title = HOSTILE_MARKUP[0] ?? '';
  await loupe(
    outputDir,
    ...['export', '--project', 'project', '--as', 'bundle', '--title', title, '--out', 'review'],
  );

  const asked = await openBundle(page, join(outputDir, 'review'), `#<img src=x onerror=alert(1)>`);
  const guard = await guardPage(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const rows = page.getByRole('navigation', { name: 'Instances' }).getByRole('button');
  for (const row of await rows.all()) {
    await row.click();
    const key = (await row.locator('strong').textContent()) ?? '';
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(key);
    await expect(page.getByRole('region', { name: 'Task' })).toBeVisible();
    for (const figure of await page.getByRole('figure').all())
      await figure.evaluate((element) => element.scrollIntoView());
    await guard.check();
  }
  // what could run when it is opened has no link
  const links = page.getByRole('link', { name: 'open file' });
  for (const link of await links.all())
    expect(await link.getAttribute('href')).toMatch(/\.(png|pdf|jpg|gif|webp|mp4)$/);
  expect(asked).toEqual([]);
});
