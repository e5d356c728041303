import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

/** The words that are lit, in order. */
function lit(page: Page, name = 'loupe-search'): Promise<string[]> {
  return page.evaluate(
    (highlight) => [...(CSS.highlights.get(highlight) ?? [])].map(String), // ranges tell their text
    name,
  );
}

test('what was searched for is marked in the instance, and one goes from place to place', async ({
  page,
  app,
  welcome,
  instances,
}) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
  await instances.open();
  await instances.search.fill('wat');
  await expect(page).toHaveURL(/q=wat/);
  await expect(instances.grid.locator('mark').first()).toHaveText(/^wat/i);
  await instances.openFirst();

  await expect.poll(() => lit(page)).not.toHaveLength(0);
  for (const word of await lit(page)) expect(word).toMatch(/^wat[a-z]*$/i);
  const next = page.getByRole('button', { name: /^“wat”: \d+ places? in the texts/ });
  await expect(next).toHaveAccessibleName(new RegExp(`: ${(await lit(page)).length} place`));
  await next.click();
  expect(await lit(page, 'loupe-search-here')).toHaveLength(1);
  await expect(page.getByRole('button', { name: /^“wat”: 1 of \d+/ })).toBeVisible();

  await page.evaluate(() => (location.hash = location.hash.replace('q=wat', '')));

  await expect.poll(() => lit(page)).toEqual([]);
});
