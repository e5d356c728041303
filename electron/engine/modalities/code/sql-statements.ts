// The parser of SQL stops at the first error, so statements are cut here and given to it one by one.
import type { SqlToken } from './sql-tokens.ts';

/** A statement without the `;` behind it. */
export interface SqlStatement {
  readonly text: string;
  /** Of its first word, from 0, as is `column`. */
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  /** It holds a block of procedural code (`BEGIN … END`), which the dialects do not share. */
  readonly isProcedural: boolean;
  /** Deepest nesting of queries in parentheses and of blocks. */
  readonly depth: number;
}

const CREATES_A_ROUTINE = new Set(['PROCEDURE', 'FUNCTION', 'TRIGGER', 'EVENT', 'PACKAGE']);
const ENDS_OF_CONTROL = new Set(['IF', 'LOOP', 'WHILE', 'REPEAT', 'FOR']);

/** Statements of a text, from its tokens; a line that only says `GO` ends one too. */
export function sqlStatements(text: string, tokens: readonly SqlToken[]): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let own: SqlToken[] = [];
  let isProcedural = false;
  const finish = (end: number) => {
    const [first] = own;
    const last = own.at(-1);
    if (first !== undefined && last !== undefined) {
      const { row, column, at } = first;
      const depth = depthOf(own, isProcedural);
      const shape = { row, column, lastRow: last.row, isProcedural, depth };
      statements.push({ text: text.slice(at, end), ...shape });
    }
    own = [];
    isProcedural = false;
  };
  let blocks = 0;
  tokens.forEach((token, index) => {
    if (token.kind === 'comment') return;
    if (isBatchEnd(token, tokens[index - 1], tokens[index + 1])) {
      blocks = 0;
      return finish(token.at);
    }
    if (token.kind === 'end' && blocks === 0) return finish(token.at);
    own.push(token);
    isProcedural ||= isProceduralSoFar(own);
    if (isProcedural) blocks = Math.max(0, blocks + blockStep(own, tokens[index + 1]));
  });
  finish(text.length);
  return statements;
}

function isBatchEnd(token: SqlToken, before?: SqlToken, after?: SqlToken): boolean {
  return token.text === 'GO' && before?.row !== token.row && after?.row !== token.row;
}

const HEAD_TOKENS = 8; // the kind of what is created stands among the first words

/** Whether the last token shows the statement to be procedural. */
function isProceduralSoFar(tokens: readonly SqlToken[]): boolean {
  const [first, second] = tokens;
  const last = tokens.at(-1)?.text ?? '';
  if (first?.text === 'DECLARE') return last === 'BEGIN';
  if (first?.text === 'BEGIN')
    return tokens.length === 2 && !/^(TRAN|WORK)/.test(second?.text ?? '');
  const isCreate = first?.text === 'CREATE' || first?.text === 'ALTER';
  return isCreate && tokens.length <= HEAD_TOKENS && CREATES_A_ROUTINE.has(last);
}

/** +1 where a block opens with the last of the tokens, −1 where one closes. */
function blockStep(tokens: readonly SqlToken[], after: SqlToken | undefined): number {
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (last?.kind !== 'word') return 0;
  if (last.text === 'BEGIN' || last.text === 'CASE') return before?.text === 'END' ? 0 : 1;
  return last.text === 'END' && !ENDS_OF_CONTROL.has(after?.text ?? '') ? -1 : 0;
}

function depthOf(tokens: readonly SqlToken[], isProcedural: boolean): number {
  const parens: boolean[] = []; // true: it holds a query
  let level = 0;
  let depth = 0;
  tokens.forEach((token, index) => {
    const isQuery = /^(SELECT|WITH)$/.test(tokens[index + 1]?.text ?? '');
    if (token.kind === 'open') parens.push(isQuery);
    if (token.kind === 'open' && isQuery) level++;
    if (token.kind === 'close' && parens.pop() === true) level--;
    const pair = tokens.slice(Math.max(0, index - 1), index + 1);
    if (isProcedural) level = Math.max(0, level + blockStep(pair, tokens[index + 1]));
    depth = Math.max(depth, level);
  });
  return depth;
}
