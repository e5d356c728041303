import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEngine, startProject } from '../../../tests/builders/engine.ts';
import { makeFolder } from '../../../tests/builders/folders.ts';

test('a saved view is there when the project is opened by another engine', async () => {
  const dir = makeFolder();
  const first = await startProject(dir);
  const query = 'q=%22tidal%22&field=natural_science&expr=SC(%22A%22)+%3C+0.4';
  const { view } = await first.api.call('views.save', { name: 'Tides: worse', query });
  await first.close();

  const second = startEngine(join(dir, 'second'));
  await second.api.call('project.open', { dir: first.projectDir });

  expect((await second.api.call('views.list', {})).views).toEqual([view]);
  expect(view).toMatchObject({ name: 'Tides: worse', query });
});

test('a name is there once, whatever its case, and a view keeps its id when it gets another', async () => {
  const { api } = await startProject(makeFolder());
  const save = async (name: string, query: string, id?: number) =>
    (await api.call('views.save', { name, query, ...(id === undefined ? {} : { id }) })).view;
  const names = async () =>
    (await api.call('views.list', {})).views.map(({ id, name, query }) => [id, name, query]);

  const zebra = await save('Zebra', 'a=1');
  const apple = await save('Äpfel ', 'b=1');
  const again = await save('ZEBRA', 'a=2');

  expect(again.id).toBe(zebra.id);
  expect(await names()).toEqual([
    [apple.id, 'Äpfel', 'b=1'],
    [zebra.id, 'ZEBRA', 'a=2'],
  ]);
  // given the name of another, it takes its place
  await save('äpfel', 'c=1', zebra.id);
  expect(await names()).toEqual([[zebra.id, 'äpfel', 'c=1']]);
  // with an id that is gone it is a new one
  const late = await save('Late', '', apple.id);
  expect(late.id).not.toBe(apple.id);

  await api.call('views.remove', { id: zebra.id });
  expect(await names()).toEqual([[late.id, 'Late', '']]);
  await expect(api.call('views.remove', { id: zebra.id })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(save('  ', '')).rejects.toMatchObject({ code: 'bad-input' });
});
