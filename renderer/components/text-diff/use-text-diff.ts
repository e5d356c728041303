import { useEffect, useState } from 'react';
import { readingBlocks } from '../../../shared/interleave/reading.ts';
import type { Sequence } from '../../../shared/model/content.ts';
import { askDiff } from './ask-diff.ts';
import type { BlocksDiff } from './diff-blocks.ts';

/** What is compared with what; both must be the same objects as long as they are the same. */
export interface DiffPair {
  readonly id: string;
  readonly own: Sequence;
  readonly other: Sequence;
}

interface Kept extends DiffPair {
  readonly diff: BlocksDiff;
}

/**
 * Compares texts in the background. A pair is in the answer as soon as it is known; until then the text
 * is shown without marks.
 *
 * @param pairs  memoised by the caller
 */
export function useTextDiff(pairs: readonly DiffPair[]): ReadonlyMap<string, BlocksDiff> {
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(none);
  useEffect(() => {
    let isGone = false;
    for (const pair of pairs) {
      void askDiff(readingBlocks(pair.own.segments), readingBlocks(pair.other.segments)).then(
        (diff) => {
          if (!isGone) setKept((before) => new Map(before).set(pair.id, { ...pair, diff }));
        },
      );
    }
    return () => {
      isGone = true;
    };
  }, [pairs]);
  return current(kept, pairs);
}

const none: ReadonlyMap<string, never> = new Map<string, never>();

/** Those that are still of the same texts. */
function current(
  kept: ReadonlyMap<string, Kept>,
  pairs: readonly DiffPair[],
): ReadonlyMap<string, BlocksDiff> {
  if (pairs.length === 0) return none;
  return new Map(
    pairs.flatMap(({ id, own, other }) => {
      const known = kept.get(id);
      return known?.own === own && known.other === other ? [[id, known.diff] as const] : [];
    }),
  );
}
