import { expect, test } from './support/fixtures.ts';

test('a view can be linked: the address brings filter, sort and models back', async ({
  page,
  app,
  welcome,
  instances,
}) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
  await instances.facetValue(/Natural science/).check();
  await instances.search.fill('titration');
  await expect.poll(() => page.url()).toContain('q=titration');
  await expect.poll(() => page.url()).toContain('field=natural_science');
  await expect(instances.rows()).toHaveCount(1);

  await page.reload();

  await instances.grid.waitFor();
  await expect(instances.search).toHaveValue('titration');
  await expect(instances.rows()).toHaveCount(1);
});

test('back and forward go through what was seen', async ({
  page,
  app,
  welcome,
  instances,
  instance,
}) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();
  await instances.openFirst();
  await instance.drawn();
  const key = instance.key();

  await page.goBack();
  await expect(instances.grid).toBeVisible();
  await page.goForward();

  expect(await instance.drawn()).toBe(key);
});

test('an instance that is not there says so and leaves the app alive', async ({
  page,
  app,
  welcome,
}) => {
  expect(app.url).toContain('127.0.0.1');
  await welcome.openDemo();

  await page.evaluate(() => (location.hash = '#/instance/natural_science/chemistry/99999'));

  await expect(page.getByRole('alert')).toContainText('99999');
  await page.getByRole('link', { name: 'Instances' }).first().click();
  await expect(page.getByRole('grid', { name: 'Instances' })).toBeVisible();
});
