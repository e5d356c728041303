// Compares texts off the page's thread: two of 20,000 words take up to a second.
import type { ReadingBlock } from '../../../shared/interleave/reading.ts';
import { diffBlocks, type BlocksDiff } from './diff-blocks.ts';

export interface DiffQuestion {
  readonly id: number;
  readonly own: readonly ReadingBlock[];
  readonly other: readonly ReadingBlock[];
}
export interface DiffAnswer {
  readonly id: number;
  readonly diff: BlocksDiff;
}

addEventListener('message', ({ data: { id, own, other } }: MessageEvent<DiffQuestion>) => {
  postMessage({ id, diff: diffBlocks(own, other) } satisfies DiffAnswer);
});
