// What an instance asks: its content, its items, and where their bytes are. Nothing of the reference.
import type { Item } from '../../../../shared/model/content.ts';
import { DATASET_CAPTIONS, prepareImportedCaptions } from '../../db/captions.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { prepareInstanceFinder, type StoredInstance } from '../../db/instances.ts';
import { prepareSequenceFinder } from '../../db/sequence-rows.ts';
import { sequenceId } from '../../db/sequences.ts';
import type { MediaReader } from '../../query/item-media.ts';
import { createPlaceFinder } from '../scoring/media-places.ts';

export interface ReadTask {
  readonly instance: StoredInstance;
  readonly content: string;
  readonly items: readonly Item[];
}

/** Reads tasks; prepared once. @returns undefined when the instance is not there any more */
export function createTaskReader(
  db: ReadableDb,
  media: () => MediaReader,
): (key: string) => ReadTask | undefined {
  const findInstance = prepareInstanceFinder(db);
  const { find } = prepareSequenceFinder(db);
  const placeOf = createPlaceFinder(db);
  const captionsOf = prepareImportedCaptions(db);
  return (key) => {
    const instance = findInstance(key);
    if (instance === undefined) return undefined;
    const { id, fileId, field, subdomain } = instance;
    const stored = find(sequenceId('task', id));
    const place = placeOf(fileId, field, subdomain);
    const items = media().items(stored?.items ?? [], place, captionsOf(id, DATASET_CAPTIONS));
    return { instance, content: stored?.content ?? '', items };
  };
}
