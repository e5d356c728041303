import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { DEMO_INSTANCES } from './pages/welcome-page.ts';

const chips = (page: Page): Locator => page.getByRole('group', { name: 'Active filters' });
const sets = (page: Page): Locator => page.getByRole('group', { name: 'One-click sets' });
const expression = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'Filter expression' });
const address = (page: Page): string => decodeURIComponent(page.url().replaceAll('+', ' '));

test.beforeEach(async ({ app, welcome }) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
});

test('a brush narrows the table, is one step in the history, and comes back by its link', async ({
  page,
  instances,
}) => {
  const lane = page.getByRole('group', { name: 'SC of Polyglot-Mix', exact: true });
  const plot = await lane.locator('svg').boundingBox();
  if (plot === null) throw new Error('the histogram has no place');
  const y = plot.y + plot.height / 2;
  await page.mouse.move(plot.x + plot.width * 0.32, y);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width * 0.52, y, { steps: 5 });
  await page.mouse.up();

  // bins 6 to 10 of 20
  await expect.poll(() => address(page)).toContain('r=SC:Polyglot-Mix:0.3..0.55');
  await expect(chips(page)).toContainText('SC B30 to below 55');
  await expect.poll(() => instances.total()).toBeLessThan(DEMO_INSTANCES);
  const brushed = await instances.total();
  await page.goBack();
  await expect.poll(() => instances.total()).toBe(DEMO_INSTANCES);
  await page.goForward();
  await expect.poll(() => instances.total()).toBe(brushed);
  await page.reload();
  await expect.poll(() => instances.total()).toBe(brushed);
  // the histogram that is brushed keeps what lies beside the brush, by the keyboard as well
  await lane.getByRole('slider', { name: /^Highest/ }).press('Delete');
  await lane.getByRole('slider', { name: /^Lowest/ }).press('Delete');
  await expect.poll(() => instances.total()).toBe(DEMO_INSTANCES);
  expect(page.url()).not.toContain('r=');
});

test('one-click sets say how many there are, and keys go through them', async ({
  page,
  instances,
}) => {
  const worse = sets(page).getByRole('button', { name: /^B worse \d+/ });
  const count = Number(/\d+/.exec((await worse.textContent()) ?? '')?.[0]);
  await worse.click();
  await expect.poll(() => instances.total()).toBe(count);
  await expect(chips(page)).toContainText('SetB worse');
  await page.keyboard.press('m');
  await expect.poll(() => page.url()).toContain('mode=different');

  const contradicting = page.getByRole('button', { name: /^Missing media judged/ });
  await contradicting.click();
  await expect.poll(() => page.url()).toContain('mode=missingMediaJudged');
  await expect(contradicting).toHaveAttribute('aria-pressed', 'true');
});

test('an expression is completed by keys, shows where it is wrong, and takes the suggestion', async ({
  page,
  instances,
}) => {
  await page.keyboard.press('e');
  await page.keyboard.type('outp');
  await page.getByRole('option', { name: /^output/ }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('has im');
  await page.keyboard.press('Tab');
  await expect(expression(page)).toHaveValue('output has image ');
  await page.keyboard.press('Enter');
  await expect.poll(() => address(page)).toContain('expr=output has image');
  await expect.poll(() => instances.total()).toBeLessThan(DEMO_INSTANCES);
  const found = await instances.total();

  await page.keyboard.type('and feild = "natural_science"');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Character 22');
  expect(await instances.total()).toBe(found);
  await page.getByRole('button', { name: 'Use field' }).click();
  await expect(expression(page)).toHaveValue('output has image and field = "natural_science"');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect.poll(() => instances.total()).toBeLessThan(found);
});

test('an address with a filter that cannot be read says so, and nothing is lost', async ({
  page,
  instances,
}) => {
  await page.evaluate(() => (location.hash = '#/instances?expr=SCC(%22A%22)+%3C+0.5'));

  await expect(page.getByRole('heading', { name: 'This filter cannot be read' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Character 1');
  await page.getByRole('button', { name: 'Use SC', exact: true }).click();
  await expect.poll(() => address(page)).toContain('expr=SC("A") < 0.5');
  await page.getByRole('button', { name: 'Clear all', exact: true }).click();
  await expect.poll(() => instances.total()).toBe(DEMO_INSTANCES);
});

test('rows selected by keys are flagged together, found, and taken back in one step', async ({
  page,
  instances,
}) => {
  const flags = instances.grid.getByRole('img', { name: 'flagged' });
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+J');
  await expect(instances.grid.getByRole('row', { selected: true })).toHaveCount(3);
  await page.keyboard.press('f');
  await expect(flags).toHaveCount(3);
  await expect(sets(page).getByRole('button', { name: 'Flagged 3' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(flags).toHaveCount(0);

  // without a selection the whole set is meant
  await page.keyboard.press('Escape');
  await instances.facetValue(/^General area/).check();
  await expect.poll(() => instances.total()).toBe(11);
  await page.keyboard.press('t');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /^Illegible/ })
    .click();
  await expect(page.getByText('11 instances given the tag “Illegible”.')).toBeVisible();
});

test('a view is saved by name, opened again, and the set is written to a file', async ({
  page,
  app,
  instances,
}) => {
  await sets(page)
    .getByRole('button', { name: /^B worse/ })
    .click();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: /^GQ/ }).check();
  await page.keyboard.press('Escape');
  await expect(instances.header(/^GQ/).first()).toBeVisible();
  const saved = page.url();
  const total = await instances.total();
  await page.keyboard.press('v');
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('B worse, with quality');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'B worse, with quality', exact: true }).waitFor();
  await page.keyboard.press('Escape');

  await page.evaluate(() => (location.hash = '#/instances'));
  await expect.poll(() => instances.total()).toBe(DEMO_INSTANCES);
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'B worse, with quality', exact: true }).click();
  await expect.poll(() => page.url()).toBe(saved);
  await expect.poll(() => instances.total()).toBe(total);

  const file = join(app.dir, 'worse.csv');
  await page.getByRole('button', { name: 'Export the current set' }).click();
  await page.getByLabel('Where').selectOption({ label: 'Save to a path on this machine' });
  await page.getByRole('textbox', { name: 'File' }).fill(file);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(
    `${total} lines written`,
  );
  const lines = (await readFile(file, 'utf8')).trimEnd().split(/\r?\n/);
  expect(lines).toHaveLength(total + 1);
});

test('what is searched for is marked in its row', async ({ page, instances }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('titration');

  await expect.poll(() => instances.total()).toBe(1);
  await expect(
    instances.grid.locator('mark').filter({ hasText: 'titration' }).first(),
  ).toBeVisible();
});
