import { createHash } from 'node:crypto';
import { alignBlocks, taskSpans } from '../../../shared/interleave/align/blocks.ts';
import { alignColumns, type AlignRow } from '../../../shared/interleave/align/columns.ts';
import type { HandPair } from '../../../shared/interleave/align/pair.ts';
import type { ItemFeatures } from '../../../shared/interleave/align/segments.ts';
import { wordsOf } from '../../../shared/interleave/align/words.ts';
import { readingBlocks, type ReadingBlock } from '../../../shared/interleave/reading.ts';
import { AppError } from '../../../shared/api/errors.ts';
import type { Alignment, AlignmentCell } from '../../../shared/model/alignment.ts';
import type { Item, Sequence } from '../../../shared/model/content.ts';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import type { PairedSides, StoredHandPair } from '../db/hand-pairs.ts';
import type { FeatureFile } from '../media/alike/item-features.ts';

/** One side that is aligned: what is read of it, and what pairs made by hand are bound to. */
export interface AlignedSide {
  readonly id: string;
  /** Absent for the reference. */
  readonly model?: string;
  readonly items: readonly Item[];
  readonly blocks: readonly ReadingBlock[];
  readonly hash: string;
}

/** The sides of an instance, and which of them the others are paired with. */
export interface AlignedSides {
  readonly sides: readonly AlignedSide[];
  readonly centre: number;
  readonly task: readonly ReadingBlock[];
}

const REFERENCE = 'reference';
const columnId = (model: string) => `model:${model}`;

/** Reads the sides of an instance; models without a response have an empty one. */
export function alignedSides(instance: InstanceDetail, models: readonly string[]): AlignedSides {
  const names = models.length > 0 ? models : instance.responses.map(({ model }) => model);
  const reference = sideOf(REFERENCE, instance.reference, '');
  const responses = names.map((model): AlignedSide => {
    const response = instance.responses.find((each) => each.model === model);
    return { model, ...sideOf(columnId(model), response?.sequence, response?.contentHash ?? '') };
  });
  const sides = [reference, ...responses];
  // without a reference the models are read against the first of them
  const first = sides.findIndex(({ blocks }) => blocks.length > 0);
  return { sides, centre: Math.max(0, first), task: readingBlocks(instance.task.segments) };
}

function sideOf(id: string, sequence: Sequence | undefined, contentHash: string): AlignedSide {
  const blocks = readingBlocks(sequence?.segments ?? []);
  return { id, items: sequence?.items ?? [], blocks, hash: hashOf(contentHash, blocks) };
}

/** Of the content and of how it falls into blocks, which also the other side's tags decide. */
function hashOf(contentHash: string, blocks: readonly ReadingBlock[]): string {
  const shape = blocks.map((block) =>
    block.kind === 'item'
      ? [block.segment.tag]
      : block.parts.map((part) => (typeof part === 'string' ? part : [part.tag])),
  );
  return createHash('sha256')
    .update(JSON.stringify([contentHash, shape]))
    .digest('hex');
}

/** Files whose features alignment compares; those of the task it does not. */
export function alignedFiles({ sides }: AlignedSides): FeatureFile[] {
  return sides.flatMap(({ items }) =>
    items.flatMap(({ media, modality }) =>
      media.kind === 'file' ? [{ path: media.path, modality }] : [],
    ),
  );
}

/**
 * Aligns the sides of an instance.
 *
 * @param features  by path of the file
 * @param pairs  all that were made by hand in this instance
 */
export function alignSides(
  aligned: AlignedSides,
  features: ReadonlyMap<string, ItemFeatures>,
  pairs: readonly StoredHandPair[],
): Omit<Alignment, 'isPending'> {
  const { sides, centre, task } = aligned;
  const columns = sides.map((side) => ({
    segments: alignBlocks(side.blocks, side.items, featureFinder(side.items, features)),
    by: 'modality' as const,
    hand: handOf(aligned, side, pairs),
  }));
  const { rows, links } = alignColumns(columns, centre);
  return {
    columns: sides.map(({ id, blocks }) => ({ id, blocks: blocks.length })),
    centre,
    rows: rows.map(cellsOf),
    links: [...links],
    task: taskSpans(task, rowFinder(aligned, rows)),
    hand: countHand(aligned, pairs),
  };
}

