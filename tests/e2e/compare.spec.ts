import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { violations } from './support/violations.ts';

const PAIR = 'models=Aria-7B,Polyglot-Mix';
const scatter = (page: Page) => page.getByRole('application', { name: /SQCS of Aria-7B/ });
const go = (page: Page, hash: string) =>
  page.evaluate((address) => {
    location.hash = address;
  }, hash);

test('two models are compared, from all metrics down to one instance, by keys alone', async ({
  page,
  app,
  welcome,
  instances,
}) => {
  expect(app.url).toContain('127.0.0.1');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await welcome.openDemo();
  await page.getByRole('link', { name: 'Compare' }).click();

  await test.step('each metric says how large the difference is, how sure, and on how many', async () => {
    const row = page.getByRole('row', { name: /^GQ/ });
    await expect(row).toContainText('A better');
    // 30 instances: A better on 27, the same on none, B better on 3
    await expect(row).toContainText('27 A better');
    await row.getByRole('link', { name: '27' }).click();
    await expect(instances.grid).toHaveAttribute('aria-rowcount', String(27 + 2));
    await page.goBack();
  });

  await test.step('the arrow keys brush, and what is brushed is what the table then shows', async () => {
    await scatter(page).focus();
    for (const key of ['ArrowRight', 'End', 'Shift+Home']) await page.keyboard.press(key);
    for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+PageDown');
    const heading = page.getByRole('heading', { name: /brushed$/ });
    await expect(page).toHaveURL(/brush=0\.\.1:0\.\.0\.5/);
    const count = Number.parseInt((await heading.textContent()) ?? '', 10);
    expect(count).toBeGreaterThan(5);
    await page.reload();
    await expect(heading).toHaveText(`${count} instances brushed`);
    await page.getByRole('link', { name: `Open all ${count}` }).press('Enter');
    await expect(instances.grid).toHaveAttribute('aria-rowcount', String(count + 2));
    await page.goBack();
    await scatter(page).press('Escape');
    await expect(heading).toHaveCount(0);
  });

  await test.step('the largest lead opens with both models beside each other', async () => {
    const list = page.getByRole('group', { name: 'Largest leads of A' });
    await list.getByRole('link').first().press('Enter');
    await expect(page).toHaveURL(/#\/instance\/.*sort=-delta:SQCS.*models=Aria-7B,Polyglot-Mix/);
    await page.goBack();
  });

  await test.step('A and B change places by a key, and with them every sign', async () => {
    await page.keyboard.press('x');
    await expect(page).toHaveURL(/models=Polyglot-Mix,Aria-7B/);
    await expect(page.getByRole('row', { name: /^GQ/ })).toContainText('B better');
  });

  await test.step('the scatter is a table, too, and is saved as a picture of its own', async () => {
    const chart = page.getByRole('figure', { name: /instance by instance/ });
    await chart.getByRole('button', { name: 'Show it as a table' }).click();
    await expect(chart.getByRole('row', { name: /^90–100/ })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByRole('button', { name: 'Save as SVG' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('sqcs-instance-by-instance.svg');
    expect(await readFile(await download.path(), 'utf8')).toContain('SQCS, instance by instance');
  });
});

test('what cannot be compared says so in words, in every theme legible', async ({
  page,
  app,
  welcome,
}) => {
  test.setTimeout(120_000);
  expect(app.url).toContain('127.0.0.1');
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  await welcome.openDemo();
  const paired = page.getByRole('group', { name: 'Paired figures, table' });

  await test.step('nothing but ties', async () => {
    await go(page, `#/compare?${PAIR}&expr=${ask('delta("LeS", A, B) = 0')}`);
    await expect(paired.getByRole('row', { name: /^LeS/ })).toContainText(
      'have the same LeS on all 32 instances: there is no difference to test',
    );
  });

  await test.step('no instance in common', async () => {
    await go(page, `#/compare?${PAIR}&metric=SQCS&expr=${ask('SQCS(B) is unscored')}`);
    const row = paired.getByRole('row', { name: /^SQCS/ });
    await expect(row).toContainText('No instance has a figure of SQCS for both');
  });

  await test.step('one instance', async () => {
    await go(page, `#/compare?${PAIR}&expr=${ask('id = "310"')}`);
    await expect(paired.getByRole('row', { name: /^StS/ })).toContainText('rests on one instance');
  });

  await test.step('no instance at all', async () => {
    await go(page, `#/compare?${PAIR}&q=nowheretobefound`);
    await expect(page.getByText(/No instance fits the filter/).first()).toBeVisible();
  });

  await test.step('no serious violation in either theme', async () => {
    const three = 'models=Aria-7B,Polyglot-Mix,Echo-Base';
    await go(page, `#/compare?${three}&metric=SC&support=5&brush=0..1:0..1`);
    await expect(page.getByRole('region', { name: 'Scores by model' })).toContainText('A − C');
    await expect(page.getByRole('group', { name: 'Slices, table' })).toBeVisible();

    expect(await violations(page)).toEqual([]);
  });
});

const ask = (expression: string) => encodeURIComponent(expression);
