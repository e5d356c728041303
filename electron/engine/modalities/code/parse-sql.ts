import { init, type DialectInput, validate } from '@guanmingchiu/sqlparser-ts';
import { type Finding, MAX_FINDINGS } from '../define-inspection.ts';
import { type SqlStatement, sqlStatements } from './sql-statements.ts';
import { type SqlToken, sqlTokens } from './sql-tokens.ts';
import { quoted, type SyntaxFacts } from './syntax-tally.ts';

/** What a parse of SQL says; there is no one SQL, so it names the dialect that fits best. */
export interface SqlFacts extends SyntaxFacts {
  readonly dialect: string;
  readonly statementCount: number;
  /** Statements of procedural code that no dialect reads; they are not counted as errors. */
  readonly uncheckedCount: number;
}

const DIALECTS = ['generic', 'postgresql', 'mysql', 'sqlite', 'mssql', 'oracle'] as const;

interface Failure {
  readonly statement: SqlStatement;
  readonly finding: Finding;
  readonly characters: number;
}

/**
 * Checks SQL statement by statement in every dialect and keeps the one with the fewest errors.
 *
 * @returns undefined when the deadline passes first
 */
export async function parseSql(
  text: string,
  deadline: number,
  clock: () => number,
): Promise<SqlFacts | undefined> {
  await init();
  const tokens = sqlTokens(text);
  const statements = sqlStatements(text, tokens);
  let best: { readonly dialect: string; readonly failures: readonly Failure[] } | undefined;
  for (const dialect of DIALECTS) {
    const failures: Failure[] = [];
    for (const statement of statements) {
      if (clock() > deadline) return undefined;
      const failure = check(statement, dialect);
      if (failure !== undefined) failures.push(failure);
    }
    if (best === undefined || failures.length < best.failures.length) best = { dialect, failures };
    if (failures.length === 0) break;
  }
  return factsOf(tokens, statements, best?.dialect ?? 'generic', best?.failures ?? []);
}

function check(statement: SqlStatement, dialect: DialectInput): Failure | undefined {
  try {
    validate(statement.text, dialect);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { statement, finding: findingOf(message, statement), characters: statement.text.length };
  }
}

const PLACE = / at Line: (\d+), Column: (\d+)/;

function findingOf(message: string, { text, row, column }: SqlStatement): Finding {
  const place = PLACE.exec(message);
  const line = Number(place?.[1] ?? 1);
  const what = message.replace(/^sql parser error: /, '').replace(PLACE, '');
  return {
    kind: 'syntax-error',
    message: `${what}, in ${quoted(text)}`,
    line: row + line,
    column: (line === 1 ? column : 0) + Number(place?.[2] ?? 1),
  };
}

function factsOf(
  tokens: readonly SqlToken[],
  statements: readonly SqlStatement[],
  dialect: string,
  failures: readonly Failure[],
): SqlFacts {
  const errors = failures.filter(({ statement }) => !statement.isProcedural);
  const unclosed = tokens.filter(({ kind, isUnclosed }) => kind === 'comment' && isUnclosed);
  const findings = [
    ...errors.map(({ finding }) => finding),
    ...unclosed.map(({ row, column }): Finding => ({
      kind: 'syntax-error',
      message: 'A comment begins here and never ends',
      line: row + 1,
      column: column + 1,
    })),
  ];
  const depth = statements.reduce((most, one) => Math.max(most, one.depth), 0);
  const deepest = statements.find((one) => one.depth === depth && depth > 0);
  const routines = statements.filter(({ isProcedural }) => isProcedural);
  const longest = routines.toSorted((a, b) => linesOf(b) - linesOf(a))[0];
  return {
    dialect,
    statementCount: statements.length,
    uncheckedCount: failures.length - errors.length,
    errorCount: findings.length,
    errorCharacters: errors.reduce((sum, { characters }) => sum + characters, 0),
    findings: findings.slice(0, MAX_FINDINGS),
    commentLines: commentLinesOf(tokens),
    functionCount: routines.length,
    ...(longest !== undefined && {
      longestFunction: { line: longest.row + 1, lines: linesOf(longest) },
    }),
    depth,
    ...(deepest !== undefined && { depthLine: deepest.row + 1 }),
  };
}

const linesOf = ({ row, lastRow }: SqlStatement) => lastRow - row + 1;

function commentLinesOf(tokens: readonly SqlToken[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { kind, text, row } of tokens) {
    if (kind !== 'comment') continue;
    const rows = text.split('\n').length;
    for (let index = 0; index < rows; index++) lines.add(row + index);
  }
  return lines;
}