function featureFinder(
  items: readonly Item[],
  features: ReadonlyMap<string, ItemFeatures>,
): (tag: string) => ItemFeatures {
  const byTag = new Map(items.map(({ tag, media }) => [tag, media]));
  return (tag) => {
    const media = byTag.get(tag);
    if (media?.kind === 'inline') return { words: wordsOf(media.text) };
    return (media?.kind === 'file' ? features.get(media.path) : undefined) ?? {};
  };
}

function cellsOf(row: AlignRow): AlignmentCell[] {
  return row.flatMap((cell, column) => (cell === undefined ? [] : [{ column, ...cell }]));
}

function rowFinder({ sides, centre }: AlignedSides, rows: readonly AlignRow[]) {
  const blocks = sides[centre]?.blocks ?? [];
  const byTag = new Map(
    rows.flatMap((row, at) => {
      const block = blocks[row[centre]?.index ?? -1];
      return block?.kind === 'item' ? [[block.segment.tag, at] as const] : [];
    }),
  );
  return (tag: string) => byTag.get(tag);
}

/** What a pair of this side with the centre is bound to now. */
function boundTo({ sides, centre }: AlignedSides, side: AlignedSide): Omit<PairedSides, 'key'> {
  const middle = sides[centre];
  return {
    model: side.model ?? '',
    centre: middle?.id ?? '',
    centreHash: middle?.hash ?? '',
    ownHash: side.hash,
  };
}

function holds(bound: Omit<PairedSides, 'key'>, pair: StoredHandPair): boolean {
  return bound.centreHash === pair.centreHash && bound.ownHash === pair.ownHash;
}

/** Pairs of one model with this centre; those with another centre are another table's. */
function pairsOf(bound: Omit<PairedSides, 'key'>, pairs: readonly StoredHandPair[]) {
  return pairs.filter(({ model, centre }) => model === bound.model && centre === bound.centre);
}

function handOf(
  aligned: AlignedSides,
  side: AlignedSide,
  pairs: readonly StoredHandPair[],
): HandPair[] {
  const bound = boundTo(aligned, side);
  return pairsOf(bound, pairs)
    .filter((pair) => holds(bound, pair))
    .map(({ centreBlock, ownBlock }) => ({ a: centreBlock, b: ownBlock }));
}

function countHand(aligned: AlignedSides, pairs: readonly StoredHandPair[]): Alignment['hand'] {
  return aligned.sides.flatMap((side) => {
    if (side.model === undefined) return [];
    const bound = boundTo(aligned, side);
    const own = pairsOf(bound, pairs);
    const stale = own.filter((pair) => !holds(bound, pair)).length;
    return own.length === 0 ? [] : [{ model: side.model, pairs: own.length - stale, stale }];
  });
}

/** Pairs that `alignment.reset` is about. @param model  all when undefined */
export function pairsToForget(
  aligned: AlignedSides,
  pairs: readonly StoredHandPair[],
  model: string | undefined,
  isStale: boolean,
): StoredHandPair[] {
  return aligned.sides.flatMap((side) => {
    if (side.model === undefined || (model !== undefined && side.model !== model)) return [];
    const bound = boundTo(aligned, side);
    return pairsOf(bound, pairs).filter((pair) => !isStale || !holds(bound, pair));
  });
}

/**
 * What a pair to be made is bound to.
 *
 * @throws AppError 'bad-input' when there are no such blocks, or they are of two kinds
 */
export function checkPair(
  aligned: AlignedSides,
  model: string,
  { centreIndex, index }: { centreIndex?: number | undefined; index?: number | undefined },
): Omit<PairedSides, 'key'> {
  const side = aligned.sides.find((each) => each.model === model);
  const middle = aligned.sides[aligned.centre];
  const own = blockAt(side, index);
  const other = blockAt(middle, centreIndex);
  const refuse = (why: string) =>
    new AppError('bad-input', `Cannot pair the two: ${why}. Align again. "${model}"`);
  if (side === undefined || side === middle) throw refuse('this column is not paired with another');
  if (own === undefined && other === undefined) throw refuse('neither of them is there');
  if (index !== undefined && own === undefined) throw refuse('the response has no such part');
  if (centreIndex !== undefined && other === undefined)
    throw refuse('the reference has no such part');
  if (own !== undefined && other !== undefined && kindOf(own) !== kindOf(other))
    throw refuse(`one is ${kindOf(own)}, the other ${kindOf(other)}`);
  return boundTo(aligned, side);
}

function blockAt(side: AlignedSide | undefined, index: number | undefined) {
  return index === undefined ? undefined : side?.blocks[index];
}

const kindOf = (block: ReadingBlock) =>
  block.kind === 'text' ? 'running text' : block.segment.modality;
