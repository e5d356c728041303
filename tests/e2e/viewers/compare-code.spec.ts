import { countBlankJumps } from './support/blank-jumps.ts';
import { expect, test } from './support/fixtures.ts';

const code = (file: string) => ({ tag: 'code1', modality: 'code' as const, file });

test('code stands beside code, coloured, with words marked, equal stretches folded', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  await compare([code('long.py'), code('long-b.py')]);
  const area = page.getByRole('region', { name: 'Differences' });
  await expect(page.getByRole('status').filter({ hasText: '2 differences · −1 +2' })).toBeVisible();
  await expect(area.locator('.hljs-keyword').first()).toHaveCount(0); // more than 200,000 characters
  await expect(page.getByText('Both: Not coloured')).toBeVisible();
  await expect(area.getByRole('button', { name: '29,984 equal lines' })).toBeVisible();
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(900);

  await area.focus();
  await page.keyboard.press('n');
  await expect(page.getByText('difference 1 of 2')).toBeVisible();
  await expect(area.getByText('# a comment that is new')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByText('difference 2 of 2')).toBeVisible();
  await expect(area.locator('mark[data-kind="out"]')).toHaveText('30000');
  await expect(area.locator('mark[data-kind="in"]')).toHaveText('2');
  await page.keyboard.press('p');
  await expect(area.getByText('# a comment that is new')).toBeVisible();
  expect(viewers.errors).toEqual([]);
});

test('inline, what was taken out stands over what was put in, in the colours of the language', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  const inline = (text: string) => ({
    tag: 'code1',
    modality: 'code' as const,
    media: { kind: 'inline' as const, text, language: 'python' },
  });
  await compare([
    inline('import os\n\ndef area(radius):\n    return 3.14 * radius\n'),
    inline('import os\n\ndef area(radius):\n    return 3.1416 * radius ** 2\n'),
    inline('import sys\n'),
  ]);
  const area = page.getByRole('region', { name: 'Differences' });
  await expect(area.locator('.hljs-keyword', { hasText: 'import' })).toHaveCount(2);
  await area.focus();

  await page.keyboard.press('i');

  await expect(area.locator('.hljs-keyword', { hasText: 'import' })).toHaveCount(1);
  await expect(area.locator('code')).toHaveText([
    'import os',
    '',
    'def area(radius):',
    'taken out:     return 3.14 * radius',
    'put in:     return 3.1416 * radius ** 2',
  ]);
  await page.getByLabel('Compared with').selectOption('B');
  await expect(area.locator('mark[data-kind="in"]').first()).toHaveText('sys');
});

test('a megabyte in one line is broken to be compared, and the change is found in it', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  await compare([code('one.js'), code('one-b.js')]);
  const area = page.getByRole('region', { name: 'Differences' });

  await expect(page.getByText('1 difference · −1 +1')).toBeVisible();
  await expect(page.getByText('↪ goes on with the line')).toBeVisible();
  await area.focus();
  await page.keyboard.press('n');
  await expect(area.locator('mark[data-kind="in"]')).toHaveText(['other', '1']);
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(700);
});

test('fifty thousand lines in another order are shown, and that it is not the fewest changes', async ({
  viewers,
}) => {
  const { page, compare } = viewers;
  await compare([code('long.py'), code('other.py')]);
  await expect(page.getByText('Too different to be compared line by line')).toBeVisible();
  const area = page.getByRole('region', { name: 'Differences' });

  expect(await countBlankJumps(area, '[data-index]')).toBe(0);
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2_000);
});

test('tricks with unseen characters are shown where they stand', async ({ viewers }) => {
  const { page, show, compare } = viewers;
  await show([code('trojan.py')]);
  await expect(page.locator('[data-hidden]')).toHaveText(['RLO', 'LRI', 'PDI', 'LRI', 'ZWSP']);

  await compare([code('trojan.py'), code('hello.py')]);
  await expect(page.locator('[data-hidden="RLO"]')).toBeVisible();
  await expect(page.locator('[data-hidden="ZWSP"]')).toHaveAttribute(
    'title',
    'U+200B: zero-width space',
  );
});

test('linked code views keep the first line in sight', async ({ viewers }) => {
  const { page, linked } = viewers;
  await linked([code('long.py'), code('long-b.py')], 400);
  const [first, second] = [0, 1].map((index) =>
    page.locator(`[data-linked="${index}"]`).getByRole('region', { name: 'Code' }),
  );
  await expect(second!.locator('code').first()).toBeVisible();

  await first!.evaluate((element) => (element.scrollTop = 18 * 20_000));

  await expect.poll(() => second!.evaluate((element) => element.scrollTop)).toBe(18 * 20_000);
});
