import { expect, test } from './support/fixtures.ts';

test.beforeEach(async ({ app, welcome }) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
});

test('the demo shows its instances with the scores of three models @smoke', async ({
  page,
  instances,
}) => {
  await expect.poll(() => instances.total()).toBeGreaterThanOrEqual(24);
  await expect(instances.rows().first()).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'A Aria-7B' })).toBeVisible();
});

test('search and facets narrow the table, and their chips widen it again', async ({
  page,
  instances,
}) => {
  const all = await instances.total();

  await instances.search.fill('titration');
  // none for as long as the index is being made
  const isNarrowed = async () => {
    const found = await instances.total();
    return found > 0 && found < all;
  };
  await expect.poll(isNarrowed).toBe(true);
  await instances.facetValue(/Natural science/).check();
  await expect.poll(() => page.url()).toContain('field=natural_science');
  await page.getByRole('button', { name: 'Clear all' }).click();

  await expect.poll(() => instances.total()).toBe(all);
});

test('an instance stands beside its reference and two responses, media at their tags', async ({
  instance,
}) => {
  await instance.open('natural_science/chemistry/301', 'models=Aria-7B,Polyglot-Mix');

  for (const name of ['Task', 'Reference', 'Aria-7B', 'Polyglot-Mix'])
    await expect(instance.column(name)).toBeVisible();
  await expect(instance.card('Task', 'image1').locator('img')).toBeVisible();
  await expect(instance.card('Reference', 'image2').locator('img')).toBeVisible();
  await expect(instance.scores().getByRole('rowheader', { name: /StS/ })).toBeVisible();
  await expect(instance.scores().getByText('example').first()).toBeVisible();
});

test('a tag in the text leads to its item', async ({ page, instance }) => {
  await instance.open('natural_science/chemistry/301', 'models=Aria-7B');

  await instance
    .column('Reference')
    .getByRole('button', { name: /^audio2, / })
    .first()
    .click();

  await expect(instance.card('Reference', 'audio2')).toBeInViewport();
  await expect(page.locator('article:focus')).toHaveAccessibleName(/^audio2,/);
});

test('every instance can be stepped to, every item ends in a state that says what it is, and no other host is asked', async ({
  page,
  app,
  instances,
  instance,
}) => {
  test.setTimeout(180_000);
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(app.url).origin)
      foreign.push(request.url());
  });
  const total = await instances.total();
  await instances.openFirst();
  const modalities = new Set<string>();
  const states = new Set<string>();
  for (let step = 0; step < total; step++) {
    if (step > 0) await instance.step();
    else await instance.drawn();
    await expect(page.locator('article[data-state="loading"]')).toHaveCount(0);
    const cards = await page
      .locator('article[data-modality]')
      .evaluateAll((all) => all.map((card) => [card.dataset['modality'], card.dataset['state']]));
    for (const [modality = '', state = ''] of cards) {
      modalities.add(modality);
      states.add(state);
    }
  }
  expect([...modalities].sort()).toEqual(
    ['audio', 'code', 'document', 'image', 'text', 'threeD', 'video'].sort(),
  );
  for (const state of ['file', 'inline', 'missing', 'broken']) expect(states).toContain(state);
  expect(foreign).toEqual([]);
});
