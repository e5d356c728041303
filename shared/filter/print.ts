import type { FilterFigure, FilterNode, FilterSide, ValueName } from './ast.ts';
import { HAS_WORDS, isPlainName } from './words.ts';
import { quoteText } from './tokens.ts';

/** A filter as text, which `parseFilter` reads back as the same filter. */
export function printFilter(node: FilterNode): string {
  switch (node.kind) {
    case 'and':
      return node.parts.map((part) => inParentheses(part, isJoined(part))).join(' and ');
    case 'or':
      return node.parts.map((part) => inParentheses(part, part.kind === 'or')).join(' or ');
    case 'not':
      return printNot(node.part);
    case 'values':
      return printValues(node.name, node.values);
    case 'state':
      return `state${printModel(node.model)} = ${node.state}`;
    case 'search':
      return `search ${quoteText(node.text)}`;
    case 'mode':
      return `mode = ${node.mode}`;
    case 'scored':
      return `${printFigure(node.figure)} is scored`;
    case 'compare': {
      const { figure, op, value } = node;
      const other = typeof value === 'number' ? String(value) : printFigure(value);
      return `${printFigure(figure)} ${op} ${other}`;
    }
  }
}

const isJoined = ({ kind }: FilterNode) => kind === 'and' || kind === 'or';

function inParentheses(node: FilterNode, isNeeded: boolean): string {
  return isNeeded ? `(${printFilter(node)})` : printFilter(node);
}

function printNot(part: FilterNode): string {
  if (part.kind === 'scored') return `${printFigure(part.figure)} is unscored`;
  const isEqual = part.kind === 'values' && HAS_WORDS[part.name] === undefined;
  if (isEqual && !isYes(part.name, part.values)) {
    return `${part.name} != ${part.values.map((value) => printValue(part.name, value)).join(', ')}`;
  }
  return `not ${inParentheses(part, isJoined(part))}`;
}

function printValues(name: ValueName, values: readonly string[]): string {
  if (isYes(name, values)) return name;
  const word = HAS_WORDS[name];
  const start = word === undefined ? `${name} =` : `${word} has`;
  return `${start} ${values.map((value) => printValue(name, value)).join(', ')}`;
}

/** `flagged` says the same as `flagged = yes`. */
function isYes(name: ValueName, values: readonly string[]): boolean {
  return (name === 'flagged' || name === 'rated') && values.length === 1 && values[0] === 'yes';
}

function printValue(name: ValueName, value: string): string {
  return isPlainName(name) ? value : quoteText(value);
}

/** A figure as it is written in a filter, e.g. `SC("A")`. */
export function printFigure(figure: FilterFigure): string {
  switch (figure.kind) {
    case 'score':
      return `${figure.metric}${printModel(figure.model)}`;
    case 'delta':
      return `delta(${[figure.metric, figure.a, figure.b].map(quoteText).join(', ')})`;
    case 'length':
      return `length(${printSide(figure.of)})`;
    case 'items': {
      const { of, modality } = figure;
      return `items(${printSide(of)}${modality === undefined ? '' : `, ${modality}`})`;
    }
    case 'marks':
      return `marks${printModel(figure.model)}`;
    case 'problems':
    case 'notes':
    case 'difficulty':
      return figure.kind;
  }
}

function printSide(side: FilterSide): string {
  if (side.kind !== 'response') return side.kind;
  return side.model === undefined ? 'response' : quoteText(side.model);
}

const printModel = (model: string | undefined) =>
  model === undefined ? '' : `(${quoteText(model)})`;
