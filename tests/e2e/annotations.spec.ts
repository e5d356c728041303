import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

const KEY = 'natural_science/chemistry/301';
const MODELS = 'models=Aria-7B,Echo-Base';

const section = (page: Page): Locator => page.getByRole('region', { name: 'Annotations' });
const panel = (page: Page): Locator => page.getByRole('dialog', { name: /^Annotate/ });

test.beforeEach(async ({ app, welcome, instance }) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
  await instance.open(KEY, MODELS);
  await instance.drawn();
});

test('f flags the instance, or the response in focus, and the table finds it', async ({
  page,
  instance,
  instances,
}) => {
  await page.keyboard.press('f');
  await expect(section(page)).toContainText('flagged');
  await instance.card('Aria-7B', 'image2').focus();
  await page.keyboard.press('f');
  await expect(
    instance.column('Aria-7B').locator('header').getByRole('img', { name: 'flagged' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  await page
    .getByRole('group', { name: 'One-click sets' })
    .getByRole('button', { name: /^Flagged/ })
    .click();

  await expect(instances.grid.getByRole('img', { name: 'flagged' })).toHaveCount(1);
  expect(page.url()).toContain('mode=flagged');
  await page.reload();
  await expect(instances.grid.getByRole('img', { name: 'flagged' })).toHaveCount(1);
});

test('t finds a tag by typing, sets several, makes a new one, and takes one away', async ({
  page,
  instance,
}) => {
  const card = instance.card('Aria-7B', 'image2');
  await card.focus();
  await page.keyboard.press('t');
  await expect(panel(page)).toHaveAccessibleName('Annotate A · image2');
  await page.keyboard.type('artef');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('option', { name: /^Artefacts \(set\)/ })).toBeVisible();
  await page.keyboard.type('Upside down');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('option', { name: /^Upside down \(set\)/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(panel(page)).toBeHidden();
  await expect(section(page)).toContainText('Upside down');
  await expect(card).toBeFocused();
  await expect(section(page)).toContainText('Artefacts');
  await expect(card.getByRole('button', { name: /^Mark 1/ })).toBeVisible();
  await page.keyboard.press('t');
  await page.keyboard.type('artef');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(section(page)).not.toContainText('Artefacts');
  await expect(section(page)).toContainText('Upside down');
});

test('n notes the words that are selected; they stay marked, and the note is found by search', async ({
  page,
  instance,
  instances,
}) => {
  const column = instance.column('Reference');
  const selected = await column
    .locator('[data-prose]')
    .first()
    .evaluate((prose) => {
      const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
      const node = walker.nextNode() as Text; // the first text of the prose
      const words = node.data.trim().split(/\s+/).slice(1, 4).join(' ');
      const at = node.data.indexOf(words);
      document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
      return words;
    });
  await page.keyboard.press('n');
  await page.keyboard.type('Zirkonium is not named here.');
  await page.keyboard.press('Enter');

  await expect(section(page)).toContainText(`“${selected}”`);
  await expect(section(page)).toContainText('Zirkonium is not named here.');
  await expect(column.getByRole('button', { name: /^Mark 1: Zirkonium/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('zirkonium');
  await expect(instances.grid.getByRole('row')).toHaveCount(3); // two of the header, one found
});

test('undo takes back one after another; the history keeps everything', async ({ page }) => {
  await page.keyboard.press('f');
  await expect(section(page)).toContainText('flagged');
  await page.keyboard.press('n');
  await page.keyboard.type('First thought.');
  await page.keyboard.press('Enter');
  await expect(section(page)).toContainText('First thought.');

  await page.keyboard.press('Control+z');
  await expect(section(page)).not.toContainText('First thought.');
  await page.keyboard.press('Control+z');
  await expect(section(page)).not.toContainText('flagged');

  await section(page).getByRole('button', { name: 'Show the history' }).press('Enter');
  const events = section(page).getByRole('list', { name: 'History' }).getByRole('listitem');
  await expect(events).toHaveCount(4);
  await expect(events.first()).toContainText('undo: removed flag');
});

test('a region of a picture is marked by keys in the large view', async ({ page, instance }) => {
  const card = instance.card('Aria-7B', 'image2');
  await card.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog', { name: 'image2' });
  await expect(large.locator('[data-own-keys]')).toBeFocused();
  await page.keyboard.press('b');
  await expect(large.getByRole('group', { name: /^Region/ })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toHaveAccessibleName('Annotate A · image2, region');
  await page.keyboard.type('illeg');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('option', { name: /^Illegible \(set\)/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(large.getByRole('img', { name: 'Mark 1: Illegible' })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(section(page)).toContainText('A · image2, region');
  await expect(card.getByRole('img', { name: 'Mark 1: Illegible' })).toBeVisible();

  await test.step('compared, it stands on its own side, and is gone to from where it is not drawn', async () => {
    await section(page).getByRole('button', { name: 'A · image2, region', exact: true }).click();
    await card.focus();
    await page.keyboard.press('c');
    const sheet = page.getByRole('dialog', { name: /^Compare Image 1/ });
    const mark = sheet.getByRole('img', { name: 'Mark 1: Illegible' });
    const goTo = sheet.getByRole('button', { name: /^Go to mark 1 Illegible/ });
    await expect(mark).toHaveCount(1);
    const own = page.getByRole('img', { name: 'Mark 1: Illegible' });
    await expect(sheet.getByRole('figure').filter({ has: own })).toContainText('Aria-7B');
    await expect(goTo).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('4');
    await expect(sheet.getByRole('button', { name: 'Difference' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(mark).toHaveCount(0);
    await goTo.press('Enter');
    await expect(mark).toBeVisible();
  });
});

test('a region of a sound is marked in the large view', async ({ page, instance }) => {
  const card = instance.card('Aria-7B', 'audio2');
  await card.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog', { name: 'audio2' });
  await expect(large.locator('[data-own-keys]')).toBeFocused();
  await page.keyboard.press('ArrowRight'); // 5 s
  await page.keyboard.press(']');
  await large.getByRole('button', { name: 'Mark the region' }).press('Enter');
  await expect(panel(page)).toHaveAccessibleName('Annotate A · audio2, 0.0 s–5.0 s');
  await page.keyboard.type('cut off');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('option', { name: /^Cut off \(set\)/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(large.getByRole('img', { name: 'Mark 1: Cut off' })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(section(page)).toContainText('A · audio2, 0.0 s–5.0 s');
});

test('lines of code are marked by keys in the large view, where f, t and n are about them', async ({
  page,
  instance,
}) => {
  await instance.open('natural_science/programming/15', MODELS);
  const card = instance.card('Aria-7B', 'code2');
  await card.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog', { name: 'code2' });
  await expect(large.locator('[data-own-keys]')).toBeFocused();
  await page.keyboard.press('n');
  await expect(panel(page)).toHaveAccessibleName('Annotate A · code2');
  await page.keyboard.press('Escape');
  await expect(large.locator('[data-own-keys]')).toBeFocused();
  await page.keyboard.press('b');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('n');
  await expect(panel(page)).toHaveAccessibleName('Annotate A · code2, lines 2–3');
  await page.keyboard.type('The name was given.');
  await page.keyboard.press('Enter');
  await expect(large.getByRole('img', { name: 'Mark 1: The name was given.' })).toBeVisible();
  await page.keyboard.press('f');
  await expect(large.getByRole('button', { name: /^Mark 1: flagged/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(section(page)).toContainText('A · code2, lines 2–3');
  await expect(card.getByRole('img', { name: /^Mark 1: flagged/ })).toBeVisible();
});

test('lines are picked by their numbers, or by selecting their text', async ({
  page,
  instance,
}) => {
  await instance.open('natural_science/programming/15', MODELS);
  const code = instance.card('Aria-7B', 'code2');
  const number = (line: number) => code.locator(`[data-line="${line}"] > span`).first();
  await number(3).click();
  await number(6).click({ modifiers: ['Shift'] });
  await page.keyboard.press('t');
  await expect(panel(page)).toHaveAccessibleName('Annotate A · code2, lines 3–6');
  await page.keyboard.press('Escape');

  await code.locator('[data-line="7"] code').click({ clickCount: 3 });
  await page.keyboard.press('t');
  await expect(panel(page)).toHaveAccessibleName('Annotate A · code2, line 7');
});

test('a page of a PDF and a region of it are marked', async ({ page, instance }) => {
  await instance.open('natural_science/engineering/33', MODELS);
  const card = instance.card('Aria-7B', 'document1');
  await expect(card.getByText('1 of 2')).toBeVisible();
  await card.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog', { name: 'document1' });
  await expect(large.getByLabel('Page 1', { exact: true })).toBeVisible();
  await large.getByRole('button', { name: 'Next page' }).press('Enter');
  await expect(large.getByText('page 2 of 2')).toBeVisible();
  await page.keyboard.press('n');
  await expect(panel(page)).toHaveAccessibleName('Annotate A · document1, page 2');
  await page.keyboard.type('Nothing is checked here.');
  await page.keyboard.press('Enter');
  await expect(large.getByRole('img', { name: /^Mark 1: Nothing/ })).toBeVisible();
  await large.locator('[data-own-keys]').focus();
  await page.keyboard.press('b');
  await expect(large.getByRole('group', { name: /^Region/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toHaveAccessibleName('Annotate A · document1, region of page 2');
  await page.keyboard.type('illeg');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('option', { name: /^Illegible \(set\)/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(large.getByRole('img', { name: 'Mark 2: Illegible' })).toBeVisible();
  await expect(large.locator('[data-own-keys]')).toBeFocused();
  await page.keyboard.press('Escape');

  await expect(section(page)).toContainText('A · document1, region of page 2');
  await expect(card.getByText('2 of 2')).toBeVisible(); // linked with the large view
  await expect(card.getByRole('img', { name: /^Mark 1: Nothing/ })).toBeVisible();

  // what is chosen in the list is gone to, page and all
  await card.getByRole('button', { name: 'Previous page' }).click();
  await expect(card.getByText('1 of 2')).toBeVisible();
  await section(page).getByRole('button', { name: 'A · document1, page 2', exact: true }).click();
  await expect(card.getByText('2 of 2')).toBeVisible();
});

test('a point of a model is picked by keys and by the pointer, and its pin turns with it', async ({
  page,
  instance,
}) => {
  await instance.open('general_area/architecture/1', MODELS);
  const card = instance.card('Aria-7B', 'threeD1');
  await expect(card).toContainText('100 vertices');
  await card.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog', { name: 'threeD1' });
  await expect(large.locator('[data-status="ready"]')).toBeVisible();
  await expect(large.locator('canvas')).toBeFocused();
  await page.keyboard.press('b');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toHaveAccessibleName('Annotate A · threeD1, point');
  await page.keyboard.type('artef');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('option', { name: /^Artefacts \(set\)/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(large.locator('canvas')).toBeFocused();
  const pin = large.getByRole('img', { name: 'Mark 1: Artefacts' });
  const number = pin.getByText('1');
  await expect(number).toBeVisible();
  const before = await number.boundingBox();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => number.boundingBox()).not.toEqual(before);
  await page.keyboard.press('n');
  await expect(panel(page)).toHaveAccessibleName('Annotate A · threeD1, point');
  await page.keyboard.press('Escape');

  const box = await large.locator('canvas').boundingBox();
  const middle = { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 };
  await large.locator('canvas').click({ modifiers: ['Shift'], position: middle });
  await expect(panel(page)).toHaveAccessibleName('Annotate A · threeD1, point');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(section(page)).toContainText('A · threeD1, point');
});
