// Alignment of what is read: sentences stay whole, so the rows hold reading blocks and not segments.
import type { Item, TagSegment } from '../../model/content.ts';
import type { ReadingBlock } from '../reading.ts';
import type { AlignSegment, ItemFeatures } from './segments.ts';
import { wordsOf } from './words.ts';

/**
 * Reading blocks as alignment sees them; `index` is the block's.
 *
 * @param items  of the side, for their captions
 * @param featuresOf  by tag; asked once an item
 */
export function alignBlocks(
  blocks: readonly ReadingBlock[],
  items: readonly Pick<Item, 'tag' | 'caption'>[],
  featuresOf: (tag: string) => ItemFeatures = () => ({}),
): AlignSegment[] {
  const captions = new Map(items.map(({ tag, caption }) => [tag, caption]));
  const ranks = new Map<string, number>();
  const nextRank = (kind: string) => {
    const rank = ranks.get(kind) ?? 0;
    ranks.set(kind, rank + 1);
    return rank;
  };
  return blocks.map((block, index): AlignSegment => {
    if (block.kind === 'text') {
      return { index, modality: 'text', rank: nextRank('text'), words: wordsOf(textOf(block)) };
    }
    const { tag, role, modality, caption } = block.segment;
    const words = wordsOf(caption ?? captions.get(tag) ?? '');
    const rank = nextRank(`${modality} item`);
    return { index, modality, tag, role, rank, words, ...featuresOf(tag) };
  });
}

/** The text of a block, without the tags in it. */
function textOf({ parts }: Extract<ReadingBlock, { kind: 'text' }>): string {
  return parts.filter((part) => typeof part === 'string').join(' ');
}

/** Blocks of the task `from` to before `to`, beginning at a row. */
export interface TaskSpan {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

const MOST_CHARACTERS = 160; // two or three lines in a column

/**
 * Where the task's blocks stand beside the rows. It is no answer, so only a short block that names an
 * expected item stands at its row; what lies between follows on. A long one holds the question: it
 * stays where it is read first.
 *
 * @param rowOfTag  row in which an expected item stands
 */
export function taskSpans(
  blocks: readonly ReadingBlock[],
  rowOfTag: (tag: string) => number | undefined,
): TaskSpan[] {
  if (blocks.length === 0) return [];
  const spans: { row: number; from: number; to: number }[] = [{ row: 0, from: 0, to: 0 }];
  blocks.forEach((block, index) => {
    const last = spans.at(-1);
    if (last === undefined) return;
    const row = expectedTags(block)
      .map(({ tag }) => rowOfTag(tag))
      .find((found) => found !== undefined && found > last.row);
    if (row === undefined || index === 0) last.to = index + 1;
    else spans.push({ row, from: index, to: index + 1 });
  });
  return spans;
}

function expectedTags(block: ReadingBlock): TagSegment[] {
  if (block.kind === 'item' || textOf(block).length > MOST_CHARACTERS) return [];
  return block.parts.flatMap((part) =>
    typeof part !== 'string' && part.role === 'expectedOutput' ? [part] : [],
  );
}
