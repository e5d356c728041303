import type { FilterVocabulary } from '../model/filter-vocabulary.ts';
import {
  VALUE_NAMES,
  type Comparison,
  type FilterNode,
  type FilterProblem,
  type ValueName,
} from './ast.ts';
import { checkFigures, findName, readValue } from './names.ts';
import { figureWord, parseFigure, parseModel } from './parse-figure.ts';
import { but, createReader, FilterRefused, type Expectation, type Reader } from './reader.ts';
import { readNumber, type Token } from './tokens.ts';
import { CLAUSE_WORDS, HAS_WORDS, JOINING, MODES, STATES } from './words.ts';

/** `filter` is undefined for an empty text: all instances. */
export type ParsedFilter =
  | { readonly status: 'parsed'; readonly filter: FilterNode | undefined }
  | { readonly status: 'bad'; readonly problem: FilterProblem };

/** How deep parentheses and `not` may go. */
const DEEPEST = 60;

/**
 * Reads a filter, e.g. `field = "natural_science" and delta("SQCS", "A", "B") < -0.2`.
 *
 * @param vocabulary  what the project has: names are then checked, and spelled as it spells them; without
 *   it only the form is looked at
 */
export function parseFilter(text: string, vocabulary?: FilterVocabulary): ParsedFilter {
  return read(createReader(text, vocabulary));
}

/** What could stand at the end of a text; nothing where the text is wrong before its end. */
export function expectedAtEnd(text: string, vocabulary: FilterVocabulary): readonly Expectation[] {
  const reader = createReader(text, vocabulary);
  const { length } = text.trimEnd();
  const result = read(reader);
  const isWrong = result.status === 'bad' && result.problem.position < length;
  return isWrong ? [] : reader.expected();
}

function read(reader: Reader): ParsedFilter {
  if (reader.peek() === undefined) {
    const opening = ['not', '('].map((word) => ({ kind: 'word', word }) as const);
    reader.offer({ kind: 'clause' }, ...opening);
    return { status: 'parsed', filter: undefined };
  }
  try {
    const filter = parseOr(reader, 0);
    const rest = reader.peek();
    if (rest !== undefined) refuseRest(reader, rest);
    return { status: 'parsed', filter };
  } catch (error) {
    if (error instanceof FilterRefused) return { status: 'bad', problem: error.problem };
    throw error;
  }
}

function refuseRest(reader: Reader, rest: Token): never {
  if (rest.text === ')') reader.fail(rest, 'This parenthesis was never opened. Take it away.');
  reader.failNear(rest, `Clauses are joined by "and" or "or", not "${rest.text}".`, ['and', 'or']);
}

function parseOr(reader: Reader, depth: number): FilterNode {
  return parseJoined(reader, 'or', () => parseJoined(reader, 'and', () => parseNot(reader, depth)));
}

function parseJoined(reader: Reader, kind: 'and' | 'or', part: () => FilterNode): FilterNode {
  const first = part();
  const parts = [first];
  while (reader.take(kind) !== undefined) parts.push(part());
  return parts.length === 1 ? first : { kind, parts };
}

function parseNot(reader: Reader, depth: number): FilterNode {
  reader.offer({ kind: 'clause' });
  if (depth > DEEPEST)
    reader.fail(reader.peek(), 'The filter is nested too deep. Make it simpler.');
  if (reader.take('not') !== undefined) return { kind: 'not', part: parseNot(reader, depth + 1) };
  const open = reader.take('(');
  if (open === undefined) return parseClause(reader);
  const inside = parseOr(reader, depth + 1);
  if (reader.peek() === undefined) {
    reader.take(')');
    reader.fail(open, 'This parenthesis is never closed. Close it.');
  }
  reader.must(')', 'A closing parenthesis, "and" or "or" belongs here');
  return inside;
}

function parseClause(reader: Reader): FilterNode {
  const head = reader.peek();
  if (head?.kind !== 'word' || isJoining(head)) {
    return reader.fail(head, `A clause belongs here, e.g. field = "…"${but(head)}.`);
  }
  const word = head.text.toLowerCase();
  const side = { input: 'inputModality', output: 'outputModality' } as const;
  if (word === 'input' || word === 'output') {
    reader.next();
    reader.must('has', `"has" and modalities belong here, as in ${word} has image`);
    return { kind: 'values', name: side[word], values: parseValues(reader, side[word]) };
  }
  if (word === 'state') return parseState(reader);
  if (word === 'search') return parseSearch(reader);
  if (word === 'mode') return parseMode(reader);
  const name = findName(head.text, VALUE_NAMES) as ValueName | undefined; // one of them
  const next = reader.peek(1)?.text ?? '';
  const isLevel = name === 'difficulty' && ['<', '<=', '>', '>=', 'is'].includes(next);
  if (name !== undefined && !isLevel) return parseValuesClause(reader, name);
  return parseComparison(reader, head);
}

const isJoining = ({ kind, text }: Token) =>
  kind === 'word' && JOINING.some((word) => word === text.toLowerCase());

function parseValuesClause(reader: Reader, name: ValueName): FilterNode {
  reader.next();
  const hasWord = HAS_WORDS[name];
  const values = (): FilterNode => ({ kind: 'values', name, values: parseValues(reader, name) });
  if (reader.take('=') !== undefined) return values();
  if (reader.take('!=') !== undefined) return { kind: 'not', part: values() };
  if (hasWord !== undefined && reader.take('has') !== undefined) return values();
  if (reader.take('in') !== undefined) {
    reader.must('(', `A list in parentheses belongs here, as in ${name} in (…, …)`);
    const listed = values();
    reader.must(')', `A closing parenthesis belongs here, as in ${name} in (…, …)`);
    return listed;
  }
  const isAlone = name === 'flagged' || name === 'rated';
  if (isAlone) return { kind: 'values', name, values: ['yes'] };
  const word = hasWord === undefined ? '=' : 'has';
  const form = `${hasWord ?? name} ${word} …`;
  return reader.fail(reader.peek(), `A value belongs here, as in ${form}${but(reader.peek())}.`);
}

