// Names in a filter: read in any spelling, checked against what the project has.
import {
  DIFFICULTY_LABELS,
  FIELD_IDS,
  normaliseField,
  normaliseSubdomain,
} from '../model/dataset.ts';
import type { FilterVocabulary } from '../model/filter-vocabulary.ts';
import { findModality, MODALITY_IDS, type ModalityId } from '../model/modality.ts';
import { COLUMN_LETTERS, type FilterFigure, type ValueName } from './ast.ts';
import type { Reader } from './reader.ts';
import { quoteText, type Token } from './tokens.ts';
import { CLAUSE_WORDS, fixedValues } from './words.ts';

/** @returns the one of `names` that is the word, else the only one that is it in another case */
export function findName(word: string, names: readonly string[]): string | undefined {
  if (names.includes(word)) return word;
  const same = names.filter((name) => name.toLowerCase() === word.toLowerCase());
  return same.length === 1 ? same[0] : undefined;
}

const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/** A model by its name, or by the letter of its column. */
export function readModelName(reader: Reader, token: Token): string {
  const { vocabulary } = reader;
  if (vocabulary === undefined) return token.text;
  const { models } = vocabulary;
  const known = findName(token.text, models);
  if (known !== undefined) return known;
  const letter = token.text.toUpperCase();
  const column = COLUMN_LETTERS.findIndex((each) => each === letter);
  if (column !== -1 && column < models.length) return letter;
  if (models.length === 0) {
    return reader.fail(token, 'The project has no model yet. Import predictions first.');
  }
  const there = models.length > 8 ? `${list(models.slice(0, 8))}, …` : list(models);
  if (column !== -1) {
    const why = `"${letter}" stands for model ${column + 1}, and the project has ${models.length}`;
    return reader.fail(token, `${why}: ${there}. Import predictions of another, or name one.`);
  }
  return reader.failNear(token, `There is no model "${token.text}"; there is ${there}.`, models);
}

/** A metric, as it is spelled; that of `model` must have figures. */
export function readMetricName(reader: Reader, token: Token): string {
  const { vocabulary } = reader;
  if (vocabulary === undefined) return token.text;
  const ids = vocabulary.metrics.map(({ id }) => id);
  const known = findName(token.text, ids);
  if (known !== undefined) return known;
  return reader.failNear(token, `There is no metric "${token.text}"; there is ${ids.join(', ')}.`, [
    ...ids,
    ...CLAUSE_WORDS,
  ]);
}

/**
 * Figures must be there to be compared: of the models named, or of any when none is. Whether there are
 * some can always be asked.
 *
 * @param token  where the figure begins
 */
export function checkFigures(reader: Reader, token: Token, figure: FilterFigure): void {
  if (figure.kind !== 'score' && figure.kind !== 'delta') return;
  const { metric } = figure;
  const named = figure.kind === 'delta' ? [figure.a, figure.b] : [figure.model ?? ''];
  const models = named.filter((name) => name !== '');
  const { vocabulary } = reader;
  const having = vocabulary?.metrics.find(({ id }) => id === metric)?.models;
  if (vocabulary === undefined || having === undefined) return;
  const scored = vocabulary.metrics.flatMap(({ id, models: own }) => (own.length > 0 ? [id] : []));
  if (having.length === 0) {
    const others =
      scored.length === 0 ? 'no metric has' : `there are figures of ${scored.join(', ')}`;
    const what = `Nobody has a figure of ${metric} yet; ${others}.`;
    reader.fail(token, `${what} Score the responses or import results first.`);
  }
  for (const model of models) {
    // a letter is another model with each choice of columns
    if (!vocabulary.models.includes(model) || having.includes(model)) continue;
    reader.fail(
      token,
      `"${model}" has no figure of ${metric}; ${list(having)} ${having.length === 1 ? 'has' : 'have'}.`,
    );
  }
}

/** A modality in any of its spellings. */
export function readModality(reader: Reader, token: Token): ModalityId {
  const modality = findModality(token.text);
  if (modality !== undefined) return modality;
  const message = `There is no modality "${token.text}"; there is ${MODALITY_IDS.join(', ')}.`;
  return reader.failNear(token, message, MODALITY_IDS);
}

/** A value as the project spells it. */
export function readValue(reader: Reader, name: ValueName, token: Token): string {
  if (name === 'inputModality' || name === 'outputModality') return readModality(reader, token);
  const { text } = token;
  if (name === 'id' || name === 'key') return text;
  const fixed = fixedValues(name);
  if (fixed !== undefined) {
    const known = findName(name === 'difficulty' ? difficultyOf(text) : text, fixed);
    if (known !== undefined) return known;
    const message = `${name} can be ${fixed.join(', ')}, not "${text}".`;
    return reader.failNear(token, message, fixed);
  }
  const { vocabulary } = reader;
  return vocabulary === undefined ? text : readProjectValue(reader, vocabulary, name, token);
}

function readProjectValue(
  reader: Reader,
  vocabulary: FilterVocabulary,
  name: ValueName,
  token: Token,
): string {
  const { text } = token;
  const values = projectValues(vocabulary, name);
  const known = findName(text, values) ?? otherSpelling(vocabulary, name, text);
  if (known !== undefined) return known;
  if (values.length === 0) return reader.fail(token, `The project has no ${name} at all.`);
  const candidates =
    name === 'tag' ? [...values, ...vocabulary.tags.map((tag) => tag.label)] : values;
  return reader.failNear(token, `The project has no ${name} ${quoteText(text)}.`, candidates);
}

/** Values of a name that the project decides. */
export function projectValues(vocabulary: FilterVocabulary, name: ValueName): readonly string[] {
  if (name === 'tag') return vocabulary.tags.map(({ id }) => id);
  if (name === 'id' || name === 'key' || name === 'failure') return [];
  return vocabulary.values[name] ?? [];
}

function otherSpelling(
  { tags, values }: FilterVocabulary,
  name: ValueName,
  text: string,
): string | undefined {
  const has = (value: string, known: readonly string[] = []) =>
    known.includes(value) ? value : undefined;
  switch (name) {
    case 'tag':
      return tags.find(({ label }) => label.toLowerCase() === text.toLowerCase())?.id;
    case 'field': // those of UniM may be asked for where a project has none of them
      return has(normaliseField(text), [...(values.field ?? []), ...FIELD_IDS]);
    case 'subdomain':
      return has(normaliseSubdomain(text), values.subdomain);
    default:
      return undefined;
  }
}

function difficultyOf(text: string): string {
  const level = Object.entries(DIFFICULTY_LABELS).find(([, label]) => label === text.toLowerCase());
  return level?.[0] ?? text;
}
