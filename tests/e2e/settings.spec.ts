import { expect, test } from './support/fixtures.ts';
import { HELD_KEY } from './support/shared-server.ts';

test.beforeEach(async ({ app, welcome }) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
});

test('an endpoint is tested before it is saved, and is there after a reload', async ({
  page,
  settings,
  model,
}) => {
  await settings.beginEndpoint();
  await settings.field('Base URL').fill(`${model.baseUrl}/`);
  await settings.field('Model').fill('model');
  await settings.field('Environment variable').fill(HELD_KEY.place);
  await expect(page.getByText(`${HELD_KEY.place} is set.`)).toBeVisible();

  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(settings.checks().getByRole('row', { name: /^Text/ })).toContainText('works');
  await page.getByRole('button', { name: 'Set what it takes from this' }).click();
  await settings.save();

  expect(model.requests.length).toBeGreaterThan(0);
  expect(model.requests[0]?.authorization).toBe(`Bearer ${HELD_KEY.value}`);
  await page.reload();
  await expect(settings.field('Base URL')).toHaveValue(model.baseUrl);
  await expect(settings.field('Environment variable')).toHaveValue(HELD_KEY.place);
  await expect(page.getByRole('checkbox', { name: 'image' })).toBeChecked();
  expect(await page.content()).not.toContain(HELD_KEY.value);
});

test('what looks like a key is not taken, and never sent to the engine', async ({
  page,
  settings,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await settings.beginEndpoint();

  await settings.field('Environment variable').fill('sk-proj-0123456789abcdef0123');

  await expect(settings.field('Environment variable')).toHaveValue('');
  await expect(page.getByText(/looked like a key/)).toBeVisible();
  expect(sent.join('\n')).not.toContain('0123456789abcdef');
});

test('a wrong field is told at the field, and nothing is saved', async ({ page, settings }) => {
  await settings.beginEndpoint();
  await settings.field('Base URL').fill('localhost');
  await settings.field('Model').fill('model');

  await page.keyboard.press('Control+s');

  await expect(settings.field('Base URL')).toHaveAttribute('aria-invalid', 'true');
  await expect(settings.field('Base URL')).toHaveAccessibleDescription(/http or https/);
  await expect(settings.unsaved()).toContainText('Cannot save');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('button', { name: 'Set an endpoint' })).toBeVisible();
});

test('another η is seen in the arithmetic of every instance', async ({
  page,
  settings,
  instance,
}) => {
  await settings.open('scoring');
  await settings.field('η of SQCS').fill('0.5');
  await expect(page.getByText('SQCS = SC · (0.5 + 0.5 · GQ)')).toBeVisible();
  await settings.save();

  await instance.open('natural_science/chemistry/301', 'models=Aria-7B');

  await expect(instance.scores().getByText(/· \(0\.5 \+ 0\.5 · \d/)).toBeVisible();
});

test('a prompt is changed, compared with the shipped one, and reset', async ({
  page,
  settings,
}) => {
  await settings.open('prompts', 'prompt=judge-coherence');
  const text = page.getByRole('textbox', { name: /Interleaved coherence/ });
  const shipped = await text.inputValue();
  await text.fill(`${shipped}\nBe brief.`);

  await page.getByRole('button', { name: 'Changes' }).click();
  await expect(page.getByRole('group', { name: 'Changes of the shipped text' })).toContainText(
    'put in: Be brief.',
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('changed in this project')).toBeVisible();
  await page.reload();
  await expect(text).toHaveValue(`${shipped}\nBe brief.`);

  await page.getByRole('button', { name: 'Reset to shipped' }).click();
  await expect(text).toHaveValue(shipped);
  await expect(page.getByText('as shipped')).toBeVisible();
});

test('a prompt without its placeholder is refused, and the text stays', async ({
  page,
  settings,
}) => {
  await settings.open('prompts', 'prompt=judge-sc');
  const text = page.getByRole('textbox', { name: /Semantic correctness/ });
  await text.fill('Judge.');

  await expect(page.getByText('{{reference}} is missing')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(page.getByRole('alert')).toContainText('{{reference}}');
  await expect(text).toHaveValue('Judge.');
});

test('what a model takes decides what it supports', async ({ page, settings }) => {
  await settings.open('models');
  const choice = page.getByRole('combobox', { name: 'What Aria-7B supports' });
  await choice.selectOption('own');
  const audio = page.getByRole('checkbox', { name: 'Aria-7B takes Audio' });

  const saved = page.waitForResponse(
    (response) =>
      response.url().includes('models.saveManifest') &&
      response.request().postData()?.includes('"audio"') === false,
  );
  await audio.uncheck();
  await saved;
  await page.reload();

  await expect(choice).toHaveValue('own');
  await expect(audio).not.toBeChecked();
});
