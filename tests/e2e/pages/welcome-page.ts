import { expect, type Page } from '@playwright/test';

/** How many instances the demo project has. */
export const DEMO_INSTANCES = 34;

export class WelcomePage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => (location.hash = '#/welcome'));
  }

  /** Opens the demo and waits until all of it is in the table. */
  async openDemo(): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: /Open the demo/ }).click();
    // its table fills while the files are read
    const grid = this.page.getByRole('grid', { name: 'Instances' });
    await expect(grid).toHaveAttribute('aria-rowcount', String(DEMO_INSTANCES + 2));
  }
}
