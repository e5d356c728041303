// Cases of `alignment.*`; part of `cases.ts`.
import { expect } from 'vitest';
import { KEYS } from './dataset.ts';
import type { Cases } from './world.ts';

const models = ['Alpha', 'Beta'];

export const ALIGNMENT_CASES = {
  'alignment.get': async ({ api }) => {
    const { alignment } = await api.call('alignment.get', { key: KEYS.physics, models });

    expect(alignment.columns).toEqual([
      { id: 'reference', blocks: 2 },
      { id: 'model:Alpha', blocks: 2 },
      { id: 'model:Beta', blocks: 2 },
    ]);
    expect(alignment.rows[0]).toMatchObject([
      { column: 0, index: 0 },
      { column: 1, index: 0, reason: 'order' },
      { column: 2, index: 0, reason: 'order' },
    ]);
    await expect(api.call('alignment.get', { key: 'a/b/c', models })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  'alignment.pair': async ({ api }) => {
    const key = KEYS.physics;

    await api.call('alignment.pair', { key, models, model: 'Alpha', index: 1 });

    const { alignment } = await api.call('alignment.get', { key, models });
    expect(alignment.hand).toEqual([{ model: 'Alpha', pairs: 1, stale: 0 }]);
    const apart = alignment.rows.find((row) =>
      row.some((cell) => cell.column === 1 && cell.index === 1),
    );
    expect(apart).toEqual([{ column: 1, index: 1 }]);
    await api.call('alignment.reset', { key, models });
  },
  'alignment.reset': async ({ api }) => {
    const key = KEYS.physics;
    await api.call('alignment.pair', { key, models, model: 'Alpha', index: 1 });

    await api.call('alignment.reset', { key, models, model: 'Beta' });
    const { alignment } = await api.call('alignment.get', { key, models });
    await api.call('alignment.reset', { key, models, model: 'Alpha' });

    expect(alignment.hand).toHaveLength(1);
    const after = await api.call('alignment.get', { key, models });
    expect(after.alignment.hand).toEqual([]);
  },
} satisfies Cases;
