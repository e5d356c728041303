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

  /** Heading of the view: the key of the instance that is drawn. */
  heading(): Locator {
    return this.page.getByRole('main').locator('h1').first();
  }

  /** Waits until the instance of the address is drawn; returns its key. */
  async drawn(): Promise<string> {
    await expect.poll(async () => (await this.heading().textContent()) === this.key()).toBe(true);
    return this.key();
  }

  /** Presses `j` or `k` and waits until another instance is drawn; returns its key. */
  async step(key: 'j' | 'k' = 'j'): Promise<string> {
    const before = await this.drawn();
    await this.page.keyboard.press(key);
    await expect.poll(() => this.key()).not.toBe(before);
    return this.drawn();
  }

  /** Key of the instance in the address. */
  key(): string {
    const match = /#\/instance\/([^?]+)/.exec(this.page.url());
    return decodeURIComponent(match?.[1] ?? '');
  }
}
