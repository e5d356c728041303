import { expect, type Locator, type Page } from '@playwright/test';

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

  /** Waits until the instance of the address is drawn; returns its key. */
  async drawn(): Promise<string> {
    // looked at in every frame: a poll from here would wait longer than the page takes
    await this.page.waitForFunction(() => {
      const asked = /^#\/instance\/([^?]+)/.exec(location.hash)?.[1];
      const heading = document.querySelector('main h1')?.textContent;
      return asked !== undefined && heading === decodeURIComponent(asked);
    });
    return this.key();
  }

  /** Presses `j` or `k` and waits until another instance is drawn; returns its key. */
  async step(key: 'j' | 'k' = 'j'): Promise<string> {
    const before = await this.drawn();
    await this.page.keyboard.press(key);
    await expect.poll(() => this.key(), { intervals: [10, 20, 50] }).not.toBe(before);
    return this.drawn();
  }

  /** Key of the instance in the address. */
  key(): string {
    const match = /#\/instance\/([^?]+)/.exec(this.page.url());
    return decodeURIComponent(match?.[1] ?? '');
  }
}
