import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** All but these rules see the same in every theme. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Serious and critical ones: of all that is shown in the light theme, of its colours in the dark one. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  await expect(page.locator('[data-stale]')).toHaveCount(0); // dimmed until it is here
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const axe = new AxeBuilder({ page }).setLegacyMode(); // there are no frames
    const result = await (theme === 'light' ? axe : axe.withRules(RULES_OF_COLOUR)).analyze();
    const serious = result.violations.filter(
      ({ impact }) => impact === 'serious' || impact === 'critical',
    );
    for (const { id, nodes } of serious)
      found.push(`${theme}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }
  return found;
}
