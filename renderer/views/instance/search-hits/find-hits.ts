// Where the words of a search stand in the texts that are drawn, by the rules of the index.
import {
  findTerms,
  type SearchColumn,
  type SearchTerm,
} from '../../../../shared/filter/search-terms.ts';
import { textNodesOf } from '../annotations/prose-text.ts';
import { columnElements } from '../column-elements.ts';

/** Elements whose ends end a word, too. */
const BLOCKS = 'p, li, td, th, pre, blockquote, h1, h2, h3, h4, h5, h6, [data-prose]';

function searchColumn(columnId: string): SearchColumn {
  return columnId === 'task' || columnId === 'reference' ? columnId : 'responses';
}

/** Places in the text of some columns, in the order of the columns. Tags of items are not searched. */
export function findHits(columnIds: readonly string[], terms: readonly SearchTerm[]): Range[] {
  return columnIds.flatMap((id) =>
    columnElements(id)
      .flatMap((element) => [...element.querySelectorAll<HTMLElement>('[data-prose]')])
      .filter((prose) => prose.closest('article') === null)
      .flatMap((prose) => hitsIn(prose, terms, searchColumn(id))),
  );
}

/** Places in one text; a word may stand in several nodes, as where a part of it is bold. */
export function hitsIn(
  prose: HTMLElement,
  terms: readonly SearchTerm[],
  column: SearchColumn,
): Range[] {
  const nodes = textNodesOf(prose).filter((node) => node.parentElement?.closest('button') === null);
  const starts: number[] = [];
  let text = '';
  let block: Element | null | undefined;
  for (const node of nodes) {
    const own = node.parentElement?.closest(BLOCKS);
    if (block !== undefined && own !== block) text += '\n';
    block = own;
    starts.push(text.length);
    text += node.data;
  }
  return findTerms(text, terms, column).flatMap(([start, end]) => {
    const first = starts.findLastIndex((at) => at <= start);
    const last = starts.findLastIndex((at) => at < end);
    const [firstNode, lastNode] = [nodes[first], nodes[last]];
    if (firstNode === undefined || lastNode === undefined) return [];
    const range = document.createRange();
    range.setStart(firstNode, start - (starts[first] ?? 0));
    range.setEnd(lastNode, end - (starts[last] ?? 0));
    return [range];
  });
}
