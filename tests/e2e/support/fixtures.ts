import { expect, test as base, type ConsoleMessage } from '@playwright/test';
import { ImportPage } from '../pages/import-page.ts';
import { InstancePage } from '../pages/instance-page.ts';
import { InstancesPage } from '../pages/instances-page.ts';
import { ProblemsPage } from '../pages/problems-page.ts';
import { JudgesEyePage } from '../pages/judges-eye-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { startModelServer, type ModelServer } from '../../builders/model-server/model-server.ts';
import type { RunningServer } from './server.ts';
import { startSharedServer, type SharedServer } from './shared-server.ts';

interface Fixtures {
  readonly welcome: WelcomePage;
  readonly instances: InstancesPage;
  readonly instance: InstancePage;
  readonly importing: ImportPage;
  readonly problems: ProblemsPage;
  readonly settings: SettingsPage;
  readonly eye: JudgesEyePage;
  /** A model behind an address of this machine; counts what it is asked. */
  readonly model: ModelServer;
  /** The app's page has been opened and has no project yet; nothing may be logged as an error. */
  readonly app: RunningServer;
  /** As `app`, and the demo has judgements of Aria-7B; the model that said them still answers. */
  readonly judged: ModelServer;
}

interface WorkerFixtures {
  readonly server: SharedServer;
  /** The model that judged the demo that is kept as `judged`. */
  readonly judge: ModelServer;
}

/** Every test gets the real program as if just started, and fails on any error in the console. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    // Playwright wants the fixtures destructured, also where there are none
    async ({}, use) => {
      const server = await startSharedServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  judge: [
    async ({ browser, server }, use) => {
      const model = await startModelServer();
      const page = await browser.newPage();
      await page.goto(server.url);
      await new WelcomePage(page).openDemo();
      await new SettingsPage(page).setEndpoint(model.baseUrl);
      await new JudgesEyePage(page).judge('Aria-7B');
      await page.close();
      await server.keep('judged');
      await server.renew();
      await use(model);
      await model.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  judged: async ({ judge, app, server }, use) => {
    expect(app.url).toBe(server.url);
    await server.renew('judged');
    await use(judge);
  },
  app: async ({ page, server }, use) => {
    const errors: string[] = [];
    const note = (message: ConsoleMessage) => {
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
    };
    page.on('console', note);
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(server.url);
    await use(server);
    const seen = [...errors];
    await page.close(); // before its project is closed
    await server.renew();
    expect(seen, 'errors in the console').toEqual([]);
  },
  welcome: async ({ page }, use) => use(new WelcomePage(page)),
  instances: async ({ page }, use) => use(new InstancesPage(page)),
  instance: async ({ page }, use) => use(new InstancePage(page)),
  importing: async ({ page }, use) => use(new ImportPage(page)),
  problems: async ({ page }, use) => use(new ProblemsPage(page)),
  settings: async ({ page }, use) => use(new SettingsPage(page)),
  eye: async ({ page }, use) => use(new JudgesEyePage(page)),
  model: async ({}, use) => {
    const server = await startModelServer();
    await use(server);
    await server.close();
  },
});

export { expect } from '@playwright/test';
