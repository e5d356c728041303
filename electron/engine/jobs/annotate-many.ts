import { randomUUID } from 'node:crypto';
import type { BulkAnnotation } from '../../../shared/model/annotation.ts';
import { listAnnotationsOf, type StoredAnnotation } from '../db/annotations.ts';
import type { ReadableDb } from '../db/handle.ts';
import { annotatedHashes } from '../query/annotated-hash.ts';
import { createBreather } from './scoring/breathe.ts';

/**
 * The events that say one thing of many instances; nothing is written. Lets other calls in between.
 *
 * @param keys  of the instances, and whether something is said of each already
 * @param at  ISO 8601
 * @throws the signal's reason when it is given up
 */
export async function planAnnotations(
  db: ReadableDb,
  keys: Iterable<{ readonly key: string; readonly isAnnotated: boolean }>,
  { isRemoved, ...said }: BulkAnnotation,
  at: string,
  signal: AbortSignal,
): Promise<StoredAnnotation[]> {
  const events: StoredAnnotation[] = [];
  const breathe = createBreather();
  for (const { key, isAnnotated } of keys) {
    await breathe();
    signal.throwIfAborted();
    const there = isAnnotated
      ? listAnnotationsOf(db, key).filter(({ kind, tag }) => kind === said.kind && tag === said.tag)
      : [];
    if (isRemoved) {
      events.push(...there.map((each) => ({ ...each, at, isRemoved })));
    } else if (!there.some(({ side }) => side === 'instance')) {
      events.push({
        ...said,
        key,
        side: 'instance',
        mark: { kind: 'whole' },
        annotationId: randomUUID(),
        author: '',
        hash: annotatedHashes(db, key)('instance', undefined),
        createdAt: at,
        at,
        isRemoved,
      });
    }
  }
  return events;
}
