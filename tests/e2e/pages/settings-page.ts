import { expect, type Locator, type Page } from '@playwright/test';

export class SettingsPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(section: 'endpoints' | 'scoring' | 'prompts' | 'models', query = ''): Promise<void> {
    const hash = `#/settings?section=${section}${query === '' ? '' : `&${query}`}`;
    await this.page.evaluate((address) => (location.hash = address), hash);
    await this.page.getByRole('heading', { name: 'Settings' }).waitFor();
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** The form of the endpoint for all roles, empty where none was set. */
  async beginEndpoint(): Promise<void> {
    await this.open('endpoints');
    await this.page.getByRole('button', { name: 'Set an endpoint' }).click();
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.unsaved()).toBeHidden();
  }

  unsaved(): Locator {
    return this.page.getByRole('group', { name: 'Unsaved changes' });
  }

  checks(): Locator {
    return this.page.getByRole('region', { name: 'What the endpoint answered' });
  }

  /** An endpoint that serves every role. */
  async setEndpoint(baseUrl: string): Promise<void> {
    await this.beginEndpoint();
    await this.field('Base URL').fill(baseUrl);
    await this.field('Model').fill('model');
    await this.field('Tokens in').fill('0.25');
    await this.field('Tokens out').fill('2');
    await this.save();
  }
}
