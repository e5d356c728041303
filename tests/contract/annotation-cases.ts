// Cases of what people say of instances; part of `cases.ts`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { KEYS } from './dataset.ts';
import type { Cases } from './world.ts';

const whole = { kind: 'whole' } as const;
const flag = {
  key: KEYS.law,
  side: 'response',
  model: 'Alpha',
  kind: 'flag',
  mark: whole,
} as const;

export const ANNOTATION_CASES = {
  'annotations.save': async ({ api }) => {
    const mark = { kind: 'box', tag: 'image2', x: 0.25, y: 0, w: 0.5, h: 1 } as const;
    const note = { key: KEYS.physics, side: 'reference', kind: 'note', mark } as const;

    const { annotation } = await api.call('annotations.save', { ...note, text: '倒过来了' });

    expect(annotation).toMatchObject({ ...note, text: '倒过来了', isStale: false, author: '' });
    await expect(
      api.call('annotations.save', { ...note, text: '…', key: 'a/b/c' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(api.call('annotations.save', note)).rejects.toMatchObject({ code: 'bad-input' });
  },
  'annotations.saveMany': async ({ api }) => {
    const filter = { facets: { field: ['social_science', 'general_area'] } };
    const annotation = { kind: 'tag', tag: 'off-task' } as const;
    const input = { filter, models: [], annotation };

    expect(await api.call('annotations.saveMany', input)).toEqual({ changed: 2, total: 2 });

    expect(await api.call('annotations.saveMany', input)).toEqual({ changed: 0, total: 2 });
    expect(await api.call('annotations.undo', {})).toEqual({ instances: 2 });
    const note = { kind: 'note', text: 'x' } as unknown as typeof annotation;
    await expect(
      api.call('annotations.saveMany', { ...input, annotation: note }),
    ).rejects.toMatchObject({ code: 'bad-input' });
  },
  'annotations.list': async ({ api }) => {
    const { annotation } = await api.call('annotations.save', flag);

    const { annotations, canUndo } = await api.call('annotations.list', { key: KEYS.law });

    expect(annotations).toContainEqual(annotation);
    expect(canUndo).toBe(true);
    expect(await api.call('annotations.list', { key: 'a/b/c' })).toMatchObject({ annotations: [] });
  },
  'annotations.remove': async ({ api }) => {
    const { annotation } = await api.call('annotations.save', flag);

    await api.call('annotations.remove', { id: annotation.id });

    const { annotations } = await api.call('annotations.list', { key: KEYS.law });
    expect(annotations).not.toContainEqual(annotation);
    await expect(api.call('annotations.remove', { id: annotation.id })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  'annotations.undo': async ({ api }) => {
    const { annotation } = await api.call('annotations.save', flag);

    expect(await api.call('annotations.undo', {})).toEqual({ key: KEYS.law });

    const { annotations } = await api.call('annotations.list', { key: KEYS.law });
    expect(annotations.map(({ id }) => id)).not.toContain(annotation.id);
  },
  'annotations.history': async ({ api }) => {
    const { annotation } = await api.call('annotations.save', flag);
    await api.call('annotations.remove', { id: annotation.id });

    const { events } = await api.call('annotations.history', { key: KEYS.law });

    expect(events.slice(0, 2)).toMatchObject([
      { annotationId: annotation.id, change: 'removed', isUndo: false },
      { annotationId: annotation.id, change: 'added' },
    ]);
  },
  'taxonomy.get': async ({ api }) => {
    const { tags, shipped } = await api.call('taxonomy.get', {});

    expect(tags).toEqual(shipped);
    expect(tags.map(({ id }) => id)).toContain('missing-item');
  },
  'taxonomy.save': async ({ api }) => {
    const { shipped } = await api.call('taxonomy.get', {});
    const tags = [{ id: 'mirrored', label: 'Mirrored' }];

    await api.call('taxonomy.save', { tags });

    expect((await api.call('taxonomy.get', {})).tags).toEqual([
      { id: 'mirrored', label: 'Mirrored', group: '', hint: '' },
    ]);
    const blank = [{ id: 'with space', label: '' }];
    await expect(api.call('taxonomy.save', { tags: blank })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await api.call('taxonomy.save', { tags: shipped });
  },
  'export.annotations': async ({ api, dir }) => {
    const path = join(dir, 'annotations.jsonl');
    const { annotation } = await api.call('annotations.save', flag);

    const { records } = await api.call('export.annotations', { path });

    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(records);
    expect(lines.map((line): unknown => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ annotation: annotation.id, key: KEYS.law, kind: 'flag' }),
    );
  },
} satisfies Cases;
