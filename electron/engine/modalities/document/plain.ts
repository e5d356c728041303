import { countFigure, type Finding } from '../define-inspection.ts';
import { type DocumentContent, wholeText } from './content.ts';

const TABLE_RULE =
  /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^ {0,3}\|[ \t]*:?-+:?[ \t]*\|[ \t]*$/;
const HEADING = /^ {0,3}#{1,6}([ \t]|$)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Reads Markdown: tables and headings outside of fenced code. */
export function readMarkdown(text: string): DocumentContent {
  const lines = text.split(/\r\n?|\n/);
  let fence: { readonly mark: string; readonly line: number } | undefined;
  let tables = 0;
  let headings = 0;
  lines.forEach((line, index) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence.mark) === true) fence = undefined;
    } else if (mark !== undefined) fence = { mark, line: index + 1 };
    else if (HEADING.test(line)) headings++;
    else if (TABLE_RULE.test(line) && lines[index - 1]?.includes('|') === true) tables++;
  });
  const findings: Finding[] =
    fence === undefined
      ? []
      : [{ kind: 'open-fence', message: 'A block of code is never closed', line: fence.line }];
  return {
    type: 'Markdown',
    unit: 'pages',
    pages: [wholeText(text, tables)],
    findings,
    figures: { headings: countFigure(headings) },
  };
}

/** Reads text as it stands; form feeds part its pages. */
export function readPlain(text: string): DocumentContent {
  const parts = text.split('\f');
  if (parts.length === 1) return { type: 'Text', unit: 'pages', pages: [wholeText(text, 0)] };
  const pages = parts.map((part, index) => ({ ...wholeText(part, 0), number: index + 1 }));
  return { type: 'Text', unit: 'pages', pageCount: pages.length, pages };
}
