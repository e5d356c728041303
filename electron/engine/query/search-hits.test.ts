import { expect, test } from 'vitest';
import { startFigured } from '../../../tests/builders/figured.ts';
import { findTerms, readSearchTerms } from '../../../shared/filter/search-terms.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import { excerpt } from './search-hits.ts';

const LIMIT_MS = 60_000;

test(
  'a row tells where what it was found by stands: one piece a place and model',
  async () => {
    const { api } = await startFigured(
      ['1', '2'],
      {
        Alpha: [{ id: '1', content: 'A kite\nover a kite. <image2>', sc: 3 }],
        Beta: [{ id: '1', content: 'No such thing.' }],
      },
      (id) =>
        id === '2'
          ? {}
          : {
              input: { content: 'Draw <image1>, a Kite.', modal: { image1: 'image/a.png' } },
              output: { content: 'A kité: <image2>', modal: { image2: 'image/b.png' } },
            },
    );
    const key = 'natural_science/chemistry/1';
    const note = { kind: 'note', side: 'instance', mark: { kind: 'whole' } } as const;
    await api.call('annotations.save', { key, ...note, text: 'That is no kite' });
    const hitsOf = async (filter: InstanceFilter, models: string[] = []) => {
      const { rows } = await api.call('instances.page', {
        filter,
        sort: { by: 'key', descending: false },
        models,
        offset: 0,
        limit: 10,
      });
      return rows.map(({ id, hits }) => [
        id,
        hits?.map(({ where, model, text, marks }) => {
          const marked = marks.map(([start, end]) => text.slice(start, end)).join('|');
          return [where, model, text, marked];
        }),
      ]);
    };

    const everywhere = [
      ['task', undefined, 'Draw <image1>, a Kite.', 'Kite'],
      ['reference', undefined, 'A kité: <image2>', 'kité'],
      ['response', 'Alpha', 'A kite over a kite. <image2>', 'kite|kite'],
      ['note', undefined, 'That is no kite', 'kite'],
    ];
    expect(await hitsOf({ search: 'kite' })).toEqual([['1', everywhere]]);
    // the caption of an official file is of Alpha's picture
    expect(await hitsOf({ search: 'captions:cat' })).toEqual([
      ['1', [['caption', 'Alpha', 'a cat', 'cat']]],
    ]);
    expect(await hitsOf({ search: 'kit' }, ['Beta'])).toEqual([
      ['1', everywhere.filter(([, model]) => model === undefined)],
    ]);
    expect(await hitsOf({ search: 'responses:kite' })).toEqual([['1', [everywhere[2]]]]);
    // also what an expression searches for, but not what must not be there
    const expression = 'search "\\"no kite\\"" and not search "dragon"';
    expect(await hitsOf({ expression })).toEqual([
      ['1', [['note', undefined, 'That is no kite', 'no kite']]],
    ]);
    expect(await hitsOf({})).toEqual([
      ['1', undefined],
      ['2', undefined],
    ]);
  },
  LIMIT_MS,
);

test('a piece of a long text is the part round the first hit, cut between words', () => {
  const text = `${'lorem ipsum '.repeat(40)}the zeppelin ${'dolor sit '.repeat(40)}zeppelin`;
  const piece = excerpt(text, findTerms(text, readSearchTerms('zeppelin')));

  expect(piece.text.length).toBeLessThanOrEqual(240);
  expect(piece.text).toMatch(/^(?:lorem|ipsum) .*the zeppelin dolor .*(?:dolor|sit)$/);
  expect(piece.marks.map(([start, end]) => piece.text.slice(start, end))).toEqual(['zeppelin']);
});

test('no character is cut in two', () => {
  const text = '😀'.repeat(200) + 'word' + '😀'.repeat(200);
  const piece = excerpt(text, findTerms(text, readSearchTerms('word')));

  expect(piece.text.isWellFormed()).toBe(true);
  expect(piece.marks.map(([start, end]) => piece.text.slice(start, end))).toEqual(['word']);
});
