// Cases of saved views; part of `cases.ts`.
import { expect } from 'vitest';
import type { Cases } from './world.ts';

export const VIEW_CASES = {
  'views.save': async ({ api }) => {
    const { view } = await api.call('views.save', { name: ' Hard ones ', query: 'difficulty=3' });

    expect(view).toMatchObject({ name: 'Hard ones', query: 'difficulty=3' });
    await expect(api.call('views.save', { name: '', query: '' })).rejects.toMatchObject({
      code: 'bad-input',
    });
  },
  'views.list': async ({ api }) => {
    await api.call('views.save', { name: 'hard ones', query: 'difficulty=2,3' });

    const { views } = await api.call('views.list', {});

    // the same name, whatever its case
    expect(views.map(({ name, query }) => [name, query])).toEqual([
      ['hard ones', 'difficulty=2,3'],
    ]);
  },
  'views.remove': async ({ api }) => {
    const { view } = await api.call('views.save', { name: 'Passing', query: '' });

    await api.call('views.remove', { id: view.id });

    const { views } = await api.call('views.list', {});
    expect(views.map(({ id }) => id)).not.toContain(view.id);
    await expect(api.call('views.remove', { id: view.id })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
} satisfies Cases;
