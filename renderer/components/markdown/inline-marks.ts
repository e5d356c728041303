// Lets React nodes stand inside Markdown text: a mark is put into the source as two private-use
// characters with a number between them, and the tree is split there after parsing.
import type { Element, ElementContent, Root } from 'hast';

const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARK = /\uE000(\d+)\uE001/;

/** What to write into the Markdown source where node `index` is to stand. */
export function inlineMark(index: number): string {
  return `${OPEN}${index}${CLOSE}`;
}

/** Untrusted text with nothing in it that could pass for a mark. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE000\uE001]/g, '');
}

/** Name of the element that stands for a mark in the tree; its `dataIndex` is the mark's number. */
export const INLINE_MARK_ELEMENT = 'span';

/** Rehype plugin: replaces every mark by `<span data-inline-index="n">`, in code and maths too. */
export function rehypeInlineMarks() {
  return (tree: Root) => {
    splitIn(tree);
  };
}

function splitIn(parent: Root | Element): void {
  for (let at = 0; at < parent.children.length; at++) {
    const child = parent.children[at];
    if (child?.type === 'element') splitIn(child);
    if (child?.type !== 'text' || !child.value.includes(OPEN)) continue;
    const pieces = split(child.value);
    parent.children.splice(at, 1, ...pieces);
    at += pieces.length - 1;
  }
}

function split(value: string): ElementContent[] {
  return value.split(/(\uE000\d+\uE001)/).flatMap((piece): ElementContent[] => {
    const match = MARK.exec(piece);
    if (match === null) return piece === '' ? [] : [{ type: 'text', value: piece }];
    const properties = { dataInlineIndex: match[1] ?? '' };
    return [{ type: 'element', tagName: INLINE_MARK_ELEMENT, properties, children: [] }];
  });
}
