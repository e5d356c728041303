import type { Locator, Page } from '@playwright/test';

export class InstancePage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(key: string, query = ''): Promise<void> {
    await this.page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      `#/instance/${key}${query === '' ? '' : `?${query}`}`,
    );
    await this.column('Task').waitFor();
  }

  column(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  card(column: string, tag: string): Locator {
    return this.column(column).getByRole('article', { name: new RegExp(`^${tag},`) });
  }

  scores(): Locator {
    return this.page.getByRole('complementary', { name: 'Scores' });
  }

  /** Key of the instance in the address. */
  key(): string {
    const match = /#\/instance\/([^?]+)/.exec(this.page.url());
    return decodeURIComponent(match?.[1] ?? '');
  }
}
