import { create } from 'zustand';
import type { InstanceFilter } from '../../shared/model/filter.ts';
import type { InstanceRow } from '../../shared/model/instance.ts';
import { api } from '../api/index.ts';
import { toShownError } from './api-error.ts';
import { noRows, RowPager, type PagedRows } from './paged-rows.ts';
import type { Sort } from './route-sort.ts';

/** Which instances, in which order, with which models' responses. */
export interface InstancesQuery {
  readonly filter: InstanceFilter;
  readonly sort: Sort;
  readonly models: readonly string[];
}

interface InstancesState {
  readonly list: PagedRows<InstanceRow>;
  /** Key of the row that the keyboard is at; kept while an instance is open. */
  readonly selected: string | undefined;
}

export const useInstances = create<InstancesState>(() => ({ list: noRows, selected: undefined }));

const pager = new RowPager<InstancesQuery, InstanceRow>(
  {
    load: ({ filter, sort, models }, offset, limit, signal) =>
      api.call('instances.page', { filter, sort, models: [...models], offset, limit }, signal),
    toError: toShownError,
  },
  (list) => useInstances.setState({ list }),
);

export const queryInstances = (query: InstancesQuery) => pager.setQuery(query);
export const reloadInstances = () => pager.reload();
export const clearInstances = () => pager.clear();
/** Tells which rows are on the screen, inclusive; loads what is not there. */
export const wantInstances = (first: number, last: number) => pager.want(first, last);

export function selectInstance(key: string | undefined): void {
  if (useInstances.getState().selected !== key) useInstances.setState({ selected: key });
}

/** Where an instance stands in a list; undefined when it is not in it. */
export async function indexOfInstance(
  query: InstancesQuery,
  key: string,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const { filter, sort, models } = query;
  const place = await api.call(
    'instances.position',
    { filter, sort, models: [...models], key },
    signal,
  );
  return place.index;
}

/** Keys that a person may mean by `text`: an id, a key or a part of one. */
export async function findInstances(
  text: string,
  limit: number,
  signal: AbortSignal,
): Promise<readonly string[]> {
  return (await api.call('instances.find', { text, limit }, signal)).keys;
}
