import type { Locator, Page } from '@playwright/test';
import { sectionOf } from '../../builders/model-server/agent-answers.ts';
import type { ChatRequest, Reaction } from '../../builders/model-server/define.ts';
import { answerAsModel } from '../../builders/model-server/model-answers.ts';

export class AgentPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** The form for one instance. */
  async begin(key: string): Promise<void> {
    await this.go(`key=${key}`);
    await this.page.getByRole('heading', { name: 'Plan a run of the agent' }).waitFor();
  }

  private async go(query: string): Promise<void> {
    await this.page.evaluate((address) => (location.hash = address), `#/agent?${query}`);
  }

  plan(): Locator {
    return this.page.getByRole('region', { name: 'What this run would do' });
  }

  /** The fields of one program of this machine, opened. */
  async program(name: string): Promise<Locator> {
    await this.page.getByText('Programs on this machine').click();
    return this.page.getByRole('group', { name });
  }

  startButton(): Locator {
    return this.page.getByRole('button', { name: 'Start the agent' });
  }

  /** Starts what is planned, and waits until it is done. */
  async run(): Promise<void> {
    await this.startButton().click();
    await this.page.getByRole('heading', { name: /· done$/ }).waitFor({ timeout: 30_000 });
  }

  steps(): Locator {
    return this.page.getByRole('list', { name: 'Steps of the trace' });
  }

  /** What came of a chain. */
  state(): Locator {
    return this.page.locator('header').getByRole('status');
  }
}

/** A model that leaves an item out of its first plan: the check finds it, the judge sends it back. */
export function forgetful(request: ChatRequest): Reaction {
  const reaction = answerAsModel(request);
  if (request.formName !== 'unima_content' || reaction.kind !== 'reply') return reaction;
  if (sectionOf(request.text, 'ERROR') !== '') return reaction;
  const plan = JSON.parse(reaction.content ?? '') as { items: unknown[] }; // as it answers
  return { kind: 'reply', content: JSON.stringify({ ...plan, items: plan.items.slice(0, -1) }) };
}
