import type { AnnotationSummary } from '../../../shared/model/annotation.ts';
import { eachAnnotation } from '../db/annotations.ts';
import type { ReadableDb } from '../db/handle.ts';
import type { Columns } from './columns.ts';

/**
 * What people said, by the index of the instance. Kept beside the columns, because it changes with each
 * key that is pressed while reading, and they do not.
 */
export interface AnnotationColumns {
  readonly byIndex: ReadonlyMap<number, AnnotationSummary>;
  /** Ids of the tags in use, in the order in which they are met. */
  readonly tags: readonly string[];
}

/** Of a project of which nobody said anything. */
export const NO_ANNOTATIONS: AnnotationColumns = { byIndex: new Map(), tags: [] };

/** Of an instance of which nothing was said. */
export const NOT_ANNOTATED: AnnotationSummary = { isFlagged: false, tags: [], notes: 0 };

/** Reads what holds; annotations of an instance that is gone wait for it to come back. */
export function loadAnnotationColumns(db: ReadableDb, columns: Columns): AnnotationColumns {
  const byIndex = new Map<number, { isFlagged: boolean; tags: string[]; notes: number }>();
  const tags = new Set<string>();
  eachAnnotation(db, (key, kind, tag) => {
    const index = columns.indexByKey.get(key);
    if (index === undefined) return;
    const own = byIndex.get(index) ?? { isFlagged: false, tags: [], notes: 0 };
    byIndex.set(index, own);
    if (kind === 'flag') own.isFlagged = true;
    else if (kind === 'note') own.notes += 1;
    else if (!own.tags.includes(tag)) {
      own.tags.push(tag);
      tags.add(tag);
    }
  });
  return { byIndex, tags: [...tags] };
}

/** Values of the facet `annotated`, in the order in which they are listed. */
export const ANNOTATED_VALUES = ['tag', 'note', 'none'] as const;
/** Values of the facet `flagged`. */
export const FLAGGED_VALUES = ['yes', 'no'] as const;

export type AnnotationFacet = 'tag' | 'flagged' | 'annotated';

/** The values of one facet that an instance has. */
export function annotationValues(
  facet: AnnotationFacet,
  { isFlagged, tags, notes }: AnnotationSummary,
): readonly string[] {
  switch (facet) {
    case 'tag':
      return tags;
    case 'flagged':
      return isFlagged ? ['yes'] : ['no'];
    case 'annotated': {
      const has = [...(tags.length > 0 ? ['tag'] : []), ...(notes > 0 ? ['note'] : [])];
      return has.length > 0 ? has : ['none'];
    }
  }
}

export function isAnnotationFacet(facet: string): facet is AnnotationFacet {
  return facet === 'tag' || facet === 'flagged' || facet === 'annotated';
}
