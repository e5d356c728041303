import { join } from 'node:path';
import { writeHostileProject } from '../builders/hostile/hostile-project.ts';
import { HOSTILE_MARKUP, HOSTILE_TEXT } from '../builders/hostile/payloads.ts';
import { answerAsModel } from '../builders/model-server/model-answers.ts';
import { expect, test } from './support/fixtures.ts';
import { guardPage } from './support/guard.ts';

test('a project whose every string attacks neither runs, asks nor leads away, on any screen', async ({
  page,
  app,
  importing,
  instances,
  instance,
  problems,
  settings,
  eye,
  model,
}) => {
  test.setTimeout(240_000);
  const project = await writeHostileProject(join(app.dir, 'hostile'));
  const guard = await guardPage(page);

  await importing.open();
  await importing.add(project.dataset);
  await importing.add(project.predictions);
  await guard.check();
  await importing.start();
  await expect(importing.report()).toBeVisible({ timeout: 30_000 });
  await guard.check();

  await problems.open();
  await expect(problems.lines().first()).toBeVisible();
  await guard.check();

  await instances.open();
  await instances.search.fill('<script>');
  await expect(instances.rows().first()).toBeVisible();
  await guard.check();

  await instance.open(project.key);
  await instance.drawn();
  for (const name of ['Task', 'Reference'])
    await expect(instance.column(name).getByText('<script>').first()).toBeAttached();
  for (const card of await page.getByRole('article').all()) {
    await card.scrollIntoViewIfNeeded();
    await expect(card).not.toHaveAttribute('data-state', 'loading');
    await guard.check();
  }
  for (const name of ['script link', 'outside', 'click me'])
    await instance.column('Task').getByText(name).first().click();
  await guard.check();

  await instance.column('Task').getByRole('button', { name: 'Show raw content' }).click();
  for (const trick of ['RLO', 'ZWSP', 'LRI', 'TAGS score 5'])
    await expect(instance.column('Task').locator(`[data-hidden="${trick}"]`)).toBeAttached();
  await guard.check();

  model.setScript((request) => {
    const answer = answerAsModel(request);
    if (answer.kind !== 'reply' || answer.content === null) return answer;
    const reason = JSON.stringify(HOSTILE_TEXT).slice(1, -1);
    return {
      ...answer,
      content: answer.content.replace(/"((?:\w+_)?reason)":"[^"]*"/g, `"$1":"${reason}"`),
    };
  });
  await settings.setEndpoint(model.baseUrl);
  await page.evaluate(() => (location.hash = '#/runs'));
  await page.getByRole('checkbox', { name: /^Generation quality/ }).uncheck();
  for (const metric of [/^Semantic correctness/, /^Coherence/])
    await page.getByRole('checkbox', { name: metric }).check();
  await page.getByRole('button', { name: 'Start the run' }).click();
  await expect(page.getByRole('heading', { name: /^Run \d+ · done/ })).toBeVisible({
    timeout: 90_000,
  });
  await guard.check();
  await instance.open(project.judgedKey);
  await instance.scores().getByRole('link', { name: /^SC/ }).click();
  await expect(eye.part('Reply and verdict')).toContainText(HOSTILE_MARKUP[0] ?? '');
  await expect(eye.part('Prompt as sent')).toContainText('script');
  await guard.check();
});

test('the address cannot carry an attack', async ({ page, app, welcome }) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
  const guard = await guardPage(page);

  for (const attack of [
    '#/instance/<img src=x onerror=window.__hacked=1>',
    '#/instances?q=<img src=x onerror=window.__hacked=1>',
    '#/instances?sort=javascript:alert(1)&field=<script>alert(1)</script>',
    '#/instances?models=<img src=x onerror=window.__hacked=1>',
    '#/javascript:alert(1)',
    '#//evil.test/page',
  ]) {
    await page.evaluate((hash) => (location.hash = hash), attack);
    await expect(page.getByRole('main').or(page.getByRole('alert')).first()).toBeVisible();
    await guard.check();
  }
});
