import { SpotCheckPage } from './pages/spot-check-page.ts';
import { expect, test } from './support/fixtures.ts';
import { violations } from './support/violations.ts';

const UNITS = 34;

test.beforeEach(async ({ app, welcome }) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
});

test('100 ratings without the mouse, blind, with an undo, a reason and a note, and all of them are kept', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const spotCheck = new SpotCheckPage(page);
  const told: string[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('ratings.unit')) return;
    void response.text().then((text) => told.push(text));
  });
  await spotCheck.draw({ size: UNITS });
  await spotCheck.begin('Ann');
  for (let nth = 1; nth <= UNITS; nth++) {
    await spotCheck.shown(nth);
    for (const digit of digitsOf(nth)) await page.keyboard.press(digit);
    await expect(spotCheck.panel().getByRole('status')).toContainText('Rated');
    if (nth < UNITS) await page.keyboard.press('j');
  }
  await expect(spotCheck.panel()).toContainText(`${UNITS} done`);
  await page.keyboard.press('u');
  await expect(spotCheck.panel()).toContainText(`${UNITS - 1} done`);
  await page.keyboard.press('0');
  await page.keyboard.type('I do not read this language.');
  await page.keyboard.press('Enter');
  await expect(spotCheck.scale('Stylistic harmony')).toContainText('cannot judge');
  await page.keyboard.press('n');
  await page.keyboard.type('Ask 1 of the 5 others.');
  await page.keyboard.press('Enter');
  await expect(spotCheck.panel()).toContainText('Note: Ask 1 of the 5 others.');

  // 34 units of three scales, of which one could not be judged
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Agreement', exact: true }).click();
  const table = page.getByRole('group', { name: '95 % bootstrap intervals' });
  await expect(table.getByRole('row', { name: /^Semantic correctness 3\d/ })).toBeVisible({
    timeout: 30_000, // resampling in a thread, beside everything else
  });
  await expect(page.getByText('1 could not be judged.')).toBeVisible();
  expect(told.length).toBeGreaterThanOrEqual(UNITS);
  for (const text of told) expect(text).not.toMatch(/Aria-7B|Echo-Base|Polyglot-Mix/);
});

test('behind the curtain: model and judge, a verdict and a corrected score, by keys', async ({
  page,
}) => {
  const spotCheck = new SpotCheckPage(page);
  await spotCheck.draw({ size: 3 });
  await spotCheck.begin('Ann');
  await spotCheck.shown(1);
  for (const digit of ['4', '3', '5']) await page.keyboard.press(digit);
  await expect(spotCheck.panel().getByRole('status')).toContainText('Rated');
  await page.keyboard.press('r');
  await expect(spotCheck.revealed()).toBeVisible();
  await page.keyboard.press('v');
  await page.keyboard.type('Half of it is missing.');
  await page.keyboard.press('Enter');
  await expect(spotCheck.panel().getByText('Half of it is missing.')).toBeVisible();
  await page.keyboard.press('2');
  await expect(
    spotCheck.panel().getByRole('button', { name: 'Corrected score 2' }),
  ).toHaveAttribute('aria-pressed', 'true');
  await expect(spotCheck.scale('Semantic correctness')).toContainText('you 4');

  await page.reload();
  await spotCheck.shown(1);

  await expect(spotCheck.scale('Semantic correctness')).toContainText('corrected 2');
});

test('a name that is taken is refused and can be gone on with; pairs are compared by keys', async ({
  page,
}) => {
  const spotCheck = new SpotCheckPage(page);
  await spotCheck.draw({ kind: 'Two models: which is better', size: 6 });
  await spotCheck.begin('Ann');
  await spotCheck.shown(1);
  await page.keyboard.press('2');
  await expect(spotCheck.panel().getByRole('button', { name: /Tie, leaning A/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Escape');
  await spotCheck.begin(' ann');
  await expect(page.getByRole('alert')).toContainText('"Ann" has begun this sample already');
  await page.getByRole('button', { name: 'I am the same person' }).click();
  await spotCheck.shown(2);
  await page.keyboard.press('1');
  await expect(spotCheck.panel()).toContainText('2 done');
});

test('no part has a serious accessibility violation in either theme', async ({ page }) => {
  const spotCheck = new SpotCheckPage(page);
  await page.evaluate(() => (location.hash = '#/spot-check?show=agreement'));
  await page.getByRole('group', { name: '95 % bootstrap intervals' }).waitFor();
  await page
    .getByRole('region', { name: 'Checks of the metrics' })
    .getByRole('table')
    .first()
    .waitFor();
  expect(await violations(page), 'agreement').toEqual([]);
  await spotCheck.draw({ size: 3 });
  await page.getByLabel('Your name').waitFor();
  expect(await violations(page), 'a sample').toEqual([]);
  await spotCheck.begin('Ann');
  await spotCheck.shown(1);
  expect(await violations(page), 'rating').toEqual([]);
  for (const digit of ['4', '3', '5']) await page.keyboard.press(digit);
  await expect(spotCheck.panel().getByRole('status')).toContainText('Rated');
  await page.keyboard.press('r');
  await spotCheck.revealed().waitFor();
  expect(await violations(page), 'revealed').toEqual([]);
});

/** Three ratings, others for every unit. */
function digitsOf(nth: number): readonly string[] {
  return [1, 2, 3].map((step) => String(1 + ((nth * step) % 5)));
}
