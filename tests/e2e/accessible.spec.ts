import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

const SCREENS = {
  welcome: '#/welcome',
  import: '#/import',
  instances: '#/instances',
  instance: '#/instance/natural_science/chemistry/301?models=Aria-7B,Echo-Base',
  runs: '#/runs',
  problems: '#/problems',
  'settings of endpoints': '#/settings?section=endpoints&role=judge',
  'settings of scoring': '#/settings?section=scoring',
  'settings of prompts': '#/settings?section=prompts',
  'settings of models': '#/settings?section=models',
} as const;

async function violations(page: Page) {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

for (const theme of ['light', 'dark'] as const) {
  test(`no screen has a serious accessibility violation in the ${theme} theme`, async ({
    page,
    app,
    welcome,
  }) => {
    expect(app.url).toContain('127.0.0.1');
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await welcome.openDemo();
    for (const [name, hash] of Object.entries(SCREENS)) {
      await page.evaluate((address) => {
        location.hash = address;
      }, hash);
      await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');

      expect(await violations(page), name).toEqual([]);
    }
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`what asks models and what they said have no serious violation in the ${theme} theme`, async ({
    page,
    app,
    welcome,
    settings,
    model,
    eye,
  }) => {
    test.setTimeout(180_000);
    expect(app.url).toContain('127.0.0.1');
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
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
}
