import { expect, test } from 'vitest';
import fc from 'fast-check';
import { expandCaptions, textWithoutTags } from './expand.ts';

const captions = (record: Record<string, string>) => new Map(Object.entries(record));

test('a tag becomes its name with the caption, and nothing else changes', () => {
  const expanded = expandCaptions(
    'See <image2> and\n\n  vector<vector<int>> x; <sup>2</sup> <audio1>.',
    captions({ image2: 'a cat', audio1: 'a bell' }),
  );

  expect(expanded).toBe(
    'See <image2: a cat> and\n\n  vector<vector<int>> x; <sup>2</sup> <audio1: a bell>.',
  );
});

test('a tag that stands twice is replaced twice', () => {
  expect(expandCaptions('<image1> or <image1>', captions({ image1: 'x' }))).toBe(
    '<image1: x> or <image1: x>',
  );
});

test('a tag without a caption stays as it was written', () => {
  expect(expandCaptions('< Image 9 > <video1: mine>', captions({ image1: 'x' }))).toBe(
    '< Image 9 > <video1: mine>',
  );
});

test('other spellings of a tag become the canonical one', () => {
  expect(
    expandCaptions('< IMAGE 1 > <<image1>> <3D1>', captions({ image1: 'x', threeD1: 'y' })),
  ).toBe('<image1: x> <image1: x> <threeD1: y>');
});

test('a caption that the answer wrote gives way to what the item shows', () => {
  const shown = captions({ image1: 'a blank page', audio1: 'silence' });

  expect(expandCaptions('<image1: the best cat> <audio1>a song</audio1>!', shown)).toBe(
    '<image1: a blank page> <audio1: silence>!',
  );
});

test('brackets, tags and dollar signs inside a caption are put in as they are', () => {
  const caption = 'if a<b> then <image2> costs $& $1 > 3';

  expect(expandCaptions('<image1><image2>', captions({ image1: caption, image2: 'two' }))).toBe(
    `<image1: ${caption}><image2: two>`,
  );
});

test('items that no tag names stand at the end, where they have a caption', () => {
  const known = captions({ image1: 'one', image2: 'two' });

  expect(expandCaptions('Look: <image1>', known, ['image2', 'image3'])).toBe(
    'Look: <image1: one>\n<image2: two>',
  );
  expect(expandCaptions('', known, ['image2'])).toBe('<image2: two>');
});

test('without captions any content stays the same', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const content = `${text}<image1>${text}`;
      expect(expandCaptions(content, new Map())).toBe(content);
    }),
  );
});

test('each tag is replaced at its place, whatever stands between', () => {
  const between = fc.array(fc.constantFrom('a ', '<b>', '\n', '< 3', '图 ', '🙂', '$1'));
  fc.assert(
    fc.property(fc.array(fc.tuple(between, fc.integer({ min: 1, max: 3 }))), (parts) => {
      const known = captions({ image1: 'one', image2: 'two <image1>' });
      const write = (tag: (n: number) => string) =>
        parts.map(([words, n]) => words.join('') + tag(n)).join('');

      const expanded = expandCaptions(
        write((n) => `<image${n}>`),
        known,
      );

      expect(expanded).toBe(
        write((n) => [`<image3>`, '<image1: one>', '<image2: two <image1>>'][n % 3] ?? ''),
      );
    }),
  );
});

test('the text alone has no tags and no blanks where they stood', () => {
  expect(textWithoutTags('First <image1>\n\n<image2>\n\n\n\nThen a<b. <audio1: hum>\n')).toBe(
    'First\n\nThen a<b.',
  );
  expect(textWithoutTags(' <image1>\n<audio2> ')).toBe('');
});