function parseValues(reader: Reader, name: ValueName): string[] {
  const values: string[] = [];
  do {
    reader.offer({ kind: 'values', name });
    const token = reader.peek();
    if (token === undefined || token.kind === 'sign' || isJoining(token)) {
      const joining = token !== undefined && isJoining(token);
      const how = joining ? '; put it in quotation marks if it is one' : '';
      reader.fail(token, `A value of ${HAS_WORDS[name] ?? name} belongs here${but(token)}${how}.`);
    }
    reader.next();
    const value = readValue(reader, name, token);
    if (!values.includes(value)) values.push(value);
  } while (reader.take(',') !== undefined);
  return values;
}

function parseState(reader: Reader): FilterNode {
  reader.next();
  const model = parseModel(reader, 'state("A") = answered');
  const isNot = reader.take('!=') !== undefined;
  if (!isNot) reader.must('=', `"=" belongs here, as in state = answered`);
  const state = takeOneOf(reader, 'state', STATES) as 'answered' | 'unanswered' | 'problems'; // of these
  const node = { kind: 'state', state, ...(model === undefined ? {} : { model }) } as const;
  return isNot ? { kind: 'not', part: node } : node;
}

function parseMode(reader: Reader): FilterNode {
  reader.next();
  reader.must('=', '"=" belongs here, as in mode = aWorse');
  const mode = takeOneOf(reader, 'mode', MODES);
  return { kind: 'mode', mode } as FilterNode; // one of the modes
}

function takeOneOf(reader: Reader, kind: 'mode' | 'state', known: readonly string[]): string {
  reader.offer({ kind });
  const token = reader.next();
  const value = token === undefined ? undefined : findName(token.text, known);
  if (value !== undefined) return value;
  const message = `${kind} can be ${known.join(', ')}${but(token)}.`;
  return token === undefined ? reader.fail(token, message) : reader.failNear(token, message, known);
}

function parseSearch(reader: Reader): FilterNode {
  reader.next();
  reader.offer({ kind: 'text' });
  const token = reader.peek();
  if (token === undefined || token.kind === 'sign') {
    return reader.fail(
      token,
      `Words in quotation marks belong here, as in search "…"${but(token)}.`,
    );
  }
  reader.next();
  if (/[\p{L}\p{N}]/u.test(token.text)) return { kind: 'search', text: token.text };
  return reader.fail(token, 'There is no word to search for. Type at least one letter or digit.');
}

function parseComparison(reader: Reader, head: Token): FilterNode {
  refuseNothing(reader, head);
  reader.next();
  const figure = parseFigure(reader, head);
  reader.offer(...['<', '>', '='].map((word) => ({ kind: 'word', word }) as const));
  if (reader.take('is') !== undefined) {
    if (reader.take('scored') !== undefined) return { kind: 'scored', figure };
    reader.must('unscored', '"scored" or "unscored" belongs here');
    return { kind: 'not', part: { kind: 'scored', figure } };
  }
  const op = reader.next();
  if (op?.kind !== 'sign' || !/^(?:!=|[<>]=?|=)$/.test(op.text)) {
    return reader.fail(op, `A comparison belongs here, e.g. < 0.5${but(op)}.`);
  }
  checkFigures(reader, head, figure);
  const value = parseOther(reader);
  return { kind: 'compare', figure, op: op.text as Comparison, value }; // tested above
}

function parseOther(reader: Reader) {
  reader.offer({ kind: 'number' }, { kind: 'figure' });
  const token = reader.peek();
  const isWord = token?.kind === 'word' && !isJoining(token);
  if (!isWord) return reader.fail(token, `A number or a figure belongs here${but(token)}.`);
  reader.next();
  const number = readNumber(token.text);
  if (number !== undefined) return number;
  const isNumeric = /^[+-]?[.\d]/.test(token.text);
  if (isNumeric) return reader.fail(token, `"${token.text}" is no number. Write it as 0.25 or -3.`);
  const figure = parseFigure(reader, token);
  checkFigures(reader, token, figure);
  return figure;
}

/** A word that is neither a word of the language nor looks like a metric. */
function refuseNothing(reader: Reader, head: Token): void {
  if (figureWord(head) !== undefined) return;
  const { vocabulary } = reader;
  const metrics = vocabulary?.metrics.map(({ id }) => id) ?? [];
  if (findName(head.text, metrics) !== undefined) return;
  const next = reader.peek(1);
  const isCompared = next?.kind === 'sign' && next.text !== ',' && next.text !== ')';
  const other = reader.peek(2);
  const isFigure = figureWord(other) !== undefined || reader.peek(3)?.text === '(';
  const isNumber = isFigure || readNumber(other?.text ?? '') !== undefined;
  const isEqual = next?.text === '=' || next?.text === '!=';
  const canBeMetric = isCompared && (!isEqual || isNumber);
  // a metric that there is not is told with those that there are
  if (canBeMetric || (vocabulary === undefined && next?.text.toLowerCase() === 'is')) return;
  reader.failNear(head, `"${head.text}" is nothing to filter by.`, [...CLAUSE_WORDS, ...metrics]);
}
