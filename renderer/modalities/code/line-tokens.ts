// From a highlighted tree to lines of tokens: what the view draws as React elements, without any
// innerHTML. Pure.
import type { ElementContent, Root } from 'hast';

/** A piece of one line with the classes that highlight.js gave it. */
export interface Token {
  readonly text: string;
  readonly className: string | undefined;
}
export type Line = readonly Token[];

/** Splits a highlighted tree at its line breaks; a token over several lines is in each of them. */
export function splitLines(tree: Root): Line[] {
  const lines: Token[][] = [[]];
  const visit = (
    nodes: readonly (Root['children'][number] | ElementContent)[],
    classes: string,
  ) => {
    for (const node of nodes) {
      if (node.type === 'element') {
        const own = node.properties['className'];
        const added = Array.isArray(own) ? own.join(' ') : '';
        visit(node.children, `${classes} ${added}`.trim());
      } else if (node.type === 'text') add(node.value, classes === '' ? undefined : classes);
    }
  };
  const add = (text: string, className: string | undefined) => {
    text.split(/\r\n|\n|\r/).forEach((piece, index) => {
      if (index > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ text: piece, className });
    });
  };
  visit(tree.children, '');
  return withoutLastBreak(lines);
}

/** Lines of code that is not highlighted. */
export function plainLines(text: string): Line[] {
  return withoutLastBreak(
    text
      .split(/\r\n|\n|\r/)
      .map((line) => (line === '' ? [] : [{ text: line, className: undefined }])),
  );
}

/** A break at the end closes the last line; it begins no other. */
function withoutLastBreak(lines: Token[][]): Line[] {
  return lines.length > 1 && lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}

/**
 * Cuts a line that is too long to be drawn.
 *
 * @returns the tokens to draw and how many characters are left out
 */
export function cutLine(line: Line, most: number): { tokens: Line; hidden: number } {
  let room = most;
  const tokens: Token[] = [];
  let hidden = 0;
  for (const token of line) {
    if (room > 0) tokens.push({ ...token, text: token.text.slice(0, room) });
    hidden += Math.max(0, token.text.length - Math.max(0, room));
    room -= token.text.length;
  }
  return { tokens, hidden };
}
