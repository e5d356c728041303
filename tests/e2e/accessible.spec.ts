import { expect, test } from './support/fixtures.ts';
import { violations } from './support/violations.ts';

const SCREENS = {
  welcome: '#/welcome',
  import: '#/import',
  overview: '#/overview?group=field',
  instances: '#/instances',
  'instances narrowed': '#/instances?mode=different&r=SC:Aria-7B:0.6..&q=the',
  instance: '#/instance/natural_science/chemistry/301?models=Aria-7B,Echo-Base',
  runs: '#/runs',
  problems: '#/problems',
  'settings of endpoints': '#/settings?section=endpoints&role=judge',
  'settings of scoring': '#/settings?section=scoring',
  'settings of prompts': '#/settings?section=prompts',
  'settings of models': '#/settings?section=models',
} as const;

test('no screen has a serious accessibility violation in either theme', async ({
  page,
  app,
  welcome,
}) => {
  test.setTimeout(120_000);
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
  for (const [name, hash] of Object.entries(SCREENS)) {
    await page.evaluate((address) => {
      location.hash = address;
    }, hash);
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');

    // what is still being computed is dimmed
    await expect.poll(() => violations(page), { message: name, timeout: 30_000 }).toEqual([]);
  }
});

test('what asks models and what they said have no serious violation in either theme', async ({
  page,
  app,
  welcome,
  settings,
  model,
  eye,
}) => {
  test.setTimeout(180_000);
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
  await settings.setEndpoint(model.baseUrl);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await settings.checks().getByRole('row').first().waitFor();
  expect(await violations(page), 'a tested endpoint').toEqual([]);
  await eye.judge('Aria-7B');
  expect(await violations(page), 'a run that asked').toEqual([]);
  await eye.open('natural_science/chemistry/301', 'Aria-7B', 'SC@Aria-7B');
  expect(await violations(page), 'the judge’s eye').toEqual([]);
  await eye.view().getByRole('button', { name: 'Judge again…' }).click();
  await page.getByRole('dialog').getByRole('table').waitFor();
  expect(await violations(page), 'judging again').toEqual([]);
});
