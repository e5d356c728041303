import type { Language as Grammar } from 'web-tree-sitter';
import type { Language } from './languages.ts';

/** Bits of what a node's type counts for. */
export const COMMENT = 1;
export const FUNCTION = 2;
export const NESTING = 4;
/** An `if`; one that stands as the `else` of another is no deeper than it. */
export const IF = 8;
export const ELSE = 16;
/** A statement that is an expression: a lone string in it is a docstring in Python. */
export const EXPRESSION = 32;
export const STRING = 64;
/** A rule of the grammar that stands for something wrong, e.g. an end tag that closes nothing. */
export const WRONG = 128;
/** An element of HTML, which may lack its end tag. */
export const ELEMENT = 256;

const COMMENTS = /^(comment|line_comment|block_comment|multiline_comment|html_comment|js_comment)$/;
const FUNCTIONS =
  /^(function_(definition|declaration|expression|item)|generator_function(_declaration)?|arrow_function|(method|constructor|compact_constructor)_(definition|declaration)|secondary_constructor|func_literal|closure_expression|lambda(_expression|_literal)?|anonymous_(function|method_expression)|local_function_statement|(singleton_)?method)$/;
const CONTROL =
  /^(if|unless|while|until|for|c_style_for|for_in|foreach|for_range|enhanced_for|do|do_while|repeat_while|loop|switch|expression_switch|type_switch|select|match|case|when|try|try_with_resources|seh_try|with|synchronized|begin)(_statement|_expression|_loop)?$/;
const IFS = /^if(_statement|_expression)?$/;
const ELSES = /^else(_clause|_branch)?$/;

/** For each node type of a grammar, by its number, what it counts for. */
export function nodeKinds(grammar: Grammar, language: Language): Uint16Array {
  const kinds = new Uint16Array(grammar.types.length);
  grammar.types.forEach((type, id) => {
    // keywords are nodes too: `if` the word is not `if` the statement
    if (typeof type !== 'string' || !grammar.nodeTypeIsNamed(id)) return;
    kinds[id] =
      (COMMENTS.test(type) ? COMMENT : 0) |
      (FUNCTIONS.test(type) ? FUNCTION : 0) |
      (isNesting(type, language) ? NESTING : 0) |
      (IFS.test(type) ? IF : 0) |
      (ELSES.test(type) ? ELSE : 0) |
      (type.startsWith('erroneous_') && !type.endsWith('_name') ? WRONG : 0) |
      (language.id === 'html' && type === 'element' ? ELEMENT : 0) |
      (language.id === 'python' && type === 'expression_statement' ? EXPRESSION : 0) |
      (language.id === 'python' && type === 'string' ? STRING : 0);
  });
  return kinds;
}

function isNesting(type: string, { nesting, notControl }: Language): boolean {
  if (nesting === 'data') return type === 'object' || type === 'array';
  if (nesting === 'markup') return type === 'element';
  return CONTROL.test(type) && notControl?.includes(type) !== true;
}
