import type { ReadableDb } from '../db/handle.ts';
import { listRoots } from '../db/roots.ts';
import { createMediaRegistry, type MediaRegistry } from '../media/registry.ts';
import type { Columns } from './columns.ts';
import { createInstanceList, type InstanceList } from './instance-list.ts';
import { createMediaReader, type MediaReader } from './item-media.ts';
import { loadColumns } from './load-columns.ts';

/** What a project's queries are answered from, made when first asked and kept until rows change. */
export interface ProjectQuery {
  readonly columns: () => Columns;
  readonly list: () => InstanceList;
  readonly registry: () => MediaRegistry;
  readonly media: () => MediaReader;
  /** How long the columns took to read the last time; 0 before. */
  readonly loadMs: () => number;
  /** To be called when rows changed. */
  readonly forget: () => void;
}

/** @param nowMs  a monotonic clock */
export function createProjectQuery(db: ReadableDb, nowMs: () => number): ProjectQuery {
  let loadMs = 0;
  const columns = kept(() => {
    const start = nowMs();
    const loaded = loadColumns(db);
    loadMs = nowMs() - start;
    return loaded;
  });
  const list = kept(() => createInstanceList(db, columns.get()));
  const registry = kept(() => createMediaRegistry(listRoots(db)));
  const media = kept(() => createMediaReader(listRoots(db), registry.get()));
  return {
    columns: columns.get,
    list: list.get,
    registry: registry.get,
    media: media.get,
    loadMs: () => loadMs,
    forget() {
      for (const value of [columns, list, registry, media]) value.forget();
    },
  };
}

function kept<T>(make: () => T): { readonly get: () => T; readonly forget: () => void } {
  let value: { readonly made: T } | undefined;
  return {
    get: () => (value ??= { made: make() }).made,
    forget: () => {
      value = undefined;
    },
  };
}
