import type { Locator, Page } from '@playwright/test';

export class NativeImportPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => (location.hash = '#/import'));
    await this.page.getByRole('button', { name: 'Another system’s output…' }).click();
    await this.page.getByRole('heading', { name: 'Import another system’s output' }).waitFor();
  }

  async lookAt(folder: string): Promise<void> {
    await this.page.getByLabel('Folder that the system wrote to').fill(folder);
    await this.page.getByRole('button', { name: 'Look at it' }).click();
    await this.page.getByRole('status').first().waitFor();
  }

  system(): Locator {
    return this.page.getByLabel('System', { exact: true });
  }

  pattern(): Locator {
    return this.page.getByLabel('Pattern');
  }

  async show(): Promise<void> {
    await this.page.getByRole('button', { name: 'Show the first ten' }).click();
  }

  rows(): Locator {
    return this.page.locator('tbody tr');
  }

  async confirm(model: string, out: string): Promise<void> {
    await this.page.getByLabel('Model', { exact: true }).fill(model);
    await this.page.getByLabel('File', { exact: true }).fill(out);
    await this.page
      .getByRole('button', { name: /^Write \d+ predictions and import them$/ })
      .click();
  }
}
