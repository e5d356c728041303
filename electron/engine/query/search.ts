import { AppError } from '../../../shared/api/errors.ts';
import type { ReadableDb } from '../db/handle.ts';
import { hasCjk, spaceApartCjk } from './search-text.ts';

/** Columns of the search index that a query may name, `responses:graph`. */
const COLUMNS: ReadonlySet<string> = new Set([
  'task',
  'reference',
  'responses',
  'captions',
  'notes',
]);

/** A prefix shorter than this would match a large share of all words, and takes as long. */
const SHORTEST_PREFIX = 2;

/**
 * A query as FTS5 understands it. Words are joined by and, the last one also finds what begins with it;
 * `"a phrase"`, `task:word`, `-word`. Everything else is a word: no input is a syntax error.
 *
 * @returns undefined when nothing can be searched for, e.g. only punctuation
 */
export function toFtsQuery(text: string): string | undefined {
  const terms = readTerms(text);
  const wanted = terms.filter((term) => !term.isExcluded).map((term) => term.fts);
  const unwanted = terms.filter((term) => term.isExcluded).map((term) => term.fts);
  if (wanted.length === 0) return undefined;
  const all = wanted.join(' AND ');
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`;
}

interface Term {
  readonly fts: string;
  readonly isExcluded: boolean;
}

// a column's name, then a phrase in quotes (the closing one may be missing) or a run without spaces
const TERM = /(-?)(?:(\w+):)?(?:"([^"]*)("?)|([^\s"]+))/gu;

function readTerms(text: string): Term[] {
  const terms: Term[] = [];
  const matches = [...text.matchAll(TERM)];
  matches.forEach((match, index) => {
    const [, minus = '', name = '', phrase, , word = ''] = match;
    const isColumn = COLUMNS.has(name.toLowerCase());
    const unnamed = name === '' || isColumn ? '' : `${name} `;
    const value = `${unnamed}${phrase ?? word}`;
    const isLast = index === matches.length - 1 && phrase === undefined && !/\s$/.test(text);
    const fts = quote(value, isLast);
    if (fts === undefined) return;
    const column = isColumn ? `${name.toLowerCase()} : ` : '';
    terms.push({ fts: `${column}${fts}`, isExcluded: minus === '-' });
  });
  return terms;
}

/** One string of FTS5: nothing inside it is syntax. Its words stand next to each other. */
function quote(value: string, isLast: boolean): string | undefined {
  const words = spaceApartCjk(value).replaceAll('"', ' ').replaceAll('\0', ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return undefined;
  const canExtend = isLast && !hasCjk(value) && lastWordLength(words) >= SHORTEST_PREFIX;
  return `"${words}"${canExtend ? ' *' : ''}`;
}

function lastWordLength(words: string): number {
  return [...(/[\p{L}\p{N}]+$/u.exec(words)?.[0] ?? '')].length;
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
