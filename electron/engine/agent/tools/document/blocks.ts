import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Words of one kind. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
}

/** What a document is made of, whatever format it becomes. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly isQuote: boolean }
  | {
      readonly kind: 'item';
      readonly runs: readonly Run[];
      readonly depth: number;
      /** What stands before it. */
      readonly mark: string;
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

/** Reads Markdown (with tables) into blocks; pictures and HTML become their words. */
export function blocksOf(markdown: string): Block[] {
  const root = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return root.children.flatMap((node) => blocksOfNode(node, false));
}

function blocksOfNode(node: RootContent, isQuote: boolean): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, runs: runsOf(node.children) }];
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(node.children), isQuote }];
    case 'blockquote':
      return node.children.flatMap((child) => blocksOfNode(child, true));
    case 'code':
      return [{ kind: 'code', text: node.value }];
    case 'html':
      return [{ kind: 'paragraph', runs: [{ text: node.value }], isQuote }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    case 'table':
      return [
        {
          kind: 'table',
          rows: node.children.map((row) => row.children.map((cell) => runsOf(cell.children))),
        },
      ];
    case 'list':
      return itemsOf(node, 0);
    default:
      return [];
  }
}

type List = Extract<RootContent, { readonly type: 'list' }>;

function itemsOf(list: List, depth: number): Block[] {
  return list.children.flatMap((item, index) => {
    const mark = list.ordered === true ? `${(list.start ?? 1) + index}.` : '•';
    let isFirst = true;
    return item.children.flatMap((child): Block[] => {
      if (child.type === 'list') return itemsOf(child, depth + 1);
      if (child.type !== 'paragraph') return blocksOfNode(child, false);
      const own = isFirst ? mark : '';
      isFirst = false;
      return [{ kind: 'item', runs: runsOf(child.children), depth, mark: own }];
    });
  });
}

function runsOf(nodes: readonly PhrasingContent[], style: Omit<Run, 'text'> = {}): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
      case 'html':
        return [{ ...style, text: node.value.replace(/\n/g, ' ') }];
      case 'inlineCode':
        return [{ ...style, text: node.value, code: true }];
      case 'strong':
        return runsOf(node.children, { ...style, bold: true });
      case 'emphasis':
        return runsOf(node.children, { ...style, italic: true });
      case 'delete':
      case 'link':
      case 'linkReference':
        return runsOf(node.children, style);
      case 'image':
      case 'imageReference':
        return [{ ...style, text: node.alt ?? '' }];
      case 'break':
        return [{ ...style, text: '\n' }];
      default:
        return [];
    }
  });
}

/** The words alone. */
export const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
