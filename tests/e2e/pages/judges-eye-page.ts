import { expect, type Locator, type Page } from '@playwright/test';

export class JudgesEyePage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a judgement by its address, e.g. `SC@Aria-7B`. */
  async open(key: string, model: string, judgement: string): Promise<void> {
    const hash = `#/instance/${key}?models=${model}&eye=${judgement}`;
    await this.page.evaluate((address) => (location.hash = address), hash);
    await this.part('Reply and verdict').waitFor();
  }

  view(): Locator {
    return this.page.getByRole('region', { name: /^Judge’s eye/ });
  }

  part(name: 'Media and captions' | 'Prompt as sent' | 'Reply and verdict'): Locator {
    return this.view().getByRole('group', { name });
  }

  verdict(name: 'Agree' | 'Caption wrong' | 'Verdict wrong'): Locator {
    return this.view().getByRole('button', { name, exact: true });
  }

  note(): Locator {
    return this.view().getByRole('textbox', { name: 'Note' });
  }

  /** Judges SC and coherence of one model's responses; an endpoint is set already. */
  async judge(model: string): Promise<void> {
    await this.page.evaluate(() => (location.hash = '#/runs'));
    await this.page.getByRole('checkbox', { name: /^Generation quality/ }).uncheck();
    for (const metric of [/^Semantic correctness/, /^Coherence/])
      await this.page.getByRole('checkbox', { name: metric }).check();
    for (const other of ['Aria-7B', 'Polyglot-Mix', 'Echo-Base'])
      if (other !== model) await this.page.getByRole('checkbox', { name: other }).uncheck();
    const asked = this.page.getByRole('region', { name: 'What this run would ask' });
    await expect(asked.getByRole('row', { name: /^Judge/ })).toContainText('$');
    await this.page.getByRole('button', { name: 'Start the run' }).click();
    await expect(this.page.getByRole('heading', { name: /^Run \d+ · done/ })).toBeVisible({
      timeout: 90_000,
    });
  }
}
