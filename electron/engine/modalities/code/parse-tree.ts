import { type Language as Grammar, Parser, type Tree, type TreeCursor } from 'web-tree-sitter';
import type { Language } from './languages.ts';
import { loadGrammar } from './grammars.ts';
import {
  COMMENT,
  ELEMENT,
  ELSE,
  EXPRESSION,
  FUNCTION,
  IF,
  NESTING,
  nodeKinds,
  STRING,
  WRONG,
} from './node-kinds.ts';
import { isElementOpen, unclosedBracket } from './unclosed.ts';
import { type SyntaxFacts, SyntaxTally } from './syntax-tally.ts';

const CHECK_EVERY = 4096; // nodes between two looks at the clock

/**
 * Parses a text and walks its tree.
 *
 * @param deadline  on `clock`'s scale; undefined is returned when it passes first
 */
export async function parseTree(
  text: string,
  language: Language & Required<Pick<Language, 'grammar'>>,
  deadline: number,
  clock: () => number = performance.now.bind(performance),
): Promise<SyntaxFacts | undefined> {
  const grammar = await loadGrammar(language.grammar);
  const parser = new Parser();
  let tree: Tree | null = null;
  try {
    parser.setLanguage(grammar);
    const isOver = () => clock() > deadline;
    // the type says void, the parser stops on true
    tree = parser.parse(text, null, { progressCallback: isOver });
    if (tree === null) return undefined;
    return walk(tree, text, kindsOf(grammar, language), isOver);
  } finally {
    tree?.delete();
    parser.delete();
  }
}

const kindsByLanguage = new Map<string, Uint16Array>();

function kindsOf(grammar: Grammar, language: Language): Uint16Array {
  const kinds = kindsByLanguage.get(language.id) ?? nodeKinds(grammar, language);
  kindsByLanguage.set(language.id, kinds);
  return kinds;
}

/** What has to be known of a node's ancestors; one entry a level. */
interface Level {
  readonly kind: number;
  readonly depth: number;
  readonly isInError: boolean;
  readonly isInFunction: boolean;
}

const ROOT: Level = { kind: 0, depth: 0, isInError: false, isInFunction: false };

function walk(
  tree: Tree,
  text: string,
  kinds: Uint16Array,
  isOver: () => boolean,
): SyntaxFacts | undefined {
  const tally = new SyntaxTally(text);
  const cursor = tree.walk();
  const levels: Level[] = [];
  try {
    for (let count = 1; ; count++) {
      if (count % CHECK_EVERY === 0 && isOver()) return undefined;
      const level = visit(cursor, kinds, levels, tally);
      if (cursor.gotoFirstChild()) {
        levels.push(level);
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) return tally.facts();
        levels.pop();
      }
    }
  } finally {
    cursor.delete();
  }
}

function visit(
  cursor: TreeCursor,
  kinds: Uint16Array,
  levels: readonly Level[],
  tally: SyntaxTally,
): Level {
  const parent = levels.at(-1) ?? ROOT;
  const kind = kinds[cursor.nodeTypeId] ?? 0;
  const isError = cursor.nodeTypeId === ERROR_TYPE_ID || (kind & WRONG) !== 0;
  if (isError && !parent.isInError) tally.addError(cursor.currentNode, unclosedBracket);
  else if (cursor.nodeIsMissing) tally.addMissing(cursor.currentNode);
  else if ((kind & ELEMENT) !== 0 && isElementOpen(cursor.currentNode)) {
    tally.addUnclosed(cursor.currentNode);
  }
  if ((kind & COMMENT) !== 0) tally.addComment(cursor.startPosition.row, cursor.endPosition.row);
  if ((kind & STRING) !== 0 && (parent.kind & EXPRESSION) !== 0) {
    tally.addComment(cursor.startPosition.row, cursor.endPosition.row);
  }
  if ((kind & FUNCTION) !== 0) tally.addFunction(cursor.currentNode);
  const isDeeper =
    ((kind & NESTING) !== 0 && !isElseIf(kind, parent)) ||
    ((kind & FUNCTION) !== 0 && parent.isInFunction);
  const depth = parent.depth + (isDeeper ? 1 : 0);
  if (isDeeper) tally.addDepth(depth, cursor.startPosition.row);
  return {
    kind,
    depth,
    isInError: parent.isInError || isError,
    isInFunction: parent.isInFunction || (kind & FUNCTION) !== 0,
  };
}

const isElseIf = (kind: number, parent: Level) =>
  (kind & IF) !== 0 && (parent.kind & (IF | ELSE)) !== 0;

const ERROR_TYPE_ID = 65_535; // the largest symbol, in every grammar
