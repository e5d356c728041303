import { sep } from 'node:path';
import { buildSequence, type InterleavedSequence } from '../../../../shared/interleave/sequence.ts';
import type { Root } from '../../db/roots.ts';
import type { ItemState, StoredItem, StoredSequence } from '../../db/sequence-rows.ts';
import { packCounts } from '../../db/sequences.ts';
import type { MediaResolver } from '../../load/resolve-media.ts';
import type { MediaPlace, ModalEntry, RecordSide } from '../../load/types.ts';

export const EMPTY_SIDE: RecordSide = { content: '', entries: [] };

/** A side ready to be stored, and what else the importer needs of it. */
export interface PreparedSequence {
  readonly stored: StoredSequence;
  readonly sequence: InterleavedSequence;
  readonly refused: readonly { readonly entry: ModalEntry; readonly reason: string }[];
}

/** Reads the structure of one side and finds its media. */
export function prepareSequence(
  side: RecordSide,
  is: 'input' | 'output',
  otherTags: readonly string[],
  media: {
    readonly resolver: MediaResolver;
    readonly place: MediaPlace;
    readonly roots: readonly Root[];
  },
): PreparedSequence {
  const sequence = buildSequence(side.content, { side: is, ownTags: tagsOf(side), otherTags });
  const refused: { entry: ModalEntry; reason: string }[] = [];
  const items = side.entries.map((entry): StoredItem => {
    const { tag, value } = entry;
    const found = media.resolver.resolve(value, entry.modality, media.place);
    if (found.kind === 'refused') refused.push({ entry, reason: found.reason });
    if (found.kind !== 'file') return { tag, value, state: found.kind satisfies ItemState };
    return { tag, value, state: 'file', ...locate(found.path, media.roots) };
  });
  const { strip, counts } = sequence;
  return {
    stored: { content: side.content, strip, counts: packCounts(counts), items },
    sequence,
    refused,
  };
}

/** Tags of a side's entries, in the order of the record. */
export function tagsOf(side: RecordSide): string[] {
  return side.entries.map((entry) => entry.tag);
}

function locate(path: string, roots: readonly Root[]): { rootId: number; path: string } {
  for (const { rowId, dir } of roots) {
    const isInside = path.startsWith(dir) && (dir.endsWith(sep) || path[dir.length] === sep);
    if (!isInside) continue;
    const inside = path.slice(dir.endsWith(sep) ? dir.length : dir.length + 1);
    return { rootId: rowId, path: sep === '/' ? inside : inside.split(sep).join('/') };
  }
  throw new Error(`resolved outside of every opened folder: ${path}`);
}
