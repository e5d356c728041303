import { expect, test } from 'vitest';
import { startFigured } from '../../../tests/builders/figured.ts';
import type { EventPayload } from '../../../shared/api/events.ts';

const LIMIT_MS = 60_000;
const IDS = ['1', '2', '3', '4'];
const keyOf = (id: string) => `natural_science/chemistry/${id}`;
const flag = { kind: 'flag' } as const;

test(
  'what is said of many at once is taken back in one step, and what was there before stays',
  async () => {
    const { api, ids } = await startFigured(IDS, { Alpha: IDS.slice(1).map((id) => ({ id })) });
    const whole = { side: 'instance', kind: 'flag', mark: { kind: 'whole' } } as const;
    await api.call('annotations.save', { key: keyOf('2'), ...whole });
    const everything = { filter: { state: 'answered' as const }, models: ['Alpha'] };

    const done = await api.call('annotations.saveMany', { ...everything, annotation: flag });

    // 1 is not in the set, 2 has its flag already
    expect(done).toEqual({ changed: 2, total: 3 });
    expect(await ids({ expression: 'flagged' })).toEqual(['2', '3', '4']);
    expect(await api.call('annotations.undo', {})).toEqual({ instances: 2 });
    expect(await ids({ expression: 'flagged' })).toEqual(['2']);
    // the step before it is still there to be taken back
    expect(await api.call('annotations.undo', {})).toEqual({ key: keyOf('2') });
    expect(await ids({ expression: 'flagged' })).toEqual([]);
    const { events } = await api.call('annotations.history', { key: keyOf('3') });
    expect(events.map(({ change, isUndo }) => [change, isUndo])).toEqual([
      ['removed', true],
      ['added', false],
    ]);
  },
  LIMIT_MS,
);

test(
  'a tag is taken away wherever it is, and comes back where it was',
  async () => {
    const { api, ids } = await startFigured(IDS, { Alpha: IDS.map((id) => ({ id })) });
    const tag = { kind: 'tag', tag: 'off-task' } as const;
    const mark = { kind: 'item', tag: 'image2' } as const;
    const of = { key: keyOf('1'), side: 'response', model: 'Alpha', mark } as const;
    await api.call('annotations.save', { ...tag, ...of });
    await api.call('annotations.saveMany', { filter: {}, models: [], annotation: tag });
    expect(await ids({ facets: { tag: ['off-task'] } })).toEqual(IDS);

    const some = { filter: { keys: [keyOf('1'), keyOf('3'), 'none/such/1'] }, models: [] };
    const removed = await api.call('annotations.saveMany', {
      ...some,
      annotation: { ...tag, isRemoved: true },
    });

    expect(removed).toEqual({ changed: 2, total: 2 });
    expect(await ids({ facets: { tag: ['off-task'] } })).toEqual(['2', '4']);
    await api.call('annotations.undo', {});
    const { annotations } = await api.call('annotations.list', { key: keyOf('1') });
    expect(annotations.map(({ side, mark: own }) => [side, own.kind])).toEqual([
      ['response', 'item'],
      ['instance', 'whole'],
    ]);
    const again = await api.call('annotations.saveMany', {
      filter: {},
      models: [],
      annotation: tag,
    });
    expect(again).toEqual({ changed: 0, total: 4 });
  },
  LIMIT_MS,
);

test(
  'of many instances there is one notice, of few one each',
  async () => {
    const many = Array.from({ length: 60 }, (_, at) => String(at + 1));
    const { api } = await startFigured(many, { Alpha: [] });
    const heard: EventPayload<'annotations.changed'>[] = [];
    api.on('annotations.changed', (event) => heard.push(event));

    await api.call('annotations.saveMany', { filter: {}, models: [], annotation: flag });
    expect(heard).toEqual([{ key: '' }]);

    const filter = { expression: 'id = 3, 4' };
    const annotation = { ...flag, isRemoved: true };
    await api.call('annotations.saveMany', { filter, models: [], annotation });
    expect(heard.slice(1)).toEqual([{ key: keyOf('3') }, { key: keyOf('4') }]);
  },
  LIMIT_MS,
);
