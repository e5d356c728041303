import { expect, test } from 'vitest';
import { SHIPPED_TAXONOMY } from '../../../../shared/model/taxonomy.ts';
import { findTags } from './find-tags.ts';

const found = (text: string) => findTags(SHIPPED_TAXONOMY, text).map(({ label }) => label);

test('a label that begins with what is typed is the first, one that holds it the next', () => {
  // "modality" holds "it"
  expect(found('wrong it').slice(0, 2)).toEqual(['Wrong item', 'Wrong modality']);
  expect(found('item')[0]).toBe('Items do not match');
});

test('a group and a hint are searched too, in any order of words', () => {
  expect(found('coherence')).toHaveLength(3);
  expect(found('noise SEAMS')).toEqual(['Artefacts']);
  expect(found('nothing like this')).toEqual([]);
});

test('nothing typed is the whole list in its order', () => {
  expect(found(' ')).toEqual(SHIPPED_TAXONOMY.map(({ label }) => label));
});
