import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseContent, parseTagName } from './parse.ts';

const tagsOf = (content: string) =>
  parseContent(content).flatMap((s) => (s.kind === 'tag' ? [s.tag] : []));
const textOf = (content: string) =>
  parseContent(content)
    .flatMap((s) => (s.kind === 'text' ? [s.text] : []))
    .join('|');

test('text and tags come in reading order with their offsets', () => {
  const segments = parseContent('See <image2>, then <audio1>.');

  expect(segments).toEqual([
    { kind: 'text', text: 'See ', start: 0, end: 4 },
    { kind: 'tag', tag: 'image2', modality: 'image', number: 2, start: 4, end: 12 },
    { kind: 'text', text: ', then ', start: 12, end: 19 },
    { kind: 'tag', tag: 'audio1', modality: 'audio', number: 1, start: 19, end: 27 },
    { kind: 'text', text: '.', start: 27, end: 28 },
  ]);
});

test.each([
  ['< image 1 >', 'image1'],
  ['<<image1>>', 'image1'],
  ['<IMAGE1>', 'image1'],
  ['<3D1>', 'threeD1'],
  ['<threeD12>', 'threeD12'],
  ['<Image_3>', 'image3'],
  ['<document-2>', 'document2'],
])('the spelling %s is the tag %s', (written, tag) => {
  expect(tagsOf(`a ${written} b`)).toEqual([tag]);
  expect(textOf(`a ${written} b`)).toBe('a | b');
});

test.each([
  'vector<vector<int>> v;',
  'H<sub>2</sub>O and x<sup>2</sup>',
  '<how urban is it?>',
  'if (a<b && c>d)',
  '<image>',
  '<h1>Title</h1>',
  'a << image',
])('angle brackets that are no tag stay text: %s', (content) => {
  expect(parseContent(content)).toEqual([
    { kind: 'text', text: content, start: 0, end: content.length },
  ]);
});

test('a closing tag belongs to its tag, and what it encloses is the caption', () => {
  const segments = parseContent('Hear <audio1>the  buffer region</audio1> now');

  expect(segments[1]).toMatchObject({ tag: 'audio1', caption: 'the  buffer region' });
  expect(textOf('Hear <audio1>the buffer region</audio1> now')).toBe('Hear | now');
});

test('a closing tag without its opening tag is no text', () => {
  expect(textOf('one </image1> two')).toBe('one | two');
  expect(tagsOf('one </image1> two')).toEqual([]);
});

test('an enclosed text that holds another tag is not a caption', () => {
  expect(tagsOf('<audio1> see <image2> </audio1>')).toEqual(['audio1', 'image2']);
});

test.each([
  ['<image2: a red kite> flies', 'a red kite'],
  ['<image2: arrow A -> B, x > 3> flies', 'arrow A -> B, x > 3'],
  ['<image2: water H<sub>2</sub>O boils> flies', 'water H<sub>2</sub>O boils'],
  ['<image2: first line\nsecond line> flies', 'first line\nsecond line'],
  ['<image2: a caption > flies', 'a caption'],
  ['<image2: it says "a>b"> flies', 'it says "a>b"'],
  ['<image2: if x >= 2> flies', 'if x >= 2'],
])('the caption of %j is read to its end', (content, caption) => {
  const [tag, rest] = parseContent(content);

  expect(tag).toMatchObject({ kind: 'tag', tag: 'image2', caption });
  expect(rest).toMatchObject({ kind: 'text', text: ' flies' });
});

test('a caption that never ends reaches to the end of its line', () => {
  const [tag, rest] = parseContent('<image2: no end\nnext line');

  expect(tag).toMatchObject({ caption: 'no end' });
  expect(rest).toMatchObject({ text: '\nnext line' });
});

test('two captioned tags do not swallow each other', () => {
  expect(tagsOf('<image2: one> and <image3: two>')).toEqual(['image2', 'image3']);
});

test('modal keys are brought to one spelling', () => {
  expect(parseTagName('Image1')?.tag).toBe('image1');
  expect(parseTagName('3D2')?.tag).toBe('threeD2');
  expect(parseTagName('image')).toBeUndefined();
  expect(parseTagName('sound1')).toBeUndefined();
});

const piece = fc.oneof(
  fc.constantFrom(
    '<image1>',
    '<<audio2>>',
    '</audio2>',
    '< 3D1 >',
    '<video1: a > b>',
    '<sup>',
    'vector<int>',
    '<',
    '>',
    '\n',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

test('offsets are ordered, inside the content, and text is exactly the slice there', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const content = pieces.join('');
      let at = 0;
      for (const segment of parseContent(content)) {
        expect(segment.start).toBeGreaterThanOrEqual(at);
        expect(segment.end).toBeGreaterThan(segment.start);
        if (segment.kind === 'text')
          expect(segment.text).toBe(content.slice(segment.start, segment.end));
        at = segment.end;
      }
      expect(at).toBeLessThanOrEqual(content.length);
    }),
  );
});

test('a megabyte of angle brackets is read in linear time', () => {
  const content = '<image1: '.repeat(50_000) + '<audio1>'.repeat(50_000) + '<'.repeat(200_000);

  expect(tagsOf(content).length).toBe(100_000);
});
