// Filters as text: the facets of the instances view, joined by `and`, e.g.
// `field = "natural_science" and output has audio and difficulty = 2, 3 and search "tidal power"`.
import { AppError } from '../../shared/api/errors.ts';
import { FACET_IDS, type FacetId, type InstanceFilter } from '../../shared/model/filter.ts';
import { findModality } from '../../shared/model/modality.ts';

const STATES = ['answered', 'unanswered', 'problems'] as const;
const HAS: Readonly<Record<string, FacetId>> = { input: 'inputModality', output: 'outputModality' };
const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|([=,])|([^\s=,"]+))/gy;

interface Token {
  readonly text: string;
  readonly isQuoted: boolean;
}

/**
 * @returns the filter that an expression stands for; an empty expression means all
 * @throws AppError 'bad-query' with the clause that cannot be read
 */
export function parseFilter(expression: string): InstanceFilter {
  const facets: Partial<Record<FacetId, string[]>> = {};
  const filter: InstanceFilter = {};
  for (const clause of clausesOf(tokensOf(expression))) readClause(clause, filter, facets);
  return Object.keys(facets).length === 0 ? filter : { ...filter, facets };
}

function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (expression.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(expression);
    if (match === null) throw unreadable(expression.slice(at).trim());
    const [, quoted, sign, word] = match;
    if (quoted !== undefined) tokens.push({ text: unescaped(quoted), isQuoted: true });
    else tokens.push({ text: sign ?? word ?? '', isQuoted: false });
  }
  return tokens;
}

const unescaped = (text: string) => text.replace(/\\(.)/g, '$1');

function clausesOf(tokens: readonly Token[]): Token[][] {
  if (tokens.length === 0) return [];
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    if (!token.isQuoted && token.text.toLowerCase() === 'and') clauses.push([]);
    else clauses.at(-1)?.push(token);
  }
  return clauses;
}

function readClause(
  clause: readonly Token[],
  filter: InstanceFilter,
  facets: Partial<Record<FacetId, string[]>>,
): void {
  const [head, sign, ...rest] = clause;
  const name = head?.text.toLowerCase() ?? '';
  const values = rest.filter(({ text, isQuoted }) => isQuoted || text !== ',');
  const add = (facet: FacetId, added: readonly string[]) =>
    (facets[facet] = [...(facets[facet] ?? []), ...added]);
  const isEqual = sign?.text === '=' && !sign.isQuoted && values.length > 0;
  const facet = FACET_IDS.find((id) => id.toLowerCase() === name);
  const side = HAS[name];
  if (name === 'search' && sign !== undefined && rest.length === 0) filter.search = sign.text;
  else if (side !== undefined && sign?.text.toLowerCase() === 'has' && values.length > 0) {
    add(side, values.map(modalityOf));
  } else if (name === 'state' && isEqual && values.length === 1) {
    const state = STATES.find((known) => known === values[0]?.text.toLowerCase());
    if (state === undefined) throw unreadable(textOf(clause));
    filter.state = state;
  } else if (facet !== undefined && isEqual) {
    const isModality = facet === 'inputModality' || facet === 'outputModality';
    add(facet, isModality ? values.map(modalityOf) : values.map(({ text }) => text));
  } else throw unreadable(textOf(clause));
}

function modalityOf({ text }: Token): string {
  const modality = findModality(text);
  if (modality === undefined) throw unreadable(text);
  return modality;
}

const textOf = (clause: readonly Token[]) =>
  clause.map(({ text, isQuoted }) => (isQuoted ? `"${text}"` : text)).join(' ');

function unreadable(part: string): AppError {
  return new AppError(
    'bad-query',
    `Cannot read the filter at '${part}'. Write clauses joined by "and": ` +
      `${FACET_IDS.join(', ')} = value, …; input has MODALITY; output has MODALITY; ` +
      `state = ${STATES.join(' | ')}; search "words".`,
  );
}
