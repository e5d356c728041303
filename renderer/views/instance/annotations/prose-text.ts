// The text of a column as it is drawn, and the raw content behind it: what makes a selection an offset,
// and an offset a place on the page.
import { alignRendered, toRaw, toRendered } from '../../../components/marks/rendered-offsets.ts';
import { columnElements } from '../column-elements.ts';

/** Drawn text of one column. */
export interface ProseText {
  readonly nodes: readonly Text[];
  /** Where each node's text begins in all of it. */
  readonly starts: readonly number[];
  /** As `alignRendered` gives them. */
  readonly offsets: Int32Array;
}

/** Stands over the text without being of it. */
export const MARK_LAYER = 'data-mark-layer';

/** Text of the column's own prose, not of the items in it; undefined where there is none. */
export function readProse(columnId: string, content: string): ProseText | undefined {
  const nodes = columnElements(columnId)
    .flatMap((element) => [...element.querySelectorAll<HTMLElement>('[data-prose]')])
    .filter((prose) => prose.closest('article') === null)
    .flatMap(textNodesOf);
  const starts: number[] = [];
  let text = '';
  for (const node of nodes) {
    starts.push(text.length);
    text += node.data;
  }
  const offsets = alignRendered(text, content);
  return nodes.length === 0 || offsets === undefined ? undefined : { nodes, starts, offsets };
}

/** Maths is drawn twice; what was written is in the annotation of the part for machines. */
const LEFT_OUT = `[${MARK_LAYER}], .katex-html, .katex-mathml math > semantics > :not(annotation)`;

/** The drawn text in order; numbers of marks and the second drawing of maths are not of it. */
export function textNodesOf(prose: HTMLElement): Text[] {
  const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(LEFT_OUT) === null
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_REJECT,
  );
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) nodes.push(node);
  }
  return nodes;
}

/** Raw offsets of what is selected; undefined when it holds nothing of the content. */
export function offsetsOfRange(
  { nodes, starts, offsets }: ProseText,
  range: Range,
): { readonly start: number; readonly end: number } | undefined {
  const from = indexOf(range.startContainer, range.startOffset);
  const to = indexOf(range.endContainer, range.endOffset);
  return toRaw(offsets, from, to);

  /** How much of the text lies before a point of the page. */
  function indexOf(container: Node, offset: number): number {
    const point = document.createRange();
    point.setStart(container, offset);
    for (const [at, node] of nodes.entries()) {
      const start = starts[at] ?? 0;
      if (node === container) return start + offset;
      if (point.comparePoint(node, 0) > 0) return start;
    }
    return offsets.length - 1;
  }
}

/** Where a piece of the raw content is drawn; undefined where it is not. */
export function rangeOfOffsets(
  { nodes, starts, offsets }: ProseText,
  { start, end }: { readonly start: number; readonly end: number },
): Range | undefined {
  const piece = toRendered(offsets, start, end);
  if (piece === undefined) return undefined;
  const nodeAt = (index: number) => starts.findLastIndex((each) => each <= index);
  const first = nodeAt(piece.from);
  const last = nodeAt(piece.to - 1);
  const [firstNode, lastNode] = [nodes[first], nodes[last]];
  if (firstNode === undefined || lastNode === undefined) return undefined;
  const range = document.createRange();
  range.setStart(firstNode, piece.from - (starts[first] ?? 0));
  range.setEnd(lastNode, piece.to - (starts[last] ?? 0));
  return range;
}
