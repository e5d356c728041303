// What is searched for, and where it stands in a text. The index says which instances have it; the places
// are found here, by the same rules by which the index cuts text into words.

/** A word, or several that stand next to each other. */
export interface SearchTerm {
  /** As typed; each CJK character by itself. */
  readonly words: readonly string[];
  /** The last word may go on. */
  readonly isPrefix: boolean;
  readonly isExcluded: boolean;
  /** Part of the index that the term is about, e.g. `responses`; all when absent. */
  readonly column?: SearchColumn;
}

/** Parts of the index, `responses:graph`. */
export const SEARCH_COLUMNS = [
  'task',
  'reference',
  'responses',
  'captions',
  'notes',
  'reasons',
] as const;
export type SearchColumn = (typeof SEARCH_COLUMNS)[number];

/** A prefix shorter than this would match a large share of all words, and takes as long. */
const SHORTEST_PREFIX = 2;

// a column's name, then a phrase in quotes (the closing one may be missing) or a run without spaces
const TERM = /(-?)(?:(\w+):)?(?:"([^"]*)("?)|([^\s"]+))/gu;

/**
 * Reads a query: words joined by and, the last one also as a beginning; `"a phrase"`, `task:word`,
 * `-word`. Everything else is a word: no input is an error.
 */
export function readSearchTerms(text: string): SearchTerm[] {
  const matches = [...text.matchAll(TERM)];
  return matches.flatMap((match, index): SearchTerm[] => {
    const [, minus = '', name = '', phrase, , word = ''] = match;
    const column = SEARCH_COLUMNS.find((known) => known === name.toLowerCase());
    const unnamed = name === '' || column !== undefined ? '' : `${name} `;
    const words = cutWords(`${unnamed}${phrase ?? word}`).map((each) => each.text);
    const last = words.at(-1);
    if (last === undefined) return [];
    const isLast = index === matches.length - 1 && phrase === undefined && !/\s$/.test(text);
    const isPrefix = isLast && !CJK.test(last) && [...last].length >= SHORTEST_PREFIX;
    const isExcluded = minus === '-';
    return [{ words, isPrefix, isExcluded, ...(column === undefined ? {} : { column }) }];
  });
}

/** Of a character class: characters that the index takes for a word each. */
export const CJK_RANGES =
  '\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{2fa1f}';
const CJK = new RegExp(`[${CJK_RANGES}]`, 'u');

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// letters and digits with the accents on them, CJK characters one by one
const WORD = new RegExp(
  `[${CJK_RANGES}]|(?:(?![${CJK_RANGES}])[\\p{L}\\p{N}\\p{Co}]\\p{M}*)+`,
  'gu',
);

function cutWords(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** Case and accents do not matter; the sign that makes は to ば does. */
function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  // accents lie in a block of their own, the signs of other scripts do not
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
}
const ASCII = /^[\0-\x7f]*$/;

type Place = [start: number, end: number];

/**
 * Where the terms stand in a text: start and end of each place, end exclusive, ascending, none over
 * another. What is excluded is not looked for.
 *
 * @param column  which part of the index the text is of; terms about another are left out
 * @param reach  places that begin more characters behind the first one are left out
 */
export function findTerms(
  text: string,
  terms: readonly SearchTerm[],
  column?: SearchColumn,
  reach = Number.POSITIVE_INFINITY,
): Place[] {
  const finder = finderOf(terms, column);
  if (finder === undefined) return [];
  // cutting a text into words is the slow part, and most need it not
  const whole = fold(text);
  if (!finder.terms.some(({ words: [first = ''] }) => whole.includes(first))) return [];
  const searches = ASCII.test(text)
    ? finder.patterns.map((pattern) => placesOfPattern(whole, pattern))
    : [placesOfWords(text, finder.terms)];
  const begun = searches.map((places) => ({ places, first: places.next().value }));
  const limit = Math.min(...begun.map(({ first }) => first?.[0] ?? Infinity)) + reach;
  return merged(begun.flatMap(({ first, places }) => upTo(limit, first, places)));
}

type Places = Iterator<Place, undefined>;

function upTo(limit: number, first: Place | undefined, places: Places): Place[] {
  const found: Place[] = [];
  for (let place = first; place !== undefined && place[0] <= limit; place = places.next().value) {
    found.push(place);
  }
  return found;
}

function* placesOfPattern(text: string, { first, pattern }: Pattern): Generator<Place, undefined> {
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
    if (at > 0 && isAlphanumeric(text.charCodeAt(at - 1))) continue;
    pattern.lastIndex = at;
    if (pattern.test(text)) yield [at, pattern.lastIndex];
  }
  return undefined;
}

const isAlphanumeric = (code: number) => (code >= 48 && code <= 57) || (code >= 97 && code <= 122);

function* placesOfWords(text: string, terms: readonly SearchTerm[]): Generator<Place, undefined> {
  const words = cutWords(text).map((word) => ({ ...word, text: fold(word.text) }));
  for (const [at, first] of words.entries()) {
    for (const term of terms) {
      const last = words[at + term.words.length - 1];
      if (last !== undefined && fits(words, at, term)) yield [first.start, last.end];
    }
  }
  return undefined;
}

/** A term in a text of ASCII that is folded: how it begins, and all of it from there on. */
interface Pattern {
  readonly first: string;
  readonly pattern: RegExp;
}

/** Terms to be looked for, folded. */
interface Finder {
  readonly terms: readonly SearchTerm[];
  readonly patterns: readonly Pattern[];
}

const finders = new WeakMap<readonly SearchTerm[], Map<string, Finder | undefined>>();

/** The same list of terms is looked for in many texts: a finder is made once. */
function finderOf(terms: readonly SearchTerm[], column: SearchColumn | undefined) {
  const known = finders.get(terms) ?? new Map<string, Finder | undefined>();
  finders.set(terms, known);
  const name = column ?? '';
  if (!known.has(name)) known.set(name, makeFinder(terms, column));
  return known.get(name);
}

function makeFinder(
  terms: readonly SearchTerm[],
  column: SearchColumn | undefined,
): Finder | undefined {
  const wanted = terms
    .filter(({ isExcluded }) => !isExcluded)
    .filter((term) => column === undefined || [undefined, column].includes(term.column))
    .map((term) => ({ ...term, words: term.words.map(fold) }));
  if (wanted.length === 0) return undefined;
  const patterns = wanted.map(({ words, isPrefix }): Pattern => {
    const phrase = `${words.join('[^a-z0-9]+')}${isPrefix ? '[a-z0-9]*' : ''}`;
    return { first: words[0] ?? '', pattern: new RegExp(`${phrase}(?![a-z0-9])`, 'y') };
  });
  return { terms: wanted, patterns };
}

function fits(
  words: readonly Word[],
  at: number,
  { words: wanted, isPrefix }: SearchTerm,
): boolean {
  return wanted.every((word, offset) => {
    const own = words[at + offset]?.text ?? '';
    return isPrefix && offset === wanted.length - 1 ? own.startsWith(word) : own === word;
  });
}

/** Places that touch or lie over each other become one. */
function merged(places: Place[]): Place[] {
  const result: Place[] = [];
  for (const [start, end] of places.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
