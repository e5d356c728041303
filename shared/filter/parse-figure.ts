import type { FilterFigure, FilterSide } from './ast.ts';
import { readMetricName, readModality, readModelName } from './names.ts';
import { but, type Reader } from './reader.ts';
import type { Token } from './tokens.ts';
import { FIGURE_WORDS, type FigureWord } from './words.ts';

/** @returns undefined for a word that is no figure but a metric, or nothing */
export function figureWord(token: Token | undefined): FigureWord | undefined {
  if (token?.kind !== 'word') return undefined;
  const word = token.text.toLowerCase();
  return FIGURE_WORDS.find((known) => known === word);
}

/** A figure whose first word was taken. */
export function parseFigure(reader: Reader, head: Token): FilterFigure {
  const word = figureWord(head);
  switch (word) {
    case 'delta':
      return parseDelta(reader, head);
    case 'length':
      return { kind: 'length', of: inParentheses(reader, head, () => parseSide(reader)) };
    case 'items':
      return inParentheses(reader, head, () => parseItems(reader));
    case 'marks': {
      const model = parseModel(reader, 'marks("model")');
      return { kind: 'marks', ...(model === undefined ? {} : { model }) };
    }
    case 'problems':
    case 'notes':
    case 'difficulty':
      return { kind: word };
    case undefined: {
      const metric = readMetricName(reader, head);
      const model = parseModel(reader, `${metric}("model")`);
      return { kind: 'score', metric, ...(model === undefined ? {} : { model }) };
    }
  }
}

/** A name, in quotation marks or not. @param form  what is written so, for the message */
function takeName(reader: Reader, form: string): Token {
  const token = reader.peek();
  if (token === undefined || token.kind === 'sign') {
    return reader.fail(token, `A name belongs here, as in ${form}${but(token)}.`);
  }
  return reader.next() ?? token;
}

function inParentheses<T>(reader: Reader, head: Token, read: () => T): T {
  const word = head.text.toLowerCase();
  const form = word === 'items' ? 'items("model", image)' : `${word}("model")`;
  reader.must('(', `A parenthesis belongs here, as in ${form}`);
  const inside = read();
  reader.must(')', `A closing parenthesis belongs here, as in ${form}`);
  return inside;
}

/** The model in parentheses behind a figure, if one is named. */
export function parseModel(reader: Reader, form: string): string | undefined {
  if (reader.take('(') === undefined) return undefined;
  reader.offer({ kind: 'model' });
  const model = readModelName(reader, takeName(reader, form));
  reader.must(')', `A closing parenthesis belongs here, as in ${form}`);
  return model;
}

const DELTA = 'delta("SC", "A", "B")';

function parseDelta(reader: Reader, head: Token): FilterFigure {
  const models = reader.vocabulary?.models;
  if (models !== undefined && models.length < 2) {
    const there = models.length === 0 ? 'none' : `one: "${models.join('')}"`;
    const why = `A difference needs two models, and the project has ${there}`;
    reader.fail(head, `${why}. Import predictions of another model first.`);
  }
  reader.must('(', `A parenthesis belongs here, as in ${DELTA}`);
  reader.offer({ kind: 'metric' });
  const first = takeName(reader, DELTA);
  const metric = readMetricName(reader, first);
  reader.must(',', `A comma and a model belong here, as in ${DELTA}`);
  reader.offer({ kind: 'model' });
  const a = readModelName(reader, takeName(reader, DELTA));
  reader.must(',', `A comma and a second model belong here, as in ${DELTA}`);
  reader.offer({ kind: 'model' });
  const second = takeName(reader, DELTA);
  const b = readModelName(reader, second);
  if (a === b) reader.fail(second, `A difference needs two models, and both are "${a}".`);
  reader.must(')', `A closing parenthesis belongs here, as in ${DELTA}`);
  return { kind: 'delta', metric, a, b };
}

function parseSide(reader: Reader): FilterSide {
  reader.offer({ kind: 'side' });
  const token = takeName(reader, 'length(task)');
  const word = token.kind === 'word' ? token.text.toLowerCase() : '';
  if (word === 'task' || word === 'reference' || word === 'response') return { kind: word };
  return { kind: 'response', model: readModelName(reader, token) };
}

function parseItems(reader: Reader): FilterFigure {
  const of = parseSide(reader);
  if (reader.take(',') === undefined) return { kind: 'items', of };
  reader.offer({ kind: 'modality' });
  const token = takeName(reader, 'items("model", image)');
  const modality = readModality(reader, token);
  if (modality === 'text') reader.fail(token, 'Text is not counted in items; use length(…).');
  return { kind: 'items', of, modality };
}
