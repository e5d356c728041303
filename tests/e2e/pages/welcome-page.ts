import type { Page } from '@playwright/test';

export class WelcomePage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => (location.hash = '#/welcome'));
  }

  /** Opens the demo and waits for its table. */
  async openDemo(): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: /Open the demo/ }).click();
    await this.page.getByRole('grid', { name: 'Instances' }).waitFor();
  }
}
