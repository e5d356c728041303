import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingBlocks } from './reading.ts';
import { buildSequence } from './sequence.ts';
import { matchStructure } from './structure.ts';
import { markStrip } from './strip-marks.ts';

const blocksOf = (content: string, ownTags: string[], otherTags: string[] = []) =>
  readingBlocks(buildSequence(content, { side: 'output', ownTags, otherTags }).segments).map(
    (block) =>
      block.kind === 'item'
        ? `[${block.segment.tag}]`
        : block.parts.map((part) => (typeof part === 'string' ? part : `{${part.tag}}`)).join(''),
  );

test('an item follows the sentence that names it', () => {
  expect(blocksOf('The curve is in <image2>. It rises.', ['image2'])).toEqual([
    'The curve is in {image2}.',
    '[image2]',
    ' It rises.',
  ]);
});

test('several tags of one sentence follow it together', () => {
  expect(blocksOf('Seen in <image2>, <image3>, near pH 2.9. Next', ['image2', 'image3'])).toEqual([
    'Seen in {image2}, {image3}, near pH 2.9.',
    '[image2]',
    '[image3]',
    ' Next',
  ]);
});

test('a tag that is a sentence of its own has its item right there', () => {
  expect(blocksOf('The same period: <image2> Ordinary wear is excepted.', ['image2'])).toEqual([
    'The same period: {image2}',
    '[image2]',
    ' Ordinary wear is excepted.',
  ]);
  expect(blocksOf('Done. <image2> <audio1> Next', ['image2', 'audio1'])).toEqual([
    'Done. {image2} {audio1}',
    '[image2]',
    '[audio1]',
    ' Next',
  ]);
  expect(blocksOf('<image2> Paris is large.', ['image2'])).toEqual([
    '[image2]',
    ' Paris is large.',
  ]);
});

test('a tag on a line of its own is not named above its item', () => {
  expect(blocksOf('Two notes.\n\n<image2>\n\nNext.', ['image2'])).toEqual([
    'Two notes.\n\n',
    '[image2]',
    '\n\nNext.',
  ]);
});

test('a tag amid a sentence does not end it', () => {
  expect(blocksOf('In <image2> Paris is large.', ['image2'])).toEqual([
    'In {image2} Paris is large.',
    '[image2]',
  ]);
});

test('a line end is a sentence end', () => {
  expect(blocksOf('<audio1>\nThen text', ['audio1'])).toEqual(['[audio1]', '\nThen text']);
});

test('repeats and references to the input stay in the text only', () => {
  expect(blocksOf('As <image1> and <image2>. Again <image2>.', ['image2'], ['image1'])).toEqual([
    'As {image1} and {image2}.',
    '[image2]',
    ' Again {image2}.',
  ]);
});

test('an orphan stands at the end', () => {
  expect(blocksOf('No tag.', ['audio1', 'image2'])).toEqual(['No tag.', '[audio1]', '[image2]']);
});

test('a table is not torn apart', () => {
  const table = '| a | b |\n|---|---|\n| <image2> | One. Two |\n| <image3> | x |\nAfter.';

  expect(blocksOf(table, ['image2', 'image3'])).toEqual([
    '| a | b |\n|---|---|\n| {image2} | One. Two |\n| {image3} | x |\n',
    '[image2]',
    '[image3]',
    'After.',
  ]);
});

test('every item stands exactly once and no text is lost', () => {
  const piece = fc.constantFrom(
    'Word ',
    '. ',
    '\n',
    '<image2>',
    '<image1>',
    '<audio2>',
    '| x |\n',
    '。',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const content = pieces.join('');
      const own = ['image2', 'audio2', 'video1'];
      const { segments } = buildSequence(content, {
        side: 'output',
        ownTags: own,
        otherTags: ['image1'],
      });

      const blocks = readingBlocks(segments);

      const items = blocks.flatMap((b) => (b.kind === 'item' ? [b.segment.tag] : []));
      expect(items.toSorted()).toEqual(own.toSorted());
      const text = (value: string) => value.replace(/\s/g, '');
      const shown = blocks.flatMap((b) =>
        b.kind === 'text' ? b.parts.filter((p) => typeof p === 'string') : [],
      );
      const raw = segments.flatMap((s) => (s.kind === 'text' ? [s.text] : []));
      expect(text(shown.join(''))).toBe(text(raw.join('')));
    }),
  );
});

test('a strip shows what is redundant, of the wrong type and missing', () => {
  const matches = matchStructure({ image: 1, audio: 1 }, { image: 2, video: 1 });

  const cells = markStrip('T I2 I3 V1', matches);

  expect(cells.map((cell) => ('mark' in cell ? `${cell.kind} ${cell.mark}` : cell.kind))).toEqual([
    'text',
    'tag',
    'tag redundant',
    'tag wrongType',
    'missing',
  ]);
});
