import type { Annotation, AnnotationEvent } from '../../../shared/model/annotation.ts';
import { listEventsOf, prepareEventFinder, type StoredAnnotation } from '../db/annotations.ts';
import type { ReadableDb } from '../db/handle.ts';
import type { AnnotatedHash } from './annotated-hash.ts';

/** An annotation as it stands, and whether it still stands on what it was made on. */
export function readAnnotation(stored: StoredAnnotation, hash: AnnotatedHash): Annotation {
  const { annotationId, createdAt, at, author } = stored;
  return {
    id: annotationId,
    ...saidIn(stored),
    author,
    createdAt,
    changedAt: at,
    isStale: hash(stored.side, stored.model) !== stored.hash,
  };
}

/** Everything that was ever said of an instance, newest first. */
export function readHistory(db: ReadableDb, key: string, limit: number): AnnotationEvent[] {
  const { findLast } = prepareEventFinder(db);
  return listEventsOf(db, key, limit).map((event): AnnotationEvent => {
    const before = findLast(event.annotationId, event.id);
    const wasThere = before !== undefined && !before.isRemoved;
    return {
      id: event.id,
      annotationId: event.annotationId,
      ...saidIn(event),
      author: event.author,
      at: event.at,
      change: event.isRemoved ? 'removed' : wasThere ? 'changed' : 'added',
      isUndo: event.undoes !== undefined,
    };
  });
}

function saidIn({ key, side, model, kind, tag, text, mark }: StoredAnnotation) {
  return {
    key,
    side,
    ...(model === undefined ? {} : { model }),
    kind,
    ...(tag === undefined ? {} : { tag }),
    ...(text === undefined ? {} : { text }),
    mark,
  };
}
