import type { Node } from 'web-tree-sitter';
import { type Finding, MAX_FINDINGS } from '../define-inspection.ts';

/** A function or method, its lines counted from its first to its last. */
export interface FunctionSpan {
  /** Absent for one without a name. */
  readonly name?: string;
  readonly line: number;
  readonly lines: number;
}

/** What a parse says of a text. */
export interface SyntaxFacts {
  readonly errorCount: number;
  /** UTF-16 code units inside parts that could not be parsed. */
  readonly errorCharacters: number;
  readonly findings: readonly Finding[];
  /** Numbers of the lines, from 0, that hold a comment. */
  readonly commentLines: ReadonlySet<number>;
  readonly functionCount: number;
  readonly longestFunction?: FunctionSpan;
  readonly depth: number;
  /** Where it is deepest; counted from 1. */
  readonly depthLine?: number;
}

const SNIPPET_CHARACTERS = 40;

/** Gathers facts while a tree is walked in the order of the text. */
export class SyntaxTally {
  private errorCount = 0;
  private errorCharacters = 0;
  private functionCount = 0;
  private longest:
    { readonly row: number; readonly lines: number; readonly name?: string } | undefined;
  private depth = 0;
  private depthRow: number | undefined;
  private readonly text: string;
  private readonly findings: Finding[] = [];
  private readonly commentLines = new Set<number>();

  constructor(text: string) {
    this.text = text;
  }

  /**
   * A part that fits no rule; parts inside it are not counted again.
   *
   * @param culprit  finds the bracket in it that is to blame
   */
  addError(node: Node, culprit: (node: Node) => Node | undefined): void {
    this.errorCharacters += node.endIndex - node.startIndex;
    const bracket = this.findings.length < MAX_FINDINGS ? culprit(node) : undefined;
    if (bracket === undefined) this.note(node, () => `Unexpected ${this.snippetOf(node)}`);
    else this.note(bracket, () => `"${bracket.type}" is not closed, or what follows is wrong`);
  }

  /** Something that the grammar had to invent to go on. */
  addMissing(node: Node): void {
    this.note(node, () => `"${node.type}" is missing here`);
  }

  /** An element that begins and does not end. */
  addUnclosed(node: Node): void {
    this.note(node, () => `Never closed: ${this.snippetOf(node)}`);
  }

  addComment(firstRow: number, lastRow: number): void {
    for (let row = firstRow; row <= lastRow; row++) this.commentLines.add(row);
  }

  addFunction(node: Node): void {
    this.functionCount++;
    const { row } = node.startPosition;
    const lines = node.endPosition.row - row + 1;
    if (this.longest !== undefined && lines <= this.longest.lines) return;
    const name = nameOf(node);
    this.longest = { row, lines, ...(name !== undefined && { name }) };
  }

  addDepth(depth: number, row: number): void {
    if (depth <= this.depth) return;
    this.depth = depth;
    this.depthRow = row;
  }

  facts(): SyntaxFacts {
    const { longest, depthRow } = this;
    return {
      errorCount: this.errorCount,
      errorCharacters: this.errorCharacters,
      findings: this.findings,
      commentLines: this.commentLines,
      functionCount: this.functionCount,
      ...(longest !== undefined && {
        longestFunction: {
          line: longest.row + 1,
          lines: longest.lines,
          ...(longest.name !== undefined && { name: longest.name }),
        },
      }),
      depth: this.depth,
      ...(depthRow !== undefined && { depthLine: depthRow + 1 }),
    };
  }

  private note(node: Node, message: () => string): void {
    this.errorCount++;
    if (this.findings.length >= MAX_FINDINGS) return;
    const { row, column } = node.startPosition;
    this.findings.push({
      kind: 'syntax-error',
      message: message(),
      line: row + 1,
      column: column + 1,
    });
  }

  private snippetOf({ startIndex, endIndex }: Node): string {
    const end = Math.min(endIndex, startIndex + SNIPPET_CHARACTERS * 2);
    return quoted(this.text.slice(startIndex, end));
  }
}

/** The beginning of a piece of code on one line, in quotes. */
export function quoted(code: string): string {
  const text = code.replace(/\s+/g, ' ').trim();
  if (text === '') return 'end of a part';
  const isLong = text.length > SNIPPET_CHARACTERS;
  return `"${isLong ? `${text.slice(0, SNIPPET_CHARACTERS)}…` : text}"`;
}

/** C and C++ wrap the name in declarators; other grammars have a field for it. */
function nameOf(node: Node): string | undefined {
  const named = node.childForFieldName('name');
  if (named !== null) return named.text.slice(0, SNIPPET_CHARACTERS * 2);
  let at = node.childForFieldName('declarator');
  for (let step = 0; at !== null && step < 8; step++) {
    const inner = at.childForFieldName('declarator');
    if (inner === null) return at.text.slice(0, SNIPPET_CHARACTERS * 2);
    at = inner;
  }
  return undefined;
}
