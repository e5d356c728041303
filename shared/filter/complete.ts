import type { FilterVocabulary } from '../model/filter-vocabulary.ts';
import { COUNTED_MODALITIES, MODALITIES } from '../model/modality.ts';
import { COLUMN_LETTERS } from './ast.ts';
import { projectValues } from './names.ts';
import { expectedAtEnd } from './parse.ts';
import type { Expectation } from './reader.ts';
import { cutTokens, quoteText, type Token } from './tokens.ts';
import { CLAUSE_WORDS, fixedValues, isPlainName, MODES, STATES, WORD_HINTS } from './words.ts';

/** Something that can stand at the caret. */
export interface Completion {
  /** As people read it. */
  readonly label: string;
  /** What is put in the place of the part between `from` and `to`. */
  readonly insert: string;
  readonly kind: 'word' | 'name' | 'value' | 'metric' | 'model';
  /** What it is about. */
  readonly hint?: string;
}

export interface Completions {
  /** The part that is being typed, UTF-16 offsets; empty when nothing is. */
  readonly from: number;
  readonly to: number;
  /** Those that begin with the part first; at most 50. */
  readonly options: readonly Completion[];
}

const MOST = 50;

/** What can stand at a place of a filter: words of the language and names of the project. */
export function completeFilter(
  text: string,
  caret: number,
  vocabulary: FilterVocabulary,
): Completions {
  const part = partAt(text, caret);
  const from = part?.position ?? caret;
  const to = part === undefined ? caret : part.position + part.length;
  const before = text.slice(0, from);
  const typed = part === undefined ? '' : cutTokens(text.slice(from, caret))[0];
  const wanted = (typed === '' || typed === undefined ? '' : typed.text).toLowerCase();
  const all = unique(
    expectedAtEnd(before, vocabulary).flatMap((each) => options(each, vocabulary)),
  );
  const isText = part?.kind === 'string';
  const fitting = all.filter((option) => !isText || option.insert.startsWith('"'));
  const begin = fitting.filter(({ label }) => label.toLowerCase().startsWith(wanted));
  const hold = fitting.filter(
    ({ label }) => !label.toLowerCase().startsWith(wanted) && label.toLowerCase().includes(wanted),
  );
  const space = needsSpace(before) ? ' ' : '';
  const found = [...begin, ...hold].slice(0, MOST);
  return {
    from,
    to,
    options: found.map((option) =>
      isSign(option.insert) ? option : { ...option, insert: `${space}${option.insert}` },
    ),
  };
}

const isSign = (text: string) => text === '(' || text === ')' || text === ',';

/** Between two words there is a space. */
function needsSpace(before: string): boolean {
  return before !== '' && !/[\s(]$/.test(before);
}

/** The word or the open string that the caret stands in, or behind. */
function partAt(text: string, caret: number): Token | undefined {
  return cutTokens(text).find((token) => {
    const end = token.position + token.length;
    if (token.kind === 'sign' || caret <= token.position) return false;
    const isInside = token.kind === 'word' || token.isOpen === true ? caret <= end : caret < end;
    return isInside;
  });
}

function unique(options: readonly Completion[]): Completion[] {
  const seen = new Set<string>();
  return options.filter(({ insert }) => !seen.has(insert) && seen.add(insert));
}

function options(expected: Expectation, vocabulary: FilterVocabulary): Completion[] {
  switch (expected.kind) {
    case 'word':
      return [{ label: expected.word, insert: expected.word, kind: 'word' }];
    case 'clause':
      return [...metrics(vocabulary), ...CLAUSE_WORDS.map(named)];
    case 'figure':
      return [...metrics(vocabulary), ...['delta', 'length', 'items', 'marks'].map(named)];
    case 'metric':
      return metrics(vocabulary).map((metric) => ({ ...metric, insert: quoteText(metric.label) }));
    case 'model':
      return models(vocabulary);
    case 'side':
      return [...['task', 'reference', 'response'].map(named), ...models(vocabulary)];
    case 'modality':
      return COUNTED_MODALITIES.map((id) => valueOf(id, id, MODALITIES[id].label));
    case 'mode':
      return MODES.map((mode) => valueOf(mode, mode));
    case 'state':
      return STATES.map((state) => valueOf(state, state));
    case 'values': {
      const { name } = expected;
      const values = fixedValues(name) ?? projectValues(vocabulary, name);
      const labels = new Map(vocabulary.tags.map(({ id, label }) => [id, label]));
      return values.map((value) =>
        valueOf(
          value,
          isPlainName(name) ? value : quoteText(value),
          name === 'tag' ? labels.get(value) : undefined,
        ),
      );
    }
    case 'number':
    case 'text':
      return [];
  }
}

function valueOf(label: string, insert: string, hint?: string): Completion {
  return { label, insert, kind: 'value', ...(hint === undefined ? {} : { hint }) };
}

function named(word: string): Completion {
  const hint = WORD_HINTS[word];
  return { label: word, insert: word, kind: 'name', ...(hint === undefined ? {} : { hint }) };
}

/** Those with figures; the others cannot be compared. */
function metrics(vocabulary: FilterVocabulary): Completion[] {
  return vocabulary.metrics.flatMap(({ id, title, models: having }) =>
    having.length === 0 ? [] : [{ label: id, insert: id, kind: 'metric', hint: title } as const],
  );
}

function models({ models: names }: FilterVocabulary): Completion[] {
  return [
    ...names.map((name) => ({ label: name, insert: quoteText(name), kind: 'model' }) as const),
    ...COLUMN_LETTERS.slice(0, Math.min(4, names.length))
      .filter((letter) => !names.includes(letter))
      .map((letter, at) => ({
        label: letter,
        insert: quoteText(letter),
        kind: 'model' as const,
        hint: `model ${at + 1} of those chosen`,
      })),
  ];
}
