import type { Sheet, Table } from './sheet.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in a page, never markup. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

/** Of the tables, and of the page around them. */
export const SHEET_STYLE = `
    body { font: 13px/20px system-ui, sans-serif; margin: 2rem; color-scheme: light dark; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 0 0 1.5rem; }
    caption { text-align: left; font-weight: 600; padding: 4px 0; }
    th, td { padding: 2px 12px 2px 0; text-align: left; border-bottom: 1px solid #8884; }
    .figure { text-align: right; }
    .best { font-weight: 700; }`;

/** A page that stands alone and loads nothing. */
export function toHtml({ title, tables, notes }: Sheet): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>${escapeHtml(title)}</title>
    <style>${SHEET_STYLE}
    </style>
  </head>
  <body>
${tables.map(htmlTable).join('\n')}
${notes.map((note) => `    <p>${escapeHtml(note)}</p>`).join('\n')}
  </body>
</html>
`;
}

/** A table as markup. */
export function htmlTable({ title, headings, spans, numericFrom, rows }: Table): string {
  const cell = (tag: 'th' | 'td', text: string, column: number, isBest = false) => {
    const classes = [column >= numericFrom ? 'figure' : '', isBest ? 'best' : ''].filter(Boolean);
    const marked = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
    const scope = tag === 'th' ? ' scope="col"' : '';
    return `<${tag}${scope}${marked}>${escapeHtml(text)}</${tag}>`;
  };
  const above = spans
    ?.map(
      ({ text, columns }) => `<th scope="colgroup" colspan="${columns}">${escapeHtml(text)}</th>`,
    )
    .join('');
  const body = rows.flatMap(({ cells, best = [], heading }) => [
    ...(heading === undefined
      ? []
      : [`<tr><th scope="rowgroup" colspan="${headings.length}">${escapeHtml(heading)}</th></tr>`]),
    `<tr>${cells.map((text, column) => cell('td', text, column, best.includes(column))).join('')}</tr>`,
  ]);
  return `    <table>
      <caption>${escapeHtml(title)}</caption>
      <thead>${above === undefined ? '' : `<tr>${above}</tr>`}<tr>${headings.map((text, column) => cell('th', text, column)).join('')}</tr></thead>
      <tbody>
${body.map((row) => `      ${row}`).join('\n')}
      </tbody>
    </table>`;
}
