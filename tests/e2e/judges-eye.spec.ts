import { expect, test } from './support/fixtures.ts';

const KEY = 'natural_science/chemistry/301';

test.beforeEach(async ({ judged, welcome }) => {
  expect(judged.counts().paid).toBeGreaterThan(0);
  await welcome.openDemo();
});

test('a judgement is opened to its captions, prompt and reply, and labels persist', async ({
  page,
  instance,
  eye,
}) => {
  await instance.open(KEY, 'models=Aria-7B');
  await instance.scores().getByRole('link', { name: /^SC/ }).click();

  await expect(eye.part('Media and captions').getByRole('article').first()).toBeVisible();
  const caption = await eye.part('Media and captions').getByRole('blockquote').last().textContent();
  await expect(eye.part('Prompt as sent')).toContainText(caption ?? 'none');
  await expect(eye.part('Reply and verdict')).toContainText('"score"');

  await eye.note().fill('The curve is left out of the caption.');
  await eye.verdict('Caption wrong').click();
  await expect(eye.verdict('Caption wrong')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => page.url()).toContain('eye=SC');
  await page.reload();

  await expect(eye.verdict('Caption wrong')).toHaveAttribute('aria-pressed', 'true');
  await expect(eye.note()).toHaveValue('The curve is left out of the caption.');
  await eye.verdict('Agree').click();
  await expect(eye.view().getByText('Said before (1)')).toBeVisible();
  await expect(instance.scores().getByRole('link', { name: /^SC/ })).toContainText('agree');
});

test('by keys alone: open, say, go on to the next judgement and instance, and back', async ({
  page,
  instance,
  eye,
}) => {
  await instance.open(KEY, 'models=Aria-7B');
  await page.keyboard.press('e');
  await expect(eye.view()).toHaveAccessibleName(/SC of Aria-7B/);
  await eye.part('Reply and verdict').waitFor();

  await page.keyboard.press('3');
  await expect(eye.verdict('Verdict wrong')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('e');
  await expect(eye.view()).toHaveAccessibleName(/Coherence of Aria-7B/);
  await instance.step('j');
  await expect(eye.view()).toHaveAccessibleName(/Coherence of Aria-7B/);
  await page.keyboard.press('Escape');

  await expect(eye.view()).toBeHidden();
  await expect(instance.column('Task')).toBeVisible();
});

test('judging one again says what it costs, and asks once', async ({ page, eye, judged }) => {
  await eye.open(KEY, 'Aria-7B', 'SC@Aria-7B');
  const before = judged.counts().paid;
  await eye.view().getByRole('button', { name: 'Judge again…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(
    dialog
      .getByRole('row', { name: /^Judge/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('1');

  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(dialog).toBeHidden();

  await expect.poll(() => judged.counts().paid).toBe(before + 1);
  await expect(eye.part('Reply and verdict')).toContainText('"score"');
});

test('another prompt makes the judgement out of date, and says so', async ({
  page,
  settings,
  eye,
}) => {
  await settings.open('prompts', 'prompt=judge-sc');
  const text = page.getByRole('textbox', { name: /Semantic correctness/ });
  await text.fill(`${await text.inputValue()}\nBe brief.`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('changed in this project')).toBeVisible();

  await eye.open(KEY, 'Aria-7B', 'SC@Aria-7B');

  await expect(eye.view().getByText('out of date')).toBeVisible();
});
