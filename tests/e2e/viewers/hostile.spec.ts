import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

const hacked = (page: Page) => page.evaluate(() => window.__hacked);

test('hostile Markdown, DOCX, SVG and XLSX neither run nor fetch anything', async ({ viewers }) => {
  const { page, show } = viewers;
  await show([
    { tag: 'document1', modality: 'document', file: 'hostile.md' },
    { tag: 'document2', modality: 'document', file: 'report.docx' },
    { tag: 'image1', modality: 'image', file: 'hostile.svg' },
    { tag: 'document3', modality: 'document', file: 'sheet.xlsx' },
    { tag: 'document4', modality: 'document', file: 'hostile.svg' },
  ]);
  const card = (index: number) => page.getByRole('article').nth(index);

  await expect(card(0)).toContainText('<script>window.__hacked="md-script"</script>');
  await expect(card(0)).toContainText('picture not loaded: remote');
  await card(0).getByText('script link').click();
  await card(0).getByText('outside').click();
  await expect(card(1)).toContainText('<script>window.__hacked=1</script> stays text.');
  await card(1).getByText('a script link').click();
  await card(1).getByText('an outside link').click();
  await expect(card(2).locator('img')).toBeVisible();
  await card(3).scrollIntoViewIfNeeded();
  await card(3).getByRole('tab', { name: 'Notes & more' }).click();
  await card(3).getByRole('cell', { name: 'link' }).click();
  await card(4).scrollIntoViewIfNeeded();
  await expect(card(4).locator('img')).toBeVisible();

  expect(await hacked(page)).toBeUndefined();
  expect(viewers.foreignRequests).toEqual([]);
  // no element of the page may lead or load anywhere else
  const leads = await page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const element of document.querySelectorAll('*')) {
      if (element.shadowRoot !== null) roots.push(element.shadowRoot);
    }
    return roots.flatMap((root) =>
      [...root.querySelectorAll('a[href], iframe, object, embed, [src], [onerror], [onload]')]
        .filter((element) => !element.closest('article img[src^="media/"]'))
        .map((element) => element.outerHTML.slice(0, 80))
        .filter((html) => !/src="(media\/|data:image\/png|\.\/assets\/)/.test(html)),
    );
  });
  expect(leads).toEqual([]);
  expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test('prose from a model keeps generics as text, and its maths cannot link', async ({
  viewers,
}) => {
  const { page, prose } = viewers;

  await prose(
    'Use `a` and vector<vector<int>> x; H<sub>2</sub>O <how urban it is>.\n\n' +
      '<img src=x onerror="window.__hacked=1"> $\\href{javascript:window.__hacked=2}{x}$ ' +
      '[x](javascript:window.__hacked=3) <javascript:window.__hacked=4> costs $5 and $6 | $y^2$',
  );

  await expect(page.locator('.katex').last()).toBeVisible();
  const text = await page.locator('#root').innerText();
  expect(text).toContain('vector<vector<int>> x; H<sub>2</sub>O <how urban it is>.');
  expect(text).toContain('costs $5 and $6');
  await expect(page.locator('#root a')).toHaveCount(0);
  await expect(page.locator('#root img')).toHaveCount(0);
  expect(await hacked(page)).toBeUndefined();
  expect(viewers.foreignRequests).toEqual([]);
});
