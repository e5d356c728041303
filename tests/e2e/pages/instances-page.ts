import type { Locator, Page } from '@playwright/test';

export class InstancesPage {
  readonly grid: Locator;
  readonly search: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: 'Instances' });
    this.search = page.getByRole('search').getByRole('textbox');
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => (location.hash = '#/instances'));
    await this.rows().first().waitFor();
  }

  /** Rows that are drawn; headers are not among them. */
  rows(): Locator {
    return this.grid.locator('[role="row"][data-index]');
  }

  /** How many instances the filter leaves. */
  async total(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 2;
  }

  facetValue(name: string | RegExp): Locator {
    return this.page.getByRole('checkbox', { name });
  }

  header(name: string | RegExp): Locator {
    return this.grid.getByRole('columnheader').getByRole('button', { name });
  }

  async openFirst(): Promise<void> {
    await this.rows().first().click();
  }
}
