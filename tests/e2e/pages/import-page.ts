import type { Locator, Page } from '@playwright/test';

export class ImportPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => (location.hash = '#/import'));
    await this.page.getByRole('heading', { name: 'Import' }).waitFor();
  }

  async add(path: string): Promise<void> {
    await this.page.getByLabel('Path of a file or folder').fill(path);
    await this.page.getByRole('button', { name: 'Add', exact: true }).click();
    await this.source(path).waitFor();
  }

  source(path: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: path });
  }

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start the import' }).click();
  }

  report(): Locator {
    return this.page.getByRole('article', { name: 'Imported' });
  }
}
