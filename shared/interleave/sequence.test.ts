import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MODALITY_IDS } from '../model/modality.ts';
import { buildSequence, parseStrip, stripOf } from './sequence.ts';

const output = (content: string, ownTags: string[], otherTags: string[] = []) =>
  buildSequence(content, { side: 'output', ownTags, otherTags });
const roles = (sequence: ReturnType<typeof output>) =>
  sequence.segments.flatMap((s) => (s.kind === 'tag' ? [`${s.tag} ${s.role}`] : []));

test('the same tag twice is shown twice and counted once', () => {
  const sequence = output('<image2> and again <image2>', ['image2']);

  expect(roles(sequence)).toEqual(['image2 item', 'image2 repeat']);
  expect(sequence.counts).toEqual({ image: 1 });
});

test('an entry without a tag stands at the end, marked orphan, and counts', () => {
  const sequence = output('No tag here', ['audio1']);

  expect(roles(sequence)).toEqual(['audio1 orphan']);
  expect(sequence.counts).toEqual({ audio: 1 });
});

test('a tag without an entry is dangling and counts as generated', () => {
  const sequence = output('See <image2>', []);

  expect(roles(sequence)).toEqual(['image2 dangling']);
  expect(sequence.counts).toEqual({ image: 1 });
});

test('an answer’s tag that names an input item is a reference to it, not generated', () => {
  const sequence = output('As <image1> shows, <image2>', ['image2'], ['image1']);

  expect(roles(sequence)).toEqual(['image1 inputReference', 'image2 item']);
  expect(sequence.counts).toEqual({ image: 1 });
});

test('an answer that brings its own image1 has generated it', () => {
  const sequence = output('<image1>', ['image1'], ['image1']);

  expect(roles(sequence)).toEqual(['image1 item']);
  expect(sequence.counts).toEqual({ image: 1 });
});

test('a tag of the task that names an expected output item is marked so', () => {
  const sequence = buildSequence('Draw <image2> like <image1>', {
    side: 'input',
    ownTags: ['image1'],
    otherTags: ['image2'],
  });

  expect(sequence.strip).toBe('T I2> T I1');
});

test('text items are shown but not counted', () => {
  const sequence = output('<text1> <code1>', ['text1', 'code1']);

  expect(sequence.counts).toEqual({ code: 1 });
});

test('a strip leaves out text without a letter or digit', () => {
  expect(output('Look: <image2>, <audio1>.', ['image2', 'audio1']).strip).toBe('T I2 A1');
});

test('a strip can be read back, whatever the tags and roles', () => {
  const role = fc.constantFrom(
    'item',
    'repeat',
    'inputReference',
    'expectedOutput',
    'dangling',
    'orphan',
  );
  const cell = fc.record({
    modality: fc.constantFrom(...MODALITY_IDS),
    number: fc.integer({ min: 0, max: 9999 }),
    role,
  });
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const segments = cells.map((c) => ({
        ...c,
        kind: 'tag' as const,
        tag: `${c.modality}${c.number}`,
        start: 0,
        end: 0,
      }));

      const read = parseStrip(stripOf(segments));

      expect(read).toEqual(
        cells.map((c) => ({ kind: 'tag', tag: `${c.modality}${c.number}`, ...c })),
      );
    }),
  );
});
