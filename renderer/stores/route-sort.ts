import type { InstanceSort } from '../../shared/model/filter.ts';

export type Sort = InstanceSort;

export const DEFAULT_SORT: Sort = { by: 'key', descending: false };

/** Part of `score:StS:Model` in which a colon does not separate. */
export const escapeColon = (text: string) => text.replaceAll('%', '%25').replaceAll(':', '%3A');
export const unescapeColon = (text: string) => text.replaceAll('%3A', ':').replaceAll('%25', '%');

/** Short form of a sort, e.g. `-score:StS:MIO`; undefined for the default one. */
export function formatSort(sort: Sort): string | undefined {
  if (sort.by === 'key' && !sort.descending) return undefined;
  const sign = sort.descending ? '-' : '';
  if (sort.by === 'score')
    return `${sign}score:${[sort.metric, sort.model].map(escapeColon).join(':')}`;
  if (sort.by === 'delta') {
    return `${sign}delta:${[sort.metric, sort.modelA, sort.modelB].map(escapeColon).join(':')}`;
  }
  if (sort.by === 'marks') return `${sign}marks:${escapeColon(sort.model)}`;
  return `${sign}${sort.by}`;
}

/** The inverse of {@link formatSort}; what cannot be read is the default sort. */
export function parseSort(text: string | undefined): Sort {
  if (text === undefined) return DEFAULT_SORT;
  const descending = text.startsWith('-');
  const [by = '', ...parts] = text.replace(/^-/, '').split(':');
  const [metric, first, second] = parts.map(unescapeColon);
  if (by === 'key' || by === 'difficulty' || by === 'combination' || by === 'problems')
    return { by, descending };
  if (by === 'marks' && metric !== undefined) return { by, model: metric, descending };
  if (by === 'score' && metric !== undefined && first !== undefined)
    return { by, metric, model: first, descending };
  if (by === 'delta' && metric !== undefined && first !== undefined && second !== undefined)
    return { by, metric, modelA: first, modelB: second, descending };
  return DEFAULT_SORT;
}

/** What a click on a header means: the same column turns round, another starts with its `first`. */
export function nextSort(current: Sort, clicked: Sort): Sort {
  const isSame =
    formatSort({ ...current, descending: true }) === formatSort({ ...clicked, descending: true });
  return isSame ? { ...clicked, descending: !current.descending } : clicked;
}
