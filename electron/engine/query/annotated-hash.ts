import { createHash } from 'node:crypto';
import type { AnnotatedSide } from '../../../shared/model/annotation.ts';
import type { ReadableDb } from '../db/handle.ts';
import { findInstance } from '../db/instances.ts';
import { listModels } from '../db/models.ts';
import { listResponsesOf } from '../db/responses.ts';
import { findSequence } from '../db/sequence-rows.ts';
import { sequenceId } from '../db/sequences.ts';
import { contentHash } from './content-hash.ts';

/** What an annotation is bound to: the hash of the content as it is now, '' where there is none. */
export type AnnotatedHash = (side: AnnotatedSide, model: string | undefined) => string;

/** Reads what is asked for, each side once. */
export function annotatedHashes(db: ReadableDb, key: string): AnnotatedHash {
  const known = new Map<string, string>();
  const instance = findInstance(db, key);
  const ofSequence = (id: number): string => {
    const stored = findSequence(db, id);
    return stored === undefined ? '' : contentHash(stored);
  };
  const read: AnnotatedHash = (side, model) => {
    if (instance === undefined) return '';
    switch (side) {
      case 'instance':
        return createHash('sha256')
          .update(`${hashes('task', undefined)} ${hashes('reference', undefined)}`)
          .digest('hex');
      case 'task':
      case 'reference':
        return ofSequence(sequenceId(side, instance.id));
      case 'response': {
        const modelId = listModels(db).find(({ name }) => name === model)?.id;
        const row = listResponsesOf(db, instance.id).find((each) => each.modelId === modelId);
        return row === undefined ? '' : ofSequence(sequenceId('response', row.id));
      }
    }
  };
  const hashes: AnnotatedHash = (side, model) => {
    const name = `${side}:${model ?? ''}`;
    const hash = known.get(name) ?? read(side, model);
    known.set(name, hash);
    return hash;
  };
  return hashes;
}
