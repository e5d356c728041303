import type { Sheet, Table } from './sheet.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string) => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

const STYLE = `
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
    <title>${escape(title)}</title>
    <style>${STYLE}
    </style>
  </head>
  <body>
${tables.map(tableOf).join('\n')}
${notes.map((note) => `    <p>${escape(note)}</p>`).join('\n')}
  </body>
</html>
`;
}

function tableOf({ title, headings, spans, numericFrom, rows }: Table): string {
  const cell = (tag: 'th' | 'td', text: string, column: number, isBest = false) => {
    const classes = [column >= numericFrom ? 'figure' : '', isBest ? 'best' : ''].filter(Boolean);
    const marked = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
    const scope = tag === 'th' ? ' scope="col"' : '';
    return `<${tag}${scope}${marked}>${escape(text)}</${tag}>`;
  };
  const above = spans
    ?.map(({ text, columns }) => `<th scope="colgroup" colspan="${columns}">${escape(text)}</th>`)
    .join('');
  const body = rows.flatMap(({ cells, best = [], heading }) => [
    ...(heading === undefined
      ? []
      : [`<tr><th scope="rowgroup" colspan="${headings.length}">${escape(heading)}</th></tr>`]),
    `<tr>${cells.map((text, column) => cell('td', text, column, best.includes(column))).join('')}</tr>`,
  ]);
  return `    <table>
      <caption>${escape(title)}</caption>
      <thead>${above === undefined ? '' : `<tr>${above}</tr>`}<tr>${headings.map((text, column) => cell('th', text, column)).join('')}</tr></thead>
      <tbody>
${body.map((row) => `      ${row}`).join('\n')}
      </tbody>
    </table>`;
}
