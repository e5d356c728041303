import { expect, type Locator, type Page } from '@playwright/test';

export class SpotCheckPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Draws a sample with the defaults of the form, but for what is given. */
  async draw(options: { readonly kind?: string; readonly size?: number } = {}): Promise<void> {
    await this.page.evaluate(() => (location.hash = '#/spot-check'));
    await this.page.getByRole('region', { name: 'What would be drawn' }).waitFor();
    if (options.size !== undefined) await this.page.getByLabel('Size').fill(String(options.size));
    if (options.kind !== undefined)
      await this.page.getByLabel('What is rated').selectOption({ label: options.kind });
    await this.page.getByRole('button', { name: 'Draw the sample' }).click();
  }

  async begin(name: string): Promise<void> {
    await this.page.getByLabel('Your name').fill(name);
    await this.page.keyboard.press('Enter');
  }

  panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Rating' });
  }

  /** Waits until the nth unit is drawn, from 1. */
  async shown(nth: number): Promise<void> {
    await expect(this.panel().getByText(new RegExp(`^${nth} of \\d+$`))).toBeVisible();
    await expect(this.page.getByRole('region', { name: /^Response/ }).first()).toBeVisible();
  }

  /** The part that names the model and tells the judge's figures. */
  revealed(): Locator {
    return this.panel().getByRole('region', { name: /^(Aria-7B|Echo-Base|Polyglot-Mix)$/ });
  }

  scale(name: string): Locator {
    return this.panel().getByRole('button', { name: new RegExp(`^${name}`) });
  }
}
