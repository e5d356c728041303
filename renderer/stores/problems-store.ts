import { create } from 'zustand';
import type { Problem } from '../../shared/model/problem.ts';
import { api } from '../api/index.ts';
import { toShownError } from './api-error.ts';
import { noRows, RowPager, type PagedRows } from './paged-rows.ts';
import type { ProblemFilter } from './route.ts';

export const useProblems = create<{ readonly list: PagedRows<Problem> }>(() => ({ list: noRows }));

const pager = new RowPager<ProblemFilter, Problem>(
  {
    async load(filter, offset, limit, signal) {
      const page = await api.call('problems.page', { ...filter, offset, limit }, signal);
      return { rows: page.problems, total: page.total };
    },
    toError: toShownError,
  },
  (list) => useProblems.setState({ list }),
);

export const queryProblems = (filter: ProblemFilter) => pager.setQuery(filter);
export const reloadProblems = () => pager.reload();
export const clearProblems = () => pager.clear();
export const wantProblems = (first: number, last: number) => pager.want(first, last);
