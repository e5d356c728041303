import type { InterleavedSequence } from '../../../../shared/interleave/sequence.ts';
import type { UnimRecord } from '../../load/types.ts';

/**
 * False when the lint of a record cannot have anything to say, which is so for most: no code, every
 * tag written as it should be, naming an entry of its own side once and in order, and no other angle
 * bracket. Most of the lint's time at UniM's size is saved by asking first.
 */
export function hasRemarks(
  record: UnimRecord,
  task: InterleavedSequence,
  reference: InterleavedSequence,
): boolean {
  return (
    isOdd(record.input?.content ?? '', task) ||
    isOdd(record.output?.content ?? '', reference) ||
    hasCode(record) ||
    sharesTags(record)
  );
}

function isOdd(content: string, { segments }: InterleavedSequence): boolean {
  let highest = 0;
  for (const segment of segments) {
    if (segment.kind === 'text') {
      if (segment.text.includes('<')) return true;
      continue;
    }
    const { tag, role, number, start, end } = segment;
    if (role !== 'item' || end - start !== tag.length + 2) return true;
    if (!content.startsWith(tag, start + 1)) return true;
    if (number < highest) return true; // perhaps of another modality: then the lint says nothing
    highest = number;
  }
  return false;
}

function hasCode({ input, output }: UnimRecord): boolean {
  return [input, output].some((side) => side?.entries.some(({ modality }) => modality === 'code'));
}

function sharesTags({ input, output }: UnimRecord): boolean {
  const tags = input?.entries.map(({ tag }) => tag) ?? [];
  return output?.entries.some(({ tag }) => tags.includes(tag)) === true;
}
