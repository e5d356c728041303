import { AgentPage, forgetful } from './pages/agent-page.ts';
import { expect, test } from './support/fixtures.ts';
import { violations } from './support/violations.ts';

const KEY = 'natural_science/chemistry/301';
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('a plan says what is missing; a run is sent back once, and its trace leads from claims to evidence and from tags to files', async ({
  page,
  app,
  welcome,
  settings,
  model,
}) => {
  expect(app.url).toContain('127.0.0.1');
  model.setScript(forgetful);
  const agent = new AgentPage(page);
  await welcome.openDemo();
  await settings.setEndpoint(model.baseUrl);
  await agent.begin(KEY);
  await expect(
    agent
      .plan()
      .getByRole('row', { name: /^Image/ })
      .first(),
  ).toContainText('generator.image');
  const program = await agent.program('Program for images');
  await program.getByLabel('Program for images').fill(`"${process.execPath}" -e 0 {prompt}`);
  await expect(program.getByText('It must say where {out} goes.')).toBeVisible();
  await expect(agent.startButton()).toBeDisabled();
  const paints = `require('fs').writeFileSync(process.argv[1], Buffer.from('${PIXEL}', 'base64'))`;
  await program
    .getByLabel('Program for images')
    .fill(`"${process.execPath}" -e "${paints}" {out} {prompt}`);
  await program.getByRole('button', { name: 'Test' }).click();
  await expect(program.getByRole('row', { name: /Making an image works/ })).toContainText('1 × 1');
  await expect(agent.plan()).toContainText('command.image, generator.image');
  await program.getByLabel('Program for images').fill('');
  await agent.run();
  await page.getByRole('link', { name: KEY }).click();

  await expect(agent.state()).toHaveText('passed');
  await expect(
    agent.steps().getByRole('button', { name: 'Back to step 3, Content' }),
  ).toBeVisible();
  await expect(page.locator('main svg path[d*="Q"]').first()).toBeAttached();
  const orders = page.getByRole('region', { name: 'Orders' });
  await orders.getByRole('button', { name: 'image2', exact: true }).click();
  const order = page.getByRole('article', { name: 'Order of image2' });
  await expect(order).toContainText('generator.image');
  await expect(order.getByRole('img').first()).toBeVisible();
  const claims = page.getByRole('region', { name: 'Claims' });
  await claims.getByRole('button', { name: 'task' }).first().click();
  await expect(claims.getByLabel('Evidence task')).toContainText('titration');

  await agent
    .steps()
    .getByRole('button', { name: /^Check/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Check, round 1' })).toBeVisible();
  await expect(page.getByText('missing modality')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('by keys: through the steps, along the time, and again from a step with another prompt, compared', async ({
  page,
  app,
  welcome,
  settings,
  model,
}) => {
  expect(app.url).toContain('127.0.0.1');
  const agent = new AgentPage(page);
  await welcome.openDemo();
  await settings.setEndpoint(model.baseUrl);
  await agent.begin(KEY);
  await page.getByRole('checkbox', { name: /^captions for the task/ }).check();
  await agent.run();
  await page.getByRole('link', { name: KEY }).click();
  await expect(agent.state()).toHaveText('passed');
  await expect(page.getByText('without TCDC')).toBeVisible();

  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: 'Caption image1' })).toBeVisible();
  for (const key of ['j', 'j', 'j', 'j']) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { name: '3 · Content, round 1' })).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByRole('list', { name: 'Steps along the time' })).toBeVisible();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').press('End');
  await page.keyboard.type(' Mind the buffer region.');
  await dialog.getByRole('button', { name: 'Run again' }).click();

  await expect(dialog).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Attempt' })).toHaveValue('2');
  await expect(agent.state()).toHaveText('passed');
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ index: 1 });
  const pairs = page.getByRole('table', { name: 'Steps of both traces' });
  await pairs.getByRole('button', { name: /Content, round 1/ }).click();
  await expect(page.getByRole('group', { name: 'What was asked' })).toContainText(
    'Mind the buffer region.',
  );
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(pairs).toBeHidden();
});
