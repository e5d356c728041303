import type { ReadableDb } from '../db/handle.ts';
import { listRoots } from '../db/roots.ts';
import { acceptBlindIds } from '../media/blind-ids.ts';
import { createMediaRegistry, type MediaRegistry } from '../media/registry.ts';
import { loadAnnotationColumns, type AnnotationColumns } from '../query/annotation-columns.ts';
import type { Columns } from '../query/columns.ts';
import { createInstanceList, type InstanceList } from '../query/instance-list.ts';
import { createMediaReader, type MediaReader } from '../query/item-media.ts';
import { readColumns } from '../query/load-columns.ts';
import { makeFilterSources, type KeptSources } from '../query/make-sources.ts';
import { loadMarkColumns } from '../query/mark-columns.ts';

/** What a project's queries are answered from, made when first asked and kept until rows change. */
export interface ProjectQuery {
  readonly columns: () => Columns;
  readonly annotations: () => AnnotationColumns;
  /** What filters are answered from. */
  readonly sources: () => KeptSources;
  readonly list: () => InstanceList;
  readonly registry: () => MediaRegistry;
  readonly media: () => MediaReader;
  /** Reads a part of the columns before they are asked for. @returns false once they are there */
  readonly readAhead: () => boolean;
  /** How long the columns took to read the last time; 0 before. */
  readonly loadMs: () => number;
  /** To be called when rows changed. */
  readonly forget: () => void;
  /** To be called when only what people said of instances has changed: the columns stay. */
  readonly annotationsChanged: (keys: readonly string[]) => void;
  /** The same of what people rated. */
  readonly ratingsChanged: () => void;
}

/** So many instances are read one by one; for more it is quicker to read all. */
const FEW = 200;

/** @param nowMs  a monotonic clock */
export function createProjectQuery(db: ReadableDb, nowMs: () => number): ProjectQuery {
  const columns = keptInSteps(() => readColumns(db), nowMs);
  const annotations = kept(() => loadAnnotationColumns(db, columns.get()));
  let marksMs = 0;
  const marks = kept(() => {
    const all = columns.get();
    const start = nowMs();
    const loaded = loadMarkColumns(db, all);
    marksMs = nowMs() - start;
    return loaded;
  });
  const sources = kept(() =>
    makeFilterSources(db, columns.get(), annotations.get, marks.get, nowMs),
  );
  const list = kept(() => createInstanceList(sources.get()));
  const registry = kept(() => acceptBlindIds(createMediaRegistry(listRoots(db))));
  const media = kept(() => createMediaReader(listRoots(db), registry.get()));
  return {
    columns: columns.get,
    annotations: annotations.get,
    sources: sources.get,
    list: list.get,
    registry: registry.get,
    media: media.get,
    readAhead: columns.readAhead,
    loadMs: () => columns.tookMs() + marksMs + (sources.made()?.loadMs() ?? 0),
    forget() {
      for (const value of [columns, annotations, marks, sources, list, registry, media])
        value.forget();
    },
    annotationsChanged(keys) {
      if (keys.length > FEW) annotations.forget();
      else for (const key of keys) annotations.made()?.refresh(db, key);
      list.forget();
    },
    ratingsChanged() {
      sources.made()?.forgetRated();
      list.forget();
    },
  };
}

/** The same of what is made in steps; asked for before it is whole, the rest is made at once. */
function keptInSteps<T>(begin: () => Generator<undefined, T>, nowMs: () => number) {
  let value: { readonly made: T } | undefined;
  let steps: Generator<undefined, T> | undefined;
  let tookMs = 0;
  const step = () => {
    if (steps === undefined) {
      steps = begin();
      tookMs = 0;
    }
    const start = nowMs();
    const going = steps;
    steps = undefined; // a generator that throws is at its end
    const next = going.next();
    tookMs += nowMs() - start;
    if (next.done === true) value = { made: next.value };
    else steps = going;
  };
  return {
    get: (): T => {
      while (value === undefined) step();
      return value.made;
    },
    readAhead: (): boolean => {
      if (value === undefined) step();
      return value === undefined;
    },
    tookMs: () => tookMs,
    forget: () => {
      value = undefined;
      steps = undefined;
    },
  };
}

function kept<T>(make: () => T): {
  readonly get: () => T;
  /** What was made; undefined when nothing is kept. */
  readonly made: () => T | undefined;
  readonly forget: () => void;
} {
  let value: { readonly made: T } | undefined;
  return {
    get: () => (value ??= { made: make() }).made,
    made: () => value?.made,
    forget: () => {
      value = undefined;
    },
  };
}
