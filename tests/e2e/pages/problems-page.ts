import type { Locator, Page } from '@playwright/test';

export class ProblemsPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => (location.hash = '#/problems'));
    await this.page.getByRole('heading', { name: 'Problems' }).waitFor();
  }

  lines(): Locator {
    return this.page.getByRole('region', { name: 'Problems' }).getByRole('listitem');
  }
}
