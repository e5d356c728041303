import type { FacetCounts, InstanceFilter, InstanceSort } from '../../../shared/model/filter.ts';
import type { Histogram } from '../../../shared/model/histogram.ts';
import type { ModeCounts } from '../../../shared/model/mode-counts.ts';
import { createRecentCache } from '../recent-cache.ts';
import { chosenModels } from './columns.ts';
import { countFacets } from './facets.ts';
import { matchInstances } from './filter.ts';
import type { Matches } from './matches.ts';
import type { FilterSources } from './filter-sources.ts';
import { countHistograms } from './histograms.ts';
import { createMatchSources } from './match-sources.ts';
import { countModes } from './modes.ts';
import { orderInstances } from './order.ts';

/** Which instances are meant, and which models are chosen. */
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
  readonly histograms: (
    query: ListQuery,
    bins: number,
  ) => { readonly histograms: Histogram[]; readonly total: number };
  readonly modes: (query: ListQuery) => ModeCounts;
  readonly position: (query: ListQuery, sort: InstanceSort, key: string) => ListPosition;
}

/**
 * A page, its facets, its histograms and the position in it are asked for with the same filter and sort,
 * and the next page with the same again: what was found for the last few is kept.
 */
export function createInstanceList(given: FilterSources): InstanceList {
  const sources = createMatchSources(given);
  const { columns } = sources;
  const matches = createRecentCache<Matches>(8);
  const orders = createRecentCache<Int32Array>(8);
  const lists = createRecentCache<Int32Array>(8);

  function match({ filter, models }: ListQuery): Matches {
    return matches.get(JSON.stringify([filter, models]), () =>
      matchInstances(sources, filter, chosenModels(columns, models)),
    );
  }

  function list(query: ListQuery, sort: InstanceSort): Int32Array {
    return lists.get(JSON.stringify([query.filter, query.models, sort]), () => {
      const { failing } = match(query);
      const order = orders.get(JSON.stringify(sort), () =>
        orderInstances(columns, sort, sources.marks),
      );
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
      const models = chosenModels(columns, query.models);
      return { facets: countFacets(sources, models, found), total: countPassing(found) };
    },
    histograms(query, bins) {
      const found = match(query);
      const models = chosenModels(columns, query.models);
      return {
        histograms: countHistograms(models, found, bins, sources.delta),
        total: countPassing(found),
      };
    },
    modes(query) {
      const models = chosenModels(columns, query.models);
      const { modeMetric } = query.filter;
      return countModes(models, query.filter, match(query), (mode) =>
        sources.modeSet(models, mode, modeMetric),
      );
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

function countPassing({ failing }: Matches): number {
  let total = 0;
  for (let index = 0; index < failing.length; index++) if (failing[index] === 0) total += 1;
  return total;
}

function defined<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, string>); // one key, typed
}
