import type { FilterVocabulary } from '../model/filter-vocabulary.ts';
import type { FilterProblem, ValueName } from './ast.ts';
import { nearest } from './nearest.ts';
import { cutTokens, quoteText, type Token } from './tokens.ts';

/** What could stand at the end of a text that was read so far. */
export type Expectation =
  /** A word or sign of the language. */
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'clause' | 'figure' | 'metric' | 'model' | 'side' | 'number' | 'text' }
  | { readonly kind: 'mode' | 'state' | 'modality' }
  | { readonly kind: 'values'; readonly name: ValueName };

/** Thrown while a filter is read; never leaves this folder. */
export class FilterRefused extends Error {
  readonly problem: FilterProblem;
  constructor(problem: FilterProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Goes over a text token by token, and notes what could come at its end. */
export interface Reader {
  /** Names are checked against it; without it any name will do. */
  readonly vocabulary: FilterVocabulary | undefined;
  readonly peek: (ahead?: number) => Token | undefined;
  readonly next: () => Token | undefined;
  /** Notes what could stand here, where the text ends here. */
  readonly offer: (...expected: readonly Expectation[]) => void;
  readonly expected: () => readonly Expectation[];
  /** Takes the word or sign, whatever its case, if it stands here. */
  readonly take: (word: string) => Token | undefined;
  /** @param needed  what should stand here, in words */
  readonly must: (word: string, needed: string) => Token;
  /** @param token  undefined: the end of the text */
  readonly fail: (token: Token | undefined, message: string, suggestion?: string) => never;
  /** Fails with the candidate that is meant, if one is near. */
  readonly failNear: (token: Token, message: string, candidates: Iterable<string>) => never;
}

export function createReader(text: string, vocabulary: FilterVocabulary | undefined): Reader {
  const tokens = cutTokens(text);
  const expected: Expectation[] = [];
  let at = 0;

  function fail(token: Token | undefined, message: string, suggestion?: string): never {
    const end = text.trimEnd().length;
    const place = token ?? { position: end, length: 1 };
    throw new FilterRefused({
      position: place.position,
      length: place.length,
      message,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }

  const reader: Reader = {
    vocabulary,
    peek: (ahead = 0) => tokens[at + ahead],
    next() {
      const token = tokens[at];
      if (token !== undefined) at += 1;
      if (token?.isOpen) {
        fail(token, 'The text that begins here has no end. Close it with a quotation mark.');
      }
      return token;
    },
    offer(...more) {
      if (at === tokens.length) expected.push(...more);
    },
    expected: () => expected,
    take(word) {
      reader.offer({ kind: 'word', word });
      const token = tokens[at];
      if (token === undefined || token.kind === 'string') return undefined;
      if (token.text.toLowerCase() !== word.toLowerCase()) return undefined;
      at += 1;
      return token;
    },
    must(word, needed) {
      return reader.take(word) ?? fail(tokens[at], `${needed}${but(tokens[at])}.`);
    },
    fail,
    failNear(token, message, candidates) {
      const meant = nearest(token.text, candidates);
      if (meant === undefined) fail(token, message);
      const isPlain = token.kind === 'word' && /^[\p{L}\p{N}_-]+$/u.test(meant);
      fail(token, `${message} Did you mean "${meant}"?`, isPlain ? meant : quoteText(meant));
    },
  };
  return reader;
}

/** What stands there instead, to be put behind what is needed. */
export function but(token: Token | undefined): string {
  return token === undefined ? ', but the filter ends here' : `, not "${token.text}"`;
}
