import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSequence } from '../../../../shared/interleave/sequence.ts';
import { lintContent } from '../../load/lint/lint-content.ts';
import type { RecordSide, UnimRecord } from '../../load/types.ts';
import { hasRemarks } from './has-remarks.ts';

const MODALITIES = ['image', 'audio', 'code'] as const;

const entry = fc
  .record({ modality: fc.constantFrom(...MODALITIES), number: fc.integer({ min: 1, max: 3 }) })
  .map(({ modality, number }) => ({
    tag: `${modality}${number}`,
    modality,
    number,
    value: modality === 'code' ? '```\r\npython\nx = 1\n```' : `${modality}/${number}.png`,
  }));
const plain = fc.constantFrom('<image1>', '<image2>', '<audio1>', ' words ', ' and ');
const odd = fc.constantFrom(
  ...[
    '< image 1 >',
    '<IMAGE1>',
    '<image3: a cat>',
    '<sup>2</sup>',
    'a < b',
    '<<image1>>',
    '<code1>',
  ],
);
const piece = fc.oneof({ weight: 10, arbitrary: plain }, { weight: 1, arbitrary: odd });
const entries = fc.uniqueArray(entry, { maxLength: 3, selector: ({ tag }) => tag });
const side: fc.Arbitrary<RecordSide> = fc
  .record({ entries, pieces: fc.array(piece, { maxLength: 4 }), isTidy: fc.boolean() })
  .map(({ entries: own, pieces, isTidy }) => ({
    entries: own,
    content: isTidy ? own.map(({ tag }) => `see <${tag}>`).join(', ') : pieces.join(''),
  }));

test('where there are no remarks to be had, the lint has none', () => {
  let skipped = 0;

  fc.assert(
    fc.property(side, side, (input, output) => {
      const record: UnimRecord = { field: 'f', subdomain: 's', id: '1', input, output };
      if (hasRemarks(record, read(input, 'input', output), read(output, 'output', input))) return;
      skipped += 1;
      expect(lintContent(record, false)).toEqual([]);
    }),
    { numRuns: 5_000, seed: 1 },
  );

  expect(skipped).toBeGreaterThan(100);
});

function read(own: RecordSide, is: 'input' | 'output', other: RecordSide) {
  const tags = ({ entries }: RecordSide) => entries.map(({ tag }) => tag);
  return buildSequence(own.content, { side: is, ownTags: tags(own), otherTags: tags(other) });
}
