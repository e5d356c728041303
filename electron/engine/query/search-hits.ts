// Where in an instance the words stand that it was found by. The index keeps no texts, so the few rows of
// a page are gone through again.
import {
  findTerms,
  type SearchColumn,
  type SearchTerm,
} from '../../../shared/filter/search-terms.ts';
import { searchedTerms } from '../../../shared/filter/searched-terms.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import type { SearchHit } from '../../../shared/model/instance.ts';
import type { ReadableDb } from '../db/handle.ts';
import { prepareSearchTexts } from '../db/search-texts.ts';
import { readExpression } from './expression.ts';
import type { FilterSources } from './filter-sources.ts';

/** Longest piece of a text that is shown, and how much of it stands before the first hit. */
const LENGTH = 240;
const BEFORE = 60;

const COLUMN_OF: Readonly<Record<SearchHit['where'], SearchColumn>> = {
  task: 'task',
  reference: 'reference',
  response: 'responses',
  caption: 'captions',
  reason: 'reasons',
  note: 'notes',
};

/** What a filter searches for: its search, and that of its expression which must hold. */
export function searchTermsOf(
  sources: Pick<FilterSources, 'vocabulary'>,
  { search = '', expression = '' }: InstanceFilter,
): SearchTerm[] {
  return searchedTerms(
    search,
    expression.trim() === '' ? undefined : readExpression(sources, expression),
  );
}

/**
 * Prepares the finding of hits: one of each place and model, in the order in which they are read.
 *
 * @param nameOf  a model's name; undefined for one that is not shown
 */
export function prepareSearchHits(
  db: ReadableDb,
  terms: readonly SearchTerm[],
  nameOf: (modelId: number) => string | undefined,
): (instanceId: number) => SearchHit[] {
  const textsOf = prepareSearchTexts(db);
  return (instanceId) => {
    const seen = new Set<string>();
    return textsOf(instanceId).flatMap(({ where, modelId, text }): SearchHit[] => {
      const model = modelId === undefined ? undefined : nameOf(modelId);
      const place = `${where} ${modelId ?? ''}`;
      if (seen.has(place) || (modelId !== undefined && model === undefined)) return [];
      const marks = findTerms(text, terms, COLUMN_OF[where], LENGTH);
      if (marks.length === 0) return [];
      seen.add(place);
      return [{ where, ...(model === undefined ? {} : { model }), ...excerpt(text, marks) }];
    });
  };
}

/** The piece round the first hit; it begins and ends between two words where that is near. */
export function excerpt(
  text: string,
  marks: readonly (readonly [number, number])[],
): Pick<SearchHit, 'text' | 'marks'> {
  const first = marks[0]?.[0] ?? 0;
  const from = first <= BEFORE ? 0 : wordStart(text, first - BEFORE, first);
  const until = Math.min(text.length, from + LENGTH);
  const to = until === text.length ? until : wordEnd(text, until, marks[0]?.[1] ?? 0);
  return {
    // one for one, so that places stay what they are
    text: text.slice(from, to).replace(/\s/g, ' '),
    marks: marks
      .filter(([start]) => start < to)
      .map(([start, end]) => [start - from, Math.min(end, to) - from]),
  };
}

function wordStart(text: string, at: number, latest: number): number {
  const space = text.slice(at, latest).search(/\s/);
  if (space !== -1) return at + space + 1;
  return isHalf(text, at) ? at + 1 : at;
}

function wordEnd(text: string, at: number, earliest: number): number {
  const space = text.slice(0, at).search(/\s\S*$/);
  if (space >= earliest && at - space < BEFORE) return space;
  return isHalf(text, at) ? at - 1 : at;
}

/** True between the two halves of one character. */
function isHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
