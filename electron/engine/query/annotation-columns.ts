import type { AnnotationKind, AnnotationSummary } from '../../../shared/model/annotation.ts';
import { eachAnnotation, eachAnnotationOf } from '../db/annotations.ts';
import type { ReadableDb } from '../db/handle.ts';
import type { Columns } from './columns.ts';

/**
 * What people said, by the index of the instance. Kept beside the columns, because it changes with each
 * key that is pressed while reading, and they do not.
 */
export interface AnnotationColumns {
  /** 1 where something is flagged. */
  readonly flags: Uint8Array;
  readonly notes: Uint16Array;
  /** Codes of an instance's tags, each once; nothing for one without. */
  readonly tagCodes: ReadonlyMap<number, readonly number[]>;
  /** Ids by their code. */
  readonly tags: readonly string[];
  /** Nothing is said of any instance. */
  readonly isEmpty: () => boolean;
  readonly summaryAt: (index: number) => AnnotationSummary | undefined;
  /** Reads one instance anew. */
  readonly refresh: (db: ReadableDb, key: string) => void;
}

/** Reads what holds; annotations of an instance that is gone wait for it to come back. */
export function loadAnnotationColumns(
  db: ReadableDb,
  columns: Pick<Columns, 'count' | 'indexByKey'>,
): AnnotationColumns {
  const { count, indexByKey } = columns;
  const flags = new Uint8Array(count);
  const notes = new Uint16Array(count);
  const tagCodes = new Map<number, number[]>();
  const codeByTag = new Map<string, number>();
  const tags: string[] = [];
  const add = (index: number, kind: AnnotationKind, tag: string) => {
    if (kind === 'flag') flags[index] = 1;
    else if (kind === 'note') notes[index] = (notes[index] ?? 0) + 1;
    else {
      let code = codeByTag.get(tag);
      if (code === undefined) codeByTag.set(tag, (code = tags.push(tag) - 1));
      const own = tagCodes.get(index);
      if (own === undefined) tagCodes.set(index, [code]);
      else if (!own.includes(code)) own.push(code);
    }
  };
  eachAnnotation(db, (key, kind, tag) => {
    const index = indexByKey.get(key);
    if (index !== undefined) add(index, kind, tag);
  });
  return {
    flags,
    notes,
    tagCodes,
    tags,
    isEmpty: () => tagCodes.size === 0 && !flags.includes(1) && notes.every((each) => each === 0),
    summaryAt(index) {
      const own = tagCodes.get(index) ?? [];
      const isFlagged = flags[index] === 1;
      const noted = notes[index] ?? 0;
      if (!isFlagged && noted === 0 && own.length === 0) return undefined;
      return { isFlagged, notes: noted, tags: own.map((code) => tags[code] ?? '') };
    },
    refresh(readable, key) {
      const index = indexByKey.get(key);
      if (index === undefined) return;
      flags[index] = 0;
      notes[index] = 0;
      tagCodes.delete(index);
      eachAnnotationOf(readable, key, (kind, tag) => add(index, kind, tag));
    },
  };
}

export type AnnotationFacet = 'tag' | 'flagged' | 'annotated';

export function isAnnotationFacet(facet: string): facet is AnnotationFacet {
  return facet === 'tag' || facet === 'flagged' || facet === 'annotated';
}

/** Whether an instance has one of the values wanted. */
export function annotationTest(
  facet: AnnotationFacet,
  { flags, notes, tagCodes, tags }: AnnotationColumns,
  wanted: readonly string[],
): (index: number) => boolean {
  const has = (value: string) => wanted.includes(value);
  switch (facet) {
    case 'tag': {
      const codes = new Set(tags.flatMap((tag, code) => (has(tag) ? [code] : [])));
      return (index) => tagCodes.get(index)?.some((code) => codes.has(code)) ?? false;
    }
    case 'flagged': {
      const wants = [has('no'), has('yes')];
      return (index) => wants[flags[index] ?? 0] ?? false;
    }
    case 'annotated': {
      const [tag, note, none] = [has('tag'), has('note'), has('none')];
      return (index) => {
        const isTagged = tagCodes.has(index);
        const isNoted = notes[index] !== 0;
        return (tag && isTagged) || (note && isNoted) || (none && !isTagged && !isNoted);
      };
    }
  }
}

/**
 * How many instances have each value, of those that `counts` lets in; values in the order in which they
 * are listed.
 */
export function countAnnotations(
  facet: AnnotationFacet,
  { flags, notes, tagCodes, tags }: AnnotationColumns,
  counts: (index: number) => boolean,
): { value: string; count: number }[] {
  if (facet === 'tag') {
    const found = new Uint32Array(tags.length);
    for (const [index, codes] of tagCodes) {
      if (!counts(index)) continue;
      for (const code of codes) found[code] = (found[code] ?? 0) + 1;
    }
    return tags.map((value, code) => ({ value, count: found[code] ?? 0 }));
  }
  let [yes, no, tagged, noted, neither] = [0, 0, 0, 0, 0];
  for (let index = 0; index < flags.length; index++) {
    if (!counts(index)) continue;
    if (flags[index] === 1) yes += 1;
    else no += 1;
    const isTagged = tagCodes.has(index);
    const isNoted = notes[index] !== 0;
    if (isTagged) tagged += 1;
    if (isNoted) noted += 1;
    if (!isTagged && !isNoted) neither += 1;
  }
  return facet === 'flagged'
    ? [
        { value: 'yes', count: yes },
        { value: 'no', count: no },
      ]
    : [
        { value: 'tag', count: tagged },
        { value: 'note', count: noted },
        { value: 'none', count: neither },
      ];
}
