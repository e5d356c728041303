import { AppError } from '../../../shared/api/errors.ts';
import { readSearchTerms, type SearchTerm } from '../../../shared/filter/search-terms.ts';
import type { ReadableDb } from '../db/handle.ts';

/**
 * A query as FTS5 understands it. Each term becomes a string of FTS5, so that nothing in it is syntax.
 *
 * @returns undefined when nothing can be searched for, e.g. only punctuation
 */
export function toFtsQuery(text: string): string | undefined {
  const terms = readSearchTerms(text);
  const wanted = terms.filter((term) => !term.isExcluded).map(toFts);
  const unwanted = terms.filter((term) => term.isExcluded).map(toFts);
  if (wanted.length === 0) return undefined;
  const all = wanted.join(' AND ');
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`;
}

function toFts({ words, isPrefix, column }: SearchTerm): string {
  const where = column === undefined ? '' : `${column} : `;
  return `${where}"${words.join(' ')}"${isPrefix ? ' *' : ''}`;
}

/**
 * Row ids of the instances that a query finds, in no particular order.
 *
 * @throws AppError 'bad-query' when nothing in it can be searched for
 */
export function searchInstances(db: ReadableDb, text: string): number[] {
  const query = toFtsQuery(text);
  if (query === undefined) {
    throw new AppError(
      'bad-query',
      `Cannot search: there is no word to look for. Type at least one letter or digit. "${text}"`,
    );
  }
  return db
    .prepare<[string], number>('SELECT rowid FROM search WHERE search MATCH ?')
    .pluck()
    .all(query);
}
