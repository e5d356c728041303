import { expect, test } from 'vitest';
import { excerptParts } from './excerpt-parts.ts';

test('an excerpt is one line of text with its tags in short form', () => {
  expect(excerptParts('Look at <image1>\n\nand  listen to <audio1>.')).toEqual([
    { kind: 'text', text: 'Look at ' },
    { kind: 'tag', modality: 'image', label: 'I1' },
    { kind: 'text', text: ' and listen to ' },
    { kind: 'tag', modality: 'audio', label: 'A1' },
    { kind: 'text', text: '.' },
  ]);
});

test('an excerpt that ends inside a tag keeps what is there as text', () => {
  expect(excerptParts('See <imag')).toEqual([{ kind: 'text', text: 'See <imag' }]);
});

test('a few tags are drawn as chips, further ones are words', () => {
  const parts = excerptParts('<image1><image2><image3><image4> and <image5>.');

  expect(parts.filter((part) => part.kind === 'tag')).toHaveLength(4);
  expect(parts.slice(4).map((part) => (part.kind === 'text' ? part.text : ''))).toEqual([
    ' and ',
    'I5',
    '.',
  ]);
});
