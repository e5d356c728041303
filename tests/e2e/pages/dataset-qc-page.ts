import { expect, type Locator, type Page } from '@playwright/test';

export class DatasetQcPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => (location.hash = '#/dataset-qc'));
    await this.page.getByRole('region', { name: 'Lint' }).waitFor();
  }

  /** Has the dataset looked through; work can begin before pictures and sounds are compared. */
  async look(): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: 'Look the dataset through' }).click();
    await this.page.getByLabel('Your name').waitFor({ timeout: 30_000 });
  }

  async lookedWhole(): Promise<void> {
    await expect(this.page.getByText('Everything was looked through')).toBeVisible({
      timeout: 60_000, // pictures and sounds in a thread, beside everything else
    });
  }

  /** Begins under a name; every record is there. */
  async begin(name: string): Promise<void> {
    await this.open();
    await this.page.getByLabel('Your name').fill(name);
    await this.page.keyboard.press('Enter');
    await this.panel().waitFor();
  }

  async phase(name: 'Review' | 'Check' | 'Decide'): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${name} \\d`) }).click();
  }

  panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Verdict' });
  }

  editor(): Locator {
    return this.page.getByRole('region', { name: 'Editor' });
  }

  /** The record that is shown, as its heading names it. */
  async shown(): Promise<string> {
    return (await this.page.getByRole('heading', { level: 2 }).textContent()) ?? '';
  }

  /** Waits until another record than this is shown. @returns it */
  async after(before: string): Promise<string> {
    await expect(this.page.getByRole('heading', { level: 2 })).not.toHaveText(before);
    return await this.shown();
  }
}
