import type { FacetCounts, InstanceFilter, InstanceSort } from '../../../shared/model/filter.ts';
import type { ReadableDb } from '../db/handle.ts';
import { createRecentCache } from '../recent-cache.ts';
import type { AnnotationColumns } from './annotation-columns.ts';
import type { Columns } from './columns.ts';
import { countFacets } from './facets.ts';
import { matchInstances, type Matches } from './filter.ts';
import { orderInstances } from './order.ts';
import { marksOfModels, type MarkColumns } from './mark-columns.ts';
import { searchInstances } from './search.ts';

/** Which instances are meant, and what `state` is about. */
export interface ListQuery {
  readonly filter: InstanceFilter;
  readonly models: readonly string[];
}

/** Where an instance stands; keys of its neighbours and of both ends. */
export interface ListPosition {
  readonly index?: number;
  readonly total: number;
  readonly previous?: string;
  readonly next?: string;
  readonly first?: string;
  readonly last?: string;
}

/** Filtered, sorted lists of the instances, as of one state of the project. */
export interface InstanceList {
  /** Indexes into the columns. */
  readonly slice: (
    query: ListQuery,
    sort: InstanceSort,
    offset: number,
    limit: number,
  ) => { readonly indexes: Int32Array; readonly total: number };
  readonly facets: (query: ListQuery) => { readonly facets: FacetCounts; readonly total: number };
  readonly position: (query: ListQuery, sort: InstanceSort, key: string) => ListPosition;
}

/**
 * A page, its facets and the position in it are asked for with the same filter and sort, and the next
 * page with the same again: what was found for the last few is kept.
 */
export function createInstanceList(
  db: ReadableDb,
  columns: Columns,
  annotations: () => AnnotationColumns,
  marks: () => MarkColumns,
): InstanceList {
  const searches = createRecentCache<readonly number[]>(8);
  const matches = createRecentCache<Matches>(8);
  const orders = createRecentCache<Int32Array>(8);
  const lists = createRecentCache<Int32Array>(8);
  const masks = createRecentCache<Uint8Array>(4);
  const marksOf = (models: readonly string[]) =>
    masks.get(JSON.stringify(models), () => marksOfModels(columns, marks(), models));

  function match({ filter, models }: ListQuery): Matches {
    return matches.get(JSON.stringify([filter, models]), () => {
      const text = filter.search?.trim() ?? '';
      const found = text === '' ? undefined : searches.get(text, () => searchInstances(db, text));
      return matchInstances(columns, filter, found, models, annotations, () => marksOf(models));
    });
  }

  function list(query: ListQuery, sort: InstanceSort): Int32Array {
    return lists.get(JSON.stringify([query.filter, query.models, sort]), () => {
      const { failing } = match(query);
      const order = orders.get(JSON.stringify(sort), () => orderInstances(columns, sort, marks));
      return order.filter((index) => failing[index] === 0);
    });
  }

  return {
    slice(query, sort, offset, limit) {
      const all = list(query, sort);
      return { indexes: all.subarray(offset, offset + limit), total: all.length };
    },
    facets(query) {
      const found = match(query);
      let total = 0;
      for (const failing of found.failing) if (failing === 0) total += 1;
      return { facets: countFacets(columns, annotations(), marksOf(query.models), found), total };
    },
    position(query, sort, key) {
      const all = list(query, sort);
      const own = columns.indexByKey.get(key);
      const at = own === undefined ? -1 : all.indexOf(own);
      const keyAt = (position: number) => columns.keys[all[position] ?? -1];
      return {
        total: all.length,
        ...defined('first', keyAt(0)),
        ...defined('last', keyAt(all.length - 1)),
        ...(at === -1
          ? {}
          : {
              index: at,
              ...defined('previous', keyAt(at - 1)),
              ...defined('next', keyAt(at + 1)),
            }),
      };
    },
  };
}

function defined<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, string>); // one key, typed
}
