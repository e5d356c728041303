// Quirk 12: an answer may list a mesh's material and textures as entries of their own. They count for
// the structure as the record has them, but there is nothing to rate in them.
import type { ReadableDb } from '../../db/handle.ts';
import type { WorkResponse } from '../../db/run-items.ts';
import { listItems } from '../../db/sequence-rows.ts';
import { sequenceId } from '../../db/sequences.ts';
import { groupMeshEntries } from '../../load/mesh-groups.ts';

/** Tags of a response's items, those left out that belong to another item's mesh. */
export function withoutMeshParts(
  db: ReadableDb,
  { responseId, tags }: Pick<WorkResponse, 'responseId' | 'tags'>,
): string[] {
  const all = tags === '' ? [] : tags.split(' ');
  if (all.filter(isMeshTag).length < 2) return all;
  const entries = listItems(db, sequenceId('response', responseId)).flatMap(
    ({ tag, path, value }) => (isMeshTag(tag) ? [{ tag, path: path ?? value }] : []),
  );
  const parts = new Set([...groupMeshEntries(entries).values()].flat().map(({ tag }) => tag));
  return all.filter((tag) => !parts.has(tag));
}

const isMeshTag = (tag: string): boolean => tag.startsWith('threeD');
