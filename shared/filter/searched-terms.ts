import type { FilterNode } from './ast.ts';
import { readSearchTerms, type SearchTerm } from './search-terms.ts';

/**
 * What a search and a filter expression look for together: nothing that must not be there.
 *
 * @param expression  the expression as it was read; undefined where there is none
 */
export function searchedTerms(search: string, expression: FilterNode | undefined): SearchTerm[] {
  const texts = [search, ...searchesIn(expression)];
  return texts.flatMap(readSearchTerms).filter((term) => !term.isExcluded);
}

function searchesIn(node: FilterNode | undefined): string[] {
  switch (node?.kind) {
    case 'and':
    case 'or':
      return node.parts.flatMap(searchesIn);
    case 'search':
      return [node.text];
    default: // what must not be there is no hit
      return [];
  }
}
