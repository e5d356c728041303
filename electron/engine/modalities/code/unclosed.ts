import type { Node } from 'web-tree-sitter';

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const MAX_CHILDREN = 50_000;

/**
 * The bracket that a part cannot be parsed for: the last one among its own tokens that is not
 * closed. Grammars report such a part from its beginning, which is far from what is wrong.
 */
export function unclosedBracket(error: Node): Node | undefined {
  if (error.childCount > MAX_CHILDREN) return undefined;
  const open: Node[] = [];
  for (const child of error.children) {
    const { type } = child;
    if (Object.hasOwn(CLOSERS, type)) open.push(child);
    else if (CLOSERS[open.at(-1)?.type ?? ''] === type) open.pop();
  }
  return open.at(-1);
}

/** Elements that HTML closes by itself, or that have no end tag. */
const OPTIONAL = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'html head body li dt dd p rt rp optgroup option colgroup thead tbody tfoot tr td th'
  ).split(' '),
);

/** True for an HTML element that must have an end tag and has none. */
export function isElementOpen(element: Node): boolean {
  const start = element.firstChild;
  if (start?.type !== 'start_tag' || element.lastChild?.type === 'end_tag') return false;
  const name = start.namedChild(0)?.text.toLowerCase() ?? '';
  return !OPTIONAL.has(name);
}
