// Marks in the text layer of a page: what differs, what was found. The layer's text stays unseen over
// the drawn page; only the marks under it show.
import type { TextSpan } from './page-text.ts';

export interface TextMark extends TextSpan {
  readonly kind: 'out' | 'in' | 'found' | 'found-current';
}

/** Puts marks into the pieces of a text layer; called again it replaces them. */
export function markLayer(
  elements: readonly HTMLElement[],
  pieces: readonly TextSpan[],
  text: string,
  marks: readonly TextMark[],
): void {
  let first = 0;
  elements.forEach((element, index) => {
    const piece = pieces[index];
    if (piece === undefined || piece.start === piece.end) return;
    while ((marks[first]?.end ?? Infinity) <= piece.start) first++;
    const own: TextMark[] = [];
    for (let at = first; (marks[at]?.start ?? Infinity) < piece.end; at++) {
      const mark = marks[at];
      if (mark !== undefined) own.push(mark);
    }
    if (own.length === 0) {
      if (element.childElementCount > 0) element.textContent = text.slice(piece.start, piece.end);
      return;
    }
    element.replaceChildren(...nodesOf(piece, text, own));
  });
}

function nodesOf(piece: TextSpan, text: string, marks: readonly TextMark[]): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let at = piece.start;
  for (const { start, end, kind } of marks) {
    const from = Math.max(at, start);
    const to = Math.min(piece.end, end);
    if (to <= from) continue;
    if (from > at) nodes.push(text.slice(at, from));
    const mark = document.createElement('mark');
    mark.dataset['kind'] = kind;
    mark.textContent = text.slice(from, to);
    nodes.push(mark);
    at = to;
  }
  if (at < piece.end) nodes.push(text.slice(at, piece.end));
  return nodes;
}
